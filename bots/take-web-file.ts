import type { Address } from '../core/message.ts'
import { fileTexts } from '../core/texts/files.ts'
import { MAX_MB } from './file-pages.ts'
import { PROBLEMS } from './file-routes.ts'
import type { LimitedReceive } from './limit-senders.ts'
import { readUpload, toMessage } from './read-upload.ts'

/**
 * Takes the file that somebody chose on the chat page as their message: 200, or the reason in `{ message }`, as the page
 * shows it. `key` is the page's own id of the message, the same when it is sent again. Throws when it cannot be stored.
 */
export async function takeWebFile(
  request: Request,
  of: { chatId: string; key: string; receive: LimitedReceive; now: Date },
): Promise<Response> {
  const refuse = (status: number, message: string) => Response.json({ message }, { status })
  const upload = await readUpload(request)
  if (upload === 'too_big') return refuse(413, fileTexts.tooBig(MAX_MB))
  if (upload === 'busy') return refuse(503, fileTexts.busy)
  if (upload === 'no_file') return refuse(400, fileTexts.noFile)
  const from: Address = { channel: 'web', chatId: of.chatId }
  const made = toMessage(upload, { from, senderId: of.chatId, key: `${of.chatId} ${of.key}`, now: of.now })
  if (made.status !== 'message') return refuse(400, PROBLEMS[made.status])
  const { status } = await of.receive(made.message, made.file)
  return status === 'refused' ? refuse(429, fileTexts.tooMany) : Response.json({})
}
