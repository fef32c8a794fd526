import { SendError } from '../../core/errors.ts'
import type { Address, Channel, Reply } from '../../core/message.ts'
import { parseWebMessage } from './parse.ts'

/**
 * The channel of our own chat page. A post is one message; a reply waits in the mailbox until the page reads it.
 * `parse` throws `Unauthorized` and `BadRequest`; `send` throws `SendError('network')` when the mailbox is away.
 */
export function createWebChannel({
  mailbox,
  now = () => new Date(),
}: {
  mailbox: { append(to: Address, reply: Reply): Promise<{ messageId: string }> }
  now?: () => Date
}): Channel {
  return {
    name: 'web',
    // Its page has a button for a file; what we give out is a link on it.
    files: { in: true },
    parse: async (request) => [await parseWebMessage(request, { now })],
    async send(to, reply) {
      try {
        return await mailbox.append(to, reply)
      } catch {
        throw new SendError('network', 'the mailbox did not take the reply')
      }
    },
  }
}
