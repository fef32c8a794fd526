import type { Transaction } from '../db.ts'
import { type AttemptLimit, limitAttempts } from './limit-attempts.ts'

/** Wrong codes of one person: enough for slips of the finger. */
export const LINK_ATTEMPTS: AttemptLimit = { kind: 'link', most: 5, withinMs: 10 * 60_000 }

/**
 * Wrong codes of everybody together, against somebody with many fresh accounts: a guess is right with a chance of
 * (codes alive) in a million, so that even with twenty alive at any time 50 guesses in ten minutes need a week on
 * average, with an alarm in the log all the while. Right codes do not count: a full class may link its accounts at once.
 */
export const MOST_EVERYWHERE = 50

type Trying = { personId: string; now: Date }

/** Counts a try and says whose limit forbids it; null when it may be made. */
export async function limitLinkAttempts(
  tx: Transaction,
  trying: Trying,
): Promise<'person' | 'everybody' | null> {
  const own = await limitAttempts(tx, { ...trying, limit: LINK_ATTEMPTS })
  if (own.status === 'too_many') return 'person'
  const [all] = await tx.$queryRaw<{ count: number }[]>`
    select coalesce(sum(least(count, ${LINK_ATTEMPTS.most})), 0)::int as count from "Attempt"
    where kind = ${LINK_ATTEMPTS.kind} and until > ${trying.now}`
  if (all === undefined || all.count <= MOST_EVERYWHERE) return null
  // Not made, so not counted: or those who try again would keep the limit up.
  await returnLinkAttempt(tx, trying)
  return 'everybody'
}

/** Takes one try back. Never all of them: a guesser with a code of their own could start afresh at will. */
export async function returnLinkAttempt(tx: Transaction, { personId }: Trying): Promise<void> {
  await tx.attempt.updateMany({
    where: { personId, kind: LINK_ATTEMPTS.kind, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  })
}
