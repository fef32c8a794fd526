import type { Database } from './db.ts'
import { faultFields, type Log } from './log.ts'

/** What processes tell each other after a commit; the sleeper looks at the database, the topic carries no data. */
export type WakeTopic = 'outbox' | 'corpus' | `lane:${string}` | `mailbox:${string}`

export type Wake = {
  /** Calls `run` each time the topic is announced by any process. Returns how to stop listening. */
  on(topic: WakeTopic, run: () => void): () => void
  close(): Promise<void>
}

/**
 * Listens for announcements made with `notify`; an empty one, after a lost connection, wakes everybody. They are a courtesy that saves waiting for the next poll:
 * whoever sleeps on a topic also looks by itself now and then.
 */
export async function createWake(deps: { database: Database; log: Log }): Promise<Wake> {
  const listeners = new Map<string, Set<() => void>>()
  const stop = await deps.database.listen((payload) => {
    const woken =
      payload === ''
        ? [...listeners.values()].flatMap((set) => [...set])
        : [...(listeners.get(payload) ?? [])]
    for (const run of woken) {
      try {
        run()
      } catch (fault) {
        deps.log.error('wake.listener_failed', faultFields(fault))
      }
    }
  })
  return {
    on(topic, run) {
      const set = listeners.get(topic) ?? new Set()
      listeners.set(topic, set.add(run))
      return () => {
        set.delete(run)
        if (set.size === 0) listeners.delete(topic)
      }
    },
    close: stop,
  }
}
