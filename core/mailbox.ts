import { type Database, notify } from './db.ts'
import type { Address, Reply } from './message.ts'
import { parseReply, replyJson } from './reply-json.ts'
import type { Wake } from './wake.ts'

export type MailboxEntry = { id: string; reply: Reply; at: Date }

/** Where replies on our own channels (web, console) wait until a page or a terminal reads them. */
export type Mailbox = {
  append(to: Address, reply: Reply): Promise<{ messageId: string }>
  /** Entries after `afterId` in order; '0' reads from the start, and what is no id at all counts as '0'. */
  read(address: Address, afterId: string): Promise<MailboxEntry[]>
  /** The id of the newest entry, '0' where there is none. */
  lastId(address: Address): Promise<string>
  /** Calls `onNew` after an entry for the address was committed, by any process. Returns how to stop. */
  subscribe(address: Address, onNew: () => void): () => void
}

const PAGE = 200

/** The mailbox of the database, shared by every process that is connected to it. */
export function createMailbox({ database, wake }: { database: Database; wake: Wake }): Mailbox {
  return {
    async append(to, reply) {
      return database.prisma.$transaction(async (tx) => {
        const entry = await tx.mailboxMessage.create({
          data: { channel: to.channel, chatId: to.chatId, body: replyJson(reply) },
        })
        await notify(tx, topicOf(to))
        return { messageId: String(entry.id) }
      })
    },
    async read(address, afterId) {
      const rows = await database.prisma.mailboxMessage.findMany({
        where: { channel: address.channel, chatId: address.chatId, id: { gt: parseEntryId(afterId) } },
        orderBy: { id: 'asc' },
        take: PAGE,
      })
      return rows.map((row) => ({ id: String(row.id), reply: parseReply(row.body), at: row.at }))
    },
    async lastId(address) {
      const last = await database.prisma.mailboxMessage.findFirst({
        where: { channel: address.channel, chatId: address.chatId },
        orderBy: { id: 'desc' },
        select: { id: true },
      })
      return String(last?.id ?? 0n)
    },
    subscribe: (address, onNew) => wake.on(topicOf(address), onNew),
  }
}

const topicOf = (address: Address) => `mailbox:${address.channel}:${address.chatId}` as const

/** Ids are PostgreSQL bigints: more than 18 digits cannot be one of ours. */
const parseEntryId = (id: string) => (/^\d{1,18}$/.test(id) ? BigInt(id) : 0n)
