import { createHmac } from 'node:crypto'

/** How long one code is shown. The one before it is still taken: who types slowly is not late. */
const WINDOW_MS = 5 * 60_000
/** Four digits without a zero in front: read from the far end of a hall, typed with one thumb. */
const LOWEST = 1000
const CODES = 9000

/** The code to show now, and from when another one is shown. */
export function checkInCode(secret: string, now: Date): { code: string; until: Date } {
  const window = windowOf(now)
  return { code: codeOf(secret, window), until: new Date((window + 1) * WINDOW_MS) }
}

/** Whether a code is the one shown now or the one before. */
export function isCheckInCode(code: string, secret: string, now: Date): boolean {
  const window = windowOf(now)
  return [window, window - 1].some((each) => codeOf(secret, each) === code)
}

/** The four digits in a text that holds nothing else ("4821", "48 21"); null otherwise. */
export function readCheckInCode(text: string): string | null {
  const digits = text.trim().replaceAll(/[\s.-]/g, '')
  return /^[1-9]\d{3}$/.test(digits) ? digits : null
}

const windowOf = (now: Date) => Math.floor(now.getTime() / WINDOW_MS)

/** An HMAC-based one-time password (as in RFC 4226, with SHA-256) over the number of the window. */
function codeOf(secret: string, window: number): string {
  const digest = createHmac('sha256', secret).update(`check-in ${window}`).digest()
  return String(LOWEST + (digest.readUInt32BE(0) % CODES))
}
