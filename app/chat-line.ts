import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Config } from '../core/config.ts'
import { findDataFolderHolder } from '../core/data-folder-lock.ts'
import type { Log } from '../core/log.ts'
import type { Address, Reply } from '../core/message.ts'
import { replySchema } from '../core/reply-json.ts'
import { settingTexts } from '../core/texts/settings.ts'
import { waitForReplies } from '../core/wait-for-replies.ts'
import { startApp } from './start-app.ts'

/** A terminal's line to the assistant: one message goes in, all its replies come out. */
export type ChatLine = {
  say(text: string): Promise<Reply[]>
  close(): Promise<void>
}

const ANSWER_WITHIN_MS = 60_000

/** The terminal cannot be served; `message` is a sentence for whoever sits there. */
export class ChatProblem extends Error {
  override name = 'ChatProblem'
}

/**
 * Opens a line for `user`: to the assistant that already runs on the data folder, through its port; otherwise to one
 * started for the occasion, without a page. Throws what prevents the start.
 */
export async function openChatLine(
  user: string,
  config: Config,
  deps: { log: Log; now: () => Date },
): Promise<ChatLine> {
  if (config.database.kind === 'embedded') {
    const holder = await findDataFolderHolder(config.database.folder)
    if (holder?.port !== undefined) return openLineTo(user, { port: holder.port, token: holder.token })
  }
  return openOwnLine(user, config, deps)
}

async function openOwnLine(
  user: string,
  config: Config,
  deps: { log: Log; now: () => Date },
): Promise<ChatLine> {
  const app = await startApp(config, deps, { serve: false, work: true })
  const from: Address = { channel: 'console', chatId: user }
  const { database, now } = app.core
  let afterId = await app.mailbox.lastId(from)
  return {
    async say(text) {
      const id = randomUUID()
      await app.receive({ id, from, senderId: user, text, at: now() })
      const stop = AbortSignal.timeout(ANSWER_WITHIN_MS)
      const replies = await waitForReplies(
        { from, externalId: id, afterId },
        { database, mailbox: app.mailbox, stop },
      )
      afterId = replies.at(-1)?.id ?? afterId
      return replies.map((entry) => entry.reply)
    },
    close: app.stop,
  }
}

const repliesSchema = z.object({ lastId: z.string(), replies: z.array(replySchema) })

async function openLineTo(user: string, app: { port: number; token: string }): Promise<ChatLine> {
  const call = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${app.token}` }
    const response = await fetch(`http://127.0.0.1:${app.port}${path}`, { ...init, headers }).catch(
      () => null,
    )
    if (!response?.ok) throw new ChatProblem(settingTexts.chatNotTaken(app.port))
    return response.json()
  }
  const read = async (query: Record<string, string>) =>
    repliesSchema.parse(await call(`/console/replies?${new URLSearchParams({ user, ...query })}`))
  let { lastId } = await read({})
  return {
    async say(text) {
      const id = randomUUID()
      await call('/webhooks/console', { method: 'POST', body: JSON.stringify({ id, user, text }) })
      const got = await read({ to: id, after: lastId })
      lastId = got.lastId
      return got.replies
    },
    close: async () => {},
  }
}
