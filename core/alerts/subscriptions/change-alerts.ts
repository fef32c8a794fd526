import type { Transaction } from '../../db.ts'
import { type Interests, sameInterests } from './interests.ts'
import { DEFAULT_PREFERENCE, findSubscriptions } from './read-alerts.ts'
import type { Rhythm } from './rhythm.ts'

/** By whom and when; ids come from outside. */
export type Changing = { personId: string; identityId: string; now: Date }

/** More subscriptions than anybody reads through; a list in one line is one subscription. */
export const MOST_SUBSCRIPTIONS = 20

/**
 * Subscribes to each of `wanted` that is not subscribed yet. `only`: all others end. Whoever had stopped, or took their
 * consent back (`anew`), begins anew: what they had before stays ended, and neither a stop nor a pause is left.
 * `too_many`: nothing was written.
 */
export async function subscribe(
  tx: Transaction,
  by: Changing,
  of: {
    wanted: readonly Interests[]
    only: boolean
    anew: boolean
    rhythm: Rhythm | null
    newId: () => string
  },
): Promise<'subscribed' | 'too_many'> {
  const { personId, identityId, now } = by
  const before = await tx.alertPreference.findUnique({ where: { personId } })
  const known = await findSubscriptions(tx, personId)
  const isFresh = of.only || of.anew || (before !== null && before.stoppedAt !== null)
  const ending = isFresh ? known.filter(({ wanted }) => !isAmong(wanted, of.wanted)) : []
  const added = of.wanted.filter((wanted) => !known.some((one) => sameInterests(one.wanted, wanted)))
  if (known.length - ending.length + added.length > MOST_SUBSCRIPTIONS) return 'too_many'
  await endSubscriptions(
    tx,
    by,
    ending.map(({ id }) => id),
  )
  await tx.subscription.createMany({
    data: added.map((wanted) => ({ ...wanted, id: of.newId(), personId, identityId, createdAt: now })),
  })
  await prefer(tx, personId, {
    stoppedAt: null,
    pausedUntil: null,
    ...(of.rhythm !== null && { rhythm: of.rhythm }),
  })
  return 'subscribed'
}

const isAmong = (wanted: Interests, all: readonly Interests[]) =>
  all.some((one) => sameInterests(one, wanted))

/** Ends subscriptions of the person; gives how many of them were still in force. */
export async function endSubscriptions(
  tx: Transaction,
  { personId, now }: Pick<Changing, 'personId' | 'now'>,
  ids: readonly string[],
): Promise<number> {
  const { count } = await tx.subscription.updateMany({
    where: { personId, id: { in: [...ids] }, endedAt: null },
    data: { endedAt: now },
  })
  return count
}

/** Ends all subscriptions but one; false when that one is gone, and then nothing ended. */
export async function keepOnly(
  tx: Transaction,
  { personId, now }: Pick<Changing, 'personId' | 'now'>,
  id: string,
): Promise<boolean> {
  const kept = await tx.subscription.count({ where: { personId, id, endedAt: null } })
  if (kept === 0) return false
  await tx.subscription.updateMany({
    where: { personId, id: { not: id }, endedAt: null },
    data: { endedAt: now },
  })
  return true
}

type Preference = {
  rhythm?: Rhythm
  quietFrom?: number
  quietTo?: number
  pausedUntil?: Date | null
  stoppedAt?: Date | null
}

/** Notes how a person wants to hear. */
export async function prefer(tx: Transaction, personId: string, preference: Preference): Promise<void> {
  await tx.alertPreference.upsert({
    where: { personId },
    create: { personId, ...DEFAULT_PREFERENCE, ...preference },
    update: preference,
  })
}

/** "DỪNG": nothing is sent from now on; also what is queued already, for it is looked at again before it is sent. */
export const stopAlerts = (tx: Transaction, { personId, now }: Pick<Changing, 'personId' | 'now'>) =>
  prefer(tx, personId, { stoppedAt: now })
