import { inflateSync } from 'node:zlib'

/** Of one packed stream, and of all of a file: fonts and pictures included. */
const MOST_OF_ONE = 30 * 1024 * 1024
const MOST_OF_ALL = 100 * 1024 * 1024

/**
 * Whether a PDF may unpack to more than any letter holds, or packs its streams so that nobody can tell beforehand: the
 * reader itself knows no limit. Packed once (Flate) it is measured, by unpacking each stream with a limit and throwing
 * the result away. Packed in a way that grows otherwise, twice, or behind a reference, it is taken for too far.
 * Filters: ISO 32000-1, 7.4; their short names (table 94) are read in any stream by what reads ours.
 */
export function unpacksTooFar(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return hasHiddenPacking(file.toString('latin1')) || measure(file) > MOST_OF_ALL
}

/** Of locked files the streams cannot be measured. */
export const isLocked = (bytes: Uint8Array): boolean =>
  /\/Encrypt(?![A-Za-z])/.test(plainNames(Buffer.from(bytes).toString('latin1')))

/** A name may be written with its letters as `#xx` (ISO 32000-1, 7.3.5). */
const plainNames = (text: string) =>
  text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const FLATE = /^(?:FlateDecode|Fl)$/
const GROWS = /^(?:LZWDecode|LZW|RunLengthDecode|RL)$/
/** What may stand between `/Filter` and the end of its value; a longer one hides something. */
const LONGEST_FILTER = 500

function hasHiddenPacking(text: string): boolean {
  const file = plainNames(text)
  return [...file.matchAll(/\/Filter(?![A-Za-z])/g)].some(({ index }) => {
    const value = file
      .slice(index + 7, index + 7 + LONGEST_FILTER)
      .replace(/%[^\r\n]*(?:[\r\n]|$)/g, ' ')
      .trimStart()
    const one = /^\/([^\s/<>[\]()%]*)/.exec(value)?.[1]
    if (one !== undefined) return GROWS.test(one)
    const several = /^\[([^\]]*)\]/.exec(value)?.[1]
    if (several === undefined) return true
    const names = several.split('/').map((name) => name.trim())
    const [before, ...filters] = names
    const isPlain = before === '' && filters.every((name) => /^\S+$/.test(name))
    return !isPlain || filters.some((name, at) => GROWS.test(name) || (at > 0 && FLATE.test(name)))
  })
}

function measure(file: Buffer): number {
  let unpacked = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue
    const start = nextLine(file, at + 6)
    const end = file.indexOf('endstream', start)
    unpacked += measureStream(file.subarray(start, end < 0 ? undefined : end))
    if (unpacked > MOST_OF_ALL) break
  }
  return unpacked
}

/** The reader goes on to the next line, whatever stands behind the word. */
function nextLine(file: Buffer, from: number): number {
  let at = from
  while (at < file.length && file[at] !== 0x0a && file[at] !== 0x0d) at += 1
  return file[at] === 0x0d && file[at + 1] === 0x0a ? at + 2 : at + 1
}

/** What is broken halfway is read as far as it goes, too: it counts for the most that a stream may have. */
function measureStream(packed: Buffer): number {
  const [first = 0, second = 0] = packed
  const isFlate = (first & 0x0f) === 8 && ((first << 8) + second) % 31 === 0
  if (!isFlate) return 0
  try {
    return inflateSync(packed, { maxOutputLength: MOST_OF_ONE }).length
  } catch (error) {
    return error instanceof RangeError ? Number.POSITIVE_INFINITY : MOST_OF_ONE
  }
}
