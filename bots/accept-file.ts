import { endingOf, safeFileName } from '../core/files/file-name.ts'
import { MIME } from '../core/files/mime.ts'
import type { Attachment } from '../core/message.ts'

export type Accepted = {
  status: 'accepted'
  kind: Extract<Attachment['kind'], 'file' | 'photo'>
  name: string
  mime: string
}
export type NotAccepted = { status: 'empty' | 'wrong_type' | 'old_office' | 'not_what_it_says' }

const ascii = (text: string) => (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, text.length)).equals(Buffer.from(text))
const isZip = ascii('PK\x03\x04')

/** By the ending of the name; `looks` reads the first bytes, so that a renamed file is told at once and not later. */
const KINDS: Record<string, Pick<Accepted, 'kind' | 'mime'> & { looks: (bytes: Uint8Array) => boolean }> = {
  '.docx': { kind: 'file', mime: MIME.docx, looks: isZip },
  '.xlsx': { kind: 'file', mime: MIME.xlsx, looks: isZip },
  '.csv': { kind: 'file', mime: MIME.csv, looks: isText },
  '.pdf': { kind: 'file', mime: MIME.pdf, looks: (bytes) => within(bytes, '%PDF-', 1024) },
  '.txt': { kind: 'file', mime: MIME.txt, looks: isText },
  '.jpg': { kind: 'photo', mime: MIME.jpg, looks: isJpeg },
  '.jpeg': { kind: 'photo', mime: MIME.jpg, looks: isJpeg },
  '.png': { kind: 'photo', mime: MIME.png, looks: (bytes) => within(bytes, '\x89PNG', 4) },
  '.webp': { kind: 'photo', mime: MIME.webp, looks: (bytes) => within(bytes, 'WEBP', 12) },
  '.heic': { kind: 'photo', mime: MIME.heic, looks: (bytes) => within(bytes, 'ftyp', 8) },
}

/** What a browser's file chooser offers. */
export const ACCEPT = Object.keys(KINDS).join(',')

/** Whether a file that came to our page is one the assistant takes, and what it is then, whatever the sender called it. */
export function acceptFile({ name, bytes }: { name: string; bytes: Uint8Array }): Accepted | NotAccepted {
  const safe = safeFileName(name)
  const ending = endingOf(safe).toLowerCase()
  if (['.doc', '.xls'].includes(ending)) return { status: 'old_office' }
  const known = KINDS[ending]
  if (known === undefined) return { status: 'wrong_type' }
  if (bytes.length === 0) return { status: 'empty' }
  if (!known.looks(bytes)) return { status: 'not_what_it_says' }
  return { status: 'accepted', kind: known.kind, mime: known.mime, name: safe }
}

function within(bytes: Uint8Array, sign: string, first: number): boolean {
  return Buffer.from(bytes.subarray(0, first)).toString('latin1').includes(sign)
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8
}

/** Text in any encoding, UTF-16 included, is no stream of control characters. */
function isText(bytes: Uint8Array): boolean {
  const first = bytes.subarray(0, 4096)
  const marked = (first[0] === 0xff && first[1] === 0xfe) || (first[0] === 0xfe && first[1] === 0xff)
  return marked || !first.includes(0)
}
