import { countAudience } from '../../alerts/count-audience.ts'
import type { Review } from './review-step.ts'

/** How many people would be told if the statement were published now, or a new version of it: who follows it then. */
export async function countHearers({ read, context }: Review): Promise<number> {
  if (read.state === 'PUBLISHED') {
    return context.db.challengeFollow.count({ where: { challengeId: read.id, endedAt: null } })
  }
  const { now, notice } = context
  return (await countAudience(context.db, { challengeId: read.id, noticeVersion: notice.version, now }))
    .people
}
