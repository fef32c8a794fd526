import { SendError, type SendFailure } from '../../core/errors.ts'

/** `alarm`: somebody who runs the account has to act; until then the messages wait. */
type Row = { failure: SendFailure; retryAfterMs?: number; alarm?: true }

const MINUTE_MS = 60_000
const busy: Row = { failure: 'busy', retryAfterMs: MINUTE_MS }
const blocked: Row = { failure: 'blocked' }
const closed: Row = { failure: 'closed' }
const refused: Row = { failure: 'refused', alarm: true }
/** The fault is the account's or the app's, not the message's: looked at again every quarter of an hour. */
const accountFault: Row = { failure: 'busy', retryAfterMs: 15 * MINUTE_MS, alarm: true }

/** The OpenAPI's table of error codes. -216 and -220 (access token) are not in it: they lead to a renewal. */
const ROWS: Record<number, Row> = {
  [-32]: busy, // calls of this minute used up
  [-100]: refused, // attachment expired
  [-200]: { failure: 'network' }, // sending failed on their side: nothing arrived
  [-201]: refused, // a field is invalid
  [-204]: accountFault, // the account was deleted
  [-205]: accountFault, // no such account
  [-209]: accountFault, // API not enabled
  [-210]: refused, // a parameter over its limit
  [-211]: { failure: 'quota', alarm: true },
  [-212]: accountFault, // API not registered
  [-213]: blocked, // does not follow the account
  [-217]: blocked, // refused the account's invitation
  [-218]: closed, // this person's messages of the period used up
  [-219]: accountFault, // app removed or disabled
  [-221]: accountFault, // account not verified
  [-223]: accountFault, // account has not granted the API
  [-224]: accountFault, // the account's package is too small
  [-227]: blocked, // banned, or away for more than 45 days
  [-230]: closed, // no interaction within 7 days
  [-232]: closed, // never interacted, or too long ago
  [-233]: refused, // kind of message not supported
  [-234]: closed, // not at night
  [-235]: accountFault, // API not for this kind of account
  [-240]: refused, // the message API of version 2
  [-242]: accountFault, // wrong appsecret_proof
  [-244]: blocked, // the person shut this kind of message out
  [-248]: refused, // content against the rules
  [-320]: accountFault, // no cloud account
  [-321]: accountFault, // out of money
  [-403]: blocked, // not in the group
}

/**
 * What follows from an error code of the OpenAPI: the failure that the sender acts upon, and whether somebody has to be
 * told. A code that is not in the table is a refusal with an alarm. -234 carries the time until the night ban ends.
 */
export function sendFailure(code: number, now: Date): { error: SendError; alarm: boolean } {
  const { failure, retryAfterMs, alarm = false } = ROWS[code] ?? refused
  const rest = code === -234 ? untilMorning(now) : retryAfterMs
  return { error: new SendError(failure, `Zalo OA error ${code}`, rest), alarm }
}

const DAY_MS = 86_400_000
/** 06:00 in Viet Nam (UTC+7 all year), when the ban that began at 22:00 ends, as time of the UTC day. */
const MORNING_MS = 23 * 3_600_000

const untilMorning = (now: Date) => (MORNING_MS - (now.getTime() % DAY_MS) + DAY_MS) % DAY_MS || DAY_MS
