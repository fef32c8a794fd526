import { purgeGivenUp } from '../../core/challenges/purge-given-up.ts'
import type { Deps } from '../../core/deps.ts'

/** Removes given-up drafts whose time to be had back has run out. Safe at any time and in several processes. */
export async function purgeDrafts({
  database,
  log,
  now,
}: Pick<Deps, 'database' | 'log' | 'now'>): Promise<void> {
  let drafts = 0
  for (;;) {
    const count = await database.prisma.$transaction((tx) => purgeGivenUp(tx, { now: now() }))
    if (count === 0) break
    drafts += count
  }
  if (drafts > 0) log.info('drafts.purged', { drafts })
}
