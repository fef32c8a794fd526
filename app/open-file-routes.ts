import { createFileRoutes, type FileRoutes } from '../bots/file-routes.ts'
import type { LimitedReceive } from '../bots/limit-senders.ts'
import type { Deps } from '../core/deps.ts'
import { findFile } from '../core/files/find-file.ts'
import type { ChannelName } from '../core/message.ts'

/** The pages for files over the database: what they find there, and where what is sent to them goes. */
export function openFileRoutes(
  { database: { prisma }, links, now }: Pick<Deps, 'database' | 'links' | 'now'>,
  receive: LimitedReceive,
): FileRoutes {
  return createFileRoutes({
    links,
    receive,
    now,
    findFile: (id) => findFile(prisma, { id, now: now() }),
    async findAccount(identityId) {
      const found = await prisma.identity.findUnique({ where: { id: identityId } })
      if (found === null) return null
      const { channel, chatId, externalId: senderId } = found
      // Written by `receive` only, from a value of this type.
      return { address: { channel: channel as ChannelName, chatId }, senderId }
    },
  })
}
