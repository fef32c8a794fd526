import type { ChannelName, Reply } from '../../core/message.ts'
import { parseReply } from '../../core/reply-json.ts'
import { handleMessage } from '../../jobs/handlers/handle-message.ts'
import { buildInbound, type TestCore } from './build-deps.ts'

/** A user of the console, or of another channel: `{ user: 'lan', on: 'telegram' }`. */
export type Speaker = string | { user: string; on: ChannelName }

/**
 * Says something as a user, through everything but the queue: stored, handled, and the replies as they were written
 * for sending. `choice` is a tapped button's id.
 */
export async function talk(
  core: TestCore,
  speaker: Speaker,
  text: string,
  choice?: string,
): Promise<Reply[]> {
  const { user, on }: Exclude<Speaker, string> =
    typeof speaker === 'string' ? { user: speaker, on: 'console' } : speaker
  const from = { channel: on, chatId: user }
  const message = buildInbound(user, text, { from, ...(choice !== undefined && { choice }) })
  await core.receive(message)
  const { prisma } = core.database
  const inbound = await prisma.inbound.findFirstOrThrow({ where: { externalId: message.id } })
  await handleMessage({ personId: inbound.personId }, core.deps)
  const rows = await prisma.delivery.findMany({ where: { inboundId: inbound.id }, orderBy: { id: 'asc' } })
  return rows.map((row) => parseReply(row.body))
}

/** The same, for a test that looks at words only. */
export async function hear(core: TestCore, speaker: Speaker, text: string): Promise<string[]> {
  return (await talk(core, speaker, text)).map((reply) => reply.text.text)
}
