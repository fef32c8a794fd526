import { readDocx } from './read-docx.ts'
import { readPdf } from './read-pdf.ts'

export type ExtractedText =
  | { status: 'read'; text: string }
  | { status: 'no_text' | 'not_supported' | 'too_big' | 'broken' }

/** What a phone sends and a person still waits for. */
export const MOST_BYTES = 5 * 1024 * 1024
/** About a hundred pages. */
export const MOST_CHARACTERS = 200_000

/**
 * The text of a Word (.docx), PDF or plain-text file of at most 5 MB and 200,000 characters, paragraphs on lines of
 * their own. The content decides what it is, the name only tells plain text. `no_text`: nothing to read, as in a
 * scanned PDF; `too_big` also for a file that unpacks to more than any letter holds. The text is not masked: see
 * `maskSensitive`. Never throws.
 */
export async function extractText(file: { name: string; bytes: Uint8Array }): Promise<ExtractedText> {
  if (file.bytes.length > MOST_BYTES) return { status: 'too_big' }
  const read = await readAny(file)
  if (read.status !== 'read') return read
  const text = read.text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '').trim()
  if (text.length > MOST_CHARACTERS) return { status: 'too_big' }
  return /[\p{L}\p{Nd}]/u.test(text) ? { status: 'read', text } : { status: 'no_text' }
}

async function readAny({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<ExtractedText> {
  if (bytes.length === 0) return { status: 'no_text' }
  if (startsWith(bytes, PDF)) return readPdf(bytes, MOST_CHARACTERS)
  if (startsWith(bytes, ZIP)) return readDocx(bytes)
  if (/\.(?:docx|pdf)$/i.test(name)) return { status: 'broken' }
  return /\.(?:txt|md|csv)$/i.test(name) ? readPlain(bytes) : { status: 'not_supported' }
}

const PDF = '%PDF-'
const ZIP = 'PK'

function startsWith(bytes: Uint8Array, signature: string): boolean {
  return Buffer.from(bytes.subarray(0, signature.length)).toString('latin1') === signature
}

/** UTF-8, UTF-16 with its mark, else the old Vietnamese Windows encoding. */
function readPlain(bytes: Uint8Array): ExtractedText {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe)
    return { status: 'read', text: new TextDecoder('utf-16le').decode(bytes) }
  if (first === 0xfe && second === 0xff)
    return { status: 'read', text: new TextDecoder('utf-16be').decode(bytes) }
  if (bytes.includes(0)) return { status: 'broken' }
  try {
    return { status: 'read', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { status: 'read', text: new TextDecoder('windows-1258').decode(bytes).normalize('NFC') }
  }
}
