import { createLatencyFloor, createWindow } from './rate-window.ts'

/** How fast a platform lets us write. Rates are messages a second. */
export type PaceRules = {
  /** What is no reply goes out at this rate, evenly spaced. */
  perSecond: number
  /** The most of everything, replies included, in any second; null where no such limit is known. */
  most: number | null
  /** Between two messages to one chat that are no replies. */
  chatGapMs: number
}

export type Pace = {
  /** How many may begin at a moment, in milliseconds of a clock that never goes back; `waitMs`: until more may. */
  room(at: number): { replies: number; others: number; waitMs: number }
  /** Counts one that begins; the function it gives is to be called when the platform has answered, or never will. */
  take(at: number, kind: 'reply' | 'other', chatId: string): (answeredAt: number) => void
  /** Chats that were written to so recently that only a reply may follow now. */
  restingChats(at: number): string[]
}

/** A little longer than the platform's: neither clock is exact. */
const SECOND_MS = 1_005
/** A late timer or a slow look at the database is made up for, up to this; no second gets more than its share by it. */
const CATCH_UP_MS = 500
/** Nothing was waiting for so long: there is nothing to make up for. */
const IDLE_MS = 1_000
/** At high rates messages go in small groups, so that one look at the database serves several. */
const GROUPS_A_SECOND = 20

/**
 * Keeps one lane's rate: everything but replies is spaced evenly, a reply goes at once and pushes the rest back by its
 * own share, and no second of the platform's has more than its limit, however unevenly the network carries them.
 */
export function createPace({ perSecond, most, chatGapMs }: PaceRules): Pace {
  const space = SECOND_MS / perSecond
  const group = Math.max(1, Math.floor(perSecond / GROUPS_A_SECOND))
  /** When the next message that is no reply has its turn. */
  let nextAt = Number.NEGATIVE_INFINITY
  const latency = createLatencyFloor()
  const all = createWindow(most ?? Number.POSITIVE_INFINITY)
  const others = createWindow(perSecond)
  const chats = new Map<string, number>()

  return {
    room(at) {
      const groupAt = nextAt + (group - 1) * space
      const replies = all.free(at)
      const free = at < groupAt ? 0 : Math.min(group, others.free(at), replies)
      const waitMs = free > 0 ? 0 : Math.max(groupAt - at, others.freeIn(at), all.freeIn(at), 1)
      return { replies, others: free, waitMs }
    },
    take(at, kind, chatId) {
      nextAt = (at - nextAt > IDLE_MS ? at : Math.max(nextAt, at - CATCH_UP_MS)) + space
      const windows = kind === 'reply' ? [all] : [all, others]
      const releases = windows.map((window) => window.take())
      if (kind === 'other' && chatGapMs > 0) {
        chats.delete(chatId)
        chats.set(chatId, at)
      }
      return (answeredAt) => {
        // It was counted by the platform somewhere in between; what follows takes at least the shortest way there.
        const until = answeredAt - latency.note(answeredAt - at) + SECOND_MS
        for (const release of releases) release(until)
      }
    },
    restingChats(at) {
      for (const [chatId, since] of chats) {
        if (since > at - chatGapMs) break
        chats.delete(chatId)
      }
      return [...chats.keys()]
    },
  }
}
