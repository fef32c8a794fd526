import { randomUUID } from 'node:crypto'
import { createFileRoutes, type FileDeps } from '../../bots/file-routes.ts'
import type { FoundFile } from '../../core/files/find-file.ts'
import { createLinks } from '../../core/links.ts'

/** The account behind every upload link that `buildFileRoutes` knows: a person on Zalo. */
export const UPLOADER = {
  address: { channel: 'zalo-bot', chatId: 'c0ffee01' },
  senderId: 'c0ffee01',
} as const

/** The pages for files over a list in memory; `clock.at` is the time they live in. */
export function buildFileRoutes(receive: FileDeps['receive'] = async () => ({ status: 'stored' })) {
  const files = new Map<string, FoundFile>()
  const accounts = new Set<string>([randomUUID()])
  const clock = { at: new Date('2026-11-21T02:00:00Z') }
  const now = () => clock.at
  const links = createLinks({ publicUrl: 'http://localhost:3000', secret: 'of-the-tests'.repeat(3), now })
  const routes = createFileRoutes({
    links,
    receive,
    now,
    findFile: async (id) => files.get(id) ?? null,
    findAccount: async (id) => (accounts.has(id) ? UPLOADER : null),
  })
  return { routes, links, files, clock, identityId: [...accounts][0] ?? '' }
}
