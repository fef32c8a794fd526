import { createHash, timingSafeEqual } from 'node:crypto'

export type Keys = { appId: string; secretKey: string }

const HEADER = /^mac=([0-9a-f]{64})$/i
/** Digits only: otherwise a byte could move from the end of the body into the timestamp under the same digest. */
const TIMESTAMP = /^\d{1,16}$/

/**
 * Whether `X-ZEvent-Signature` belongs to exactly these bytes. The rule of Zalo's webhook pages:
 * `mac=hex(sha256(app id + body as received + timestamp + OA secret key))`, a plain digest, no HMAC. The timestamp is
 * the one in `X-ZEvent-Timestamp` or, with older apps, in the body; either is accepted. Compares in constant time.
 */
export function isSigned(body: Uint8Array, headers: Headers, keys: Keys): boolean {
  const mac = HEADER.exec(headers.get('x-zevent-signature') ?? '')?.[1]
  if (mac === undefined) return false
  const given = Buffer.from(mac, 'hex')
  const belongs = (timestamp: string | null) =>
    timestamp !== null && TIMESTAMP.test(timestamp) && timingSafeEqual(digest(body, timestamp, keys), given)
  return belongs(headers.get('x-zevent-timestamp')) || belongs(timestampIn(body))
}

const digest = (body: Uint8Array, timestamp: string, { appId, secretKey }: Keys) =>
  createHash('sha256').update(appId).update(body).update(timestamp).update(secretKey).digest()

function timestampIn(body: Uint8Array): string | null {
  try {
    const event: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
    const isObject = typeof event === 'object' && event !== null
    return isObject && 'timestamp' in event ? String(event.timestamp) : null
  } catch {
    return null
  }
}
