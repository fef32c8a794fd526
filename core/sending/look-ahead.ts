import type { Verdict } from './begin-deliveries.ts'
import type { DueDelivery } from './find-due.ts'

/** Deliveries that are due, with what a last look said of those that need one. */
export type Looked = { due: DueDelivery[]; verdicts: Map<bigint, Verdict> }

export type LookAhead = {
  /** What is due now, at most `limit`: a group that was looked up meanwhile, or a new look. */
  next(limit: number, now: () => Promise<Looked>): Promise<Looked>
  /** Looks up the group after this one while this one is begun, where this one was full and worth it. */
  prepare(looked: Looked, limit: number, look: (held: bigint[]) => Promise<Looked>): void
  /** Forgets what was looked up. Resolves when no look is under way. */
  clear(): Promise<void>
}

/** Smaller groups are looked up when their turn comes, so that nothing more urgent waits behind them. */
const WORTH_IT = 32

/**
 * Keeps a lane that sends hundreds a second from waiting for the database between its groups. A reply that comes in
 * between waits for one group at most.
 */
export function createLookAhead(): LookAhead {
  let ahead: Promise<Looked> | null = null
  return {
    async next(limit, now) {
      const looked = await (ahead ?? now())
      ahead = null
      // What is more than may go now is found again.
      return { ...looked, due: looked.due.slice(0, limit) }
    },
    prepare({ due }, limit, look) {
      if (due.length < Math.max(limit, WORTH_IT)) return
      ahead = look(due.map(({ id }) => id))
      // A fault is thrown to who takes it.
      ahead.catch(() => undefined)
    },
    async clear() {
      await ahead?.catch(() => undefined)
      ahead = null
    },
  }
}
