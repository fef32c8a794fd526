import { z } from 'zod'
import { BadRequest, SendError } from '../../core/errors.ts'
import type { Address, Channel, Reply } from '../../core/message.ts'

const messageSchema = z.object({
  id: z.string().min(1).max(100),
  user: z.string().trim().min(1).max(64),
  text: z.string(),
  choice: z.string().max(200).exactOptional(),
})

/**
 * The terminal's channel. A message is `{ id, user, text, choice? }`; whoever can run the command is trusted to be the
 * user named. `parse` throws `BadRequest`; `send` throws `SendError('network')` when the mailbox is away.
 */
export function createConsoleChannel({
  mailbox,
  now = () => new Date(),
}: {
  mailbox: { append(to: Address, reply: Reply): Promise<{ messageId: string }> }
  now?: () => Date
}): Channel {
  return {
    name: 'console',
    async parse(request) {
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
