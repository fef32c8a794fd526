import { unzipSync, zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { ExtractedText } from './extract-text.ts'

/** Unpacked, a letter of a hundred pages has less than a tenth of this. */
const MOST_UNPACKED = 30 * 1024 * 1024
const MOST_PARTS = 300

/**
 * The text of a Word file. Only its XML parts are unpacked, into buffers of the size they declare, and only while the
 * sum stays small: a part that lies about its size comes out cut off, and is broken. What Word's reader gets is packed
 * anew from those parts, so that it sees nothing that was not measured.
 */
export async function readDocx(bytes: Uint8Array): Promise<ExtractedText> {
  let unpacked = 0
  let parts = 0
  let isTooBig = false
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name)) return false
        unpacked += originalSize
        parts += 1
        isTooBig ||= unpacked > MOST_UNPACKED || parts > MOST_PARTS
        return !isTooBig
      },
    })
    if (isTooBig) return { status: 'too_big' }
    if (files['word/document.xml'] === undefined) return { status: 'not_supported' }
    const texts = Object.values(files).map((part) => new TextDecoder().decode(part))
    // Word writes no document type; entities that grow are declared in one.
    if (texts.some((part) => /<!(?:DOCTYPE|ENTITY)/i.test(part))) return { status: 'broken' }
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(zipSync(files, { level: 0 })) })
    return { status: 'read', text: value.replace(/\n{2,}/g, '\n\n') }
  } catch {
    return isTooBig ? { status: 'too_big' } : { status: 'broken' }
  }
}
