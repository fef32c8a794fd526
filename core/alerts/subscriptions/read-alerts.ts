import type { Transaction } from '../../db.ts'
import { type Interests, interestsOf } from './interests.ts'
import { type Rhythm, rhythmOf } from './rhythm.ts'

export type Subscribed = { id: string; wanted: Interests; since: Date }

/** What a person hears of, and how. `quietFrom`, `quietTo`: minutes after midnight, Vietnam time; equal: never quiet. */
export type Alerts = {
  /** The oldest first. */
  subscriptions: Subscribed[]
  rhythm: Rhythm
  quietFrom: number
  quietTo: number
  pausedUntil: Date | null
  stoppedAt: Date | null
  /** How many published challenges they follow one by one. */
  following: number
}

/** Who never chose: the defaults of the table. */
export const DEFAULT_PREFERENCE = {
  rhythm: 'instant' as const,
  quietFrom: 21 * 60,
  quietTo: 7 * 60,
  pausedUntil: null,
  stoppedAt: null,
}

export async function readAlerts(db: Transaction, personId: string): Promise<Alerts> {
  const subscriptions = await findSubscriptions(db, personId)
  const preference = await db.alertPreference.findUnique({ where: { personId } })
  const following = await db.challengeFollow.count({ where: { personId, endedAt: null } })
  const { rhythm, quietFrom, quietTo, pausedUntil, stoppedAt } = preference ?? DEFAULT_PREFERENCE
  return { subscriptions, rhythm: rhythmOf(rhythm), quietFrom, quietTo, pausedUntil, stoppedAt, following }
}

/** The subscriptions in force, the oldest first; with `at`, those that were in force then. */
export async function findSubscriptions(db: Transaction, personId: string, at?: Date): Promise<Subscribed[]> {
  const rows = await db.subscription.findMany({
    where: {
      personId,
      ...(at
        ? { createdAt: { lte: at }, OR: [{ endedAt: null }, { endedAt: { gt: at } }] }
        : { endedAt: null }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ id: row.id, wanted: interestsOf(row), since: row.createdAt }))
}

/** Whether "hằng tuần" or "ít hơn" can mean the alerts at all. */
export const hearsAnything = ({ subscriptions, following, stoppedAt }: Alerts): boolean =>
  subscriptions.length > 0 || following > 0 || stoppedAt !== null
