import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { BadRequest, SendError, Unauthorized } from '../../core/errors.ts'
import type { Address, Channel, Reply } from '../../core/message.ts'

const messageSchema = z.object({
  id: z.string().min(1).max(100),
  user: z
    .string()
    .trim()
    .regex(/^\P{Cc}{1,64}$/u),
  text: z.string(),
  choice: z.string().max(200).exactOptional(),
})

/**
 * The terminal's channel. A request carries `Authorization: Bearer <token>` and `{ id, user, text, choice? }`; whoever
 * has the token is trusted to be the user named. `parse` throws `Unauthorized` and `BadRequest`; `send` throws
 * `SendError('network')` when the mailbox is away.
 */
export function createConsoleChannel({
  mailbox,
  token,
  now = () => new Date(),
}: {
  mailbox: { append(to: Address, reply: Reply): Promise<{ messageId: string }> }
  token: string
  now?: () => Date
}): Channel {
  return {
    name: 'console',
    async parse(request) {
      if (!carriesToken(request, token)) throw new Unauthorized('not the token of this process')
      const message = messageSchema.safeParse(await request.json().catch(() => undefined))
      if (!message.success) throw new BadRequest('expected { id, user, text }')
      const { user, ...rest } = message.data
      return [{ ...rest, from: { channel: 'console', chatId: user }, senderId: user, at: now() }]
    },
    async send(to, reply) {
      try {
        return await mailbox.append(to, reply)
      } catch {
        throw new SendError('network', 'the mailbox did not take the reply')
      }
    },
  }
}

/** Whether a request shows the token; digests are compared, so that neither length nor content shows in the time. */
export function carriesToken(request: Request, token: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(request.headers.get('authorization') ?? ''), digest(`Bearer ${token}`))
}
