import { Unauthorized } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Inbound } from '../../core/message.ts'
import { readEvent } from './read-event.ts'
import { isSigned, type Keys } from './signature.ts'

/** A flood of forged requests must not become a flood of alarms. */
const ALARM_EVERY_MS = 600_000

/**
 * Makes the reader of webhook requests: verifies the signature over the raw bytes, then gives what a person did, or []
 * for echoes, receipts and whatever is not known. Two answers differ from other platforms. The address is probed with
 * an unsigned `{}`, which is given [] and so a 200: nothing can be smuggled in an empty object. And a signed event
 * that cannot be read is given [] too, since Zalo repeats anything but a 200 and switches the webhook off after five.
 * Throws `Unauthorized` for every other request. The first mismatch is an alarm: with a wrong OA secret key nobody is
 * heard at all.
 */
export function createParse(deps: Keys & { log: Log; now: () => Date }) {
  const { log, now } = deps
  let quietUntil = 0
  let mismatches = 0

  const refuse = (): never => {
    mismatches++
    if (now().getTime() >= quietUntil) {
      log.error('zalo_oa.signature_mismatch', { mismatches })
      quietUntil = now().getTime() + ALARM_EVERY_MS
    }
    throw new Unauthorized('not signed with the secret key of the Official Account')
  }

  return async (request: Request): Promise<Inbound[]> => {
    const body = new Uint8Array(await request.arrayBuffer())
    if (isProbe(body, request.headers)) return []
    if (!isSigned(body, request.headers, deps)) return refuse()
    const found = readEvent(parseJson(body), now)
    if (found.status === 'unreadable') log.warn('zalo_oa.event_unreadable', { event: found.event })
    return found.status === 'read' ? [found.inbound] : []
  }
}

const isProbe = (body: Uint8Array, headers: Headers) =>
  body.length <= 16 &&
  !headers.has('x-zevent-signature') &&
  Buffer.from(body).toString('utf8').trim() === '{}'

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}
