import type { Mailbox, MailboxEntry } from '../../core/mailbox.ts'
import type { Address } from '../../core/message.ts'
import { carriesToken } from './channel.ts'

type Deps = {
  token: string
  mailbox: Pick<Mailbox, 'lastId'>
  /** Resolves once the message is answered, to what the mailbox has after `afterId`; rejects when `stop` is aborted. */
  waitForReplies(
    sent: { from: Address; externalId: string; afterId: string },
    stop: AbortSignal,
  ): Promise<MailboxEntry[]>
}

const ANSWER_WITHIN_MS = 60_000

/**
 * Answers `GET ?user=NAME[&to=MESSAGE_ID&after=ENTRY_ID]` of a terminal that shows the token: without `to` the id of the
 * user's newest entry, with it the replies to that message. `{ lastId, replies }`; 401 for a stranger, 504 when nobody
 * answered within a minute.
 */
export function createConsoleReplies(deps: Deps): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!carriesToken(request, deps.token)) return Response.json({}, { status: 401 })
    const query = new URL(request.url).searchParams
    const from: Address = { channel: 'console', chatId: query.get('user') ?? '' }
    const to = query.get('to')
    const afterId = query.get('after') ?? (await deps.mailbox.lastId(from))
    if (to === null) return Response.json({ lastId: afterId, replies: [] })
    const stop = AbortSignal.any([request.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)])
    try {
      const entries = await deps.waitForReplies({ from, externalId: to, afterId }, stop)
      const replies = entries.map((entry) => entry.reply)
      return Response.json({ lastId: entries.at(-1)?.id ?? afterId, replies })
    } catch (fault) {
      if (stop.aborted) return Response.json({}, { status: 504 })
      throw fault
    }
  }
}
