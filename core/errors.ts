/** The request does not come from whom it says: answer 401 and say nothing more. */
export class Unauthorized extends Error {
  override name = 'Unauthorized'
}

/** The request cannot be read as a message: `message` says what to change. */
export class BadRequest extends Error {
  override name = 'BadRequest'
}

/** Not now: somebody else holds what this work needs. Run it again after `ms`. */
export class TryLater extends Error {
  override name = 'TryLater'
  readonly ms: number
  constructor(ms: number) {
    super(`try again in ${ms} ms`)
    this.ms = ms
  }
}

/**
 * Why a message did not reach a person:
 * `busy` the platform asks to wait · `network` the request never left · `unknown` it left and no answer came ·
 * `blocked` the person does not want us · `closed` not allowed to this person now · `quota` nobody can be reached
 * until the plan renews · `refused` the platform says the message itself is wrong.
 */
export type SendFailure = 'busy' | 'network' | 'unknown' | 'blocked' | 'closed' | 'quota' | 'refused'

/**
 * A channel could not deliver. `retryAfterMs` is set where a `busy` or `closed` ends at a known time; `chatOnly` where a
 * `busy` is about this one chat and the others can still be written to.
 */
export class SendError extends Error {
  override name = 'SendError'
  readonly failure: SendFailure
  readonly retryAfterMs: number | undefined
  readonly chatOnly: boolean
  constructor(failure: SendFailure, message: string, retryAfterMs?: number, chatOnly = false) {
    super(message)
    this.failure = failure
    this.retryAfterMs = retryAfterMs
    this.chatOnly = chatOnly
  }
}
