import { faultFields, type Log } from '../core/log.ts'

/** `more`: look again at once. `idle`: after the poll time. `rest`: after `ms`, whoever nudges. */
export type LoopNext = { next: 'more' | 'idle' } | { next: 'rest'; ms: number }

/** What a step that lasts may use: a rest that ends early when the loop is nudged, giving true, or stopped. */
export type Breath = {
  rest(ms: number): Promise<boolean>
  stopping(): boolean
}

export type Loop = {
  /** Looks at once instead of waiting for the poll. */
  nudge(): void
  /** Resolves when the step in hand is finished; no further one begins. */
  stop(): Promise<void>
}

const FAULT_REST_MS = 1_000

/** Repeats `step` until stopped. A fault is logged and the step tried again after a rest. */
export function startLoop(loop: {
  name: string
  step: (breath: Breath) => Promise<LoopNext>
  pollMs: number
  log: Log
}): Loop {
  let stopping = false
  let nudged = false
  let wakeUp = () => {}

  const sleep = (ms: number, wakeable: boolean) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      const end = () => {
        clearTimeout(timer)
        resolve()
      }
      wakeUp = () => {
        if (wakeable || stopping) end()
      }
    })

  const run = async () => {
    while (!stopping) {
      nudged = false
      const { next, ms } = await attempt()
      if (next === 'more' || stopping) continue
      if (next === 'idle' && nudged) continue
      await sleep(ms, next === 'idle')
    }
  }

  const breath: Breath = {
    stopping: () => stopping,
    async rest(ms) {
      if (!nudged && !stopping) await sleep(ms, true)
      const wasNudged = nudged
      nudged = false
      return wasNudged
    },
  }

  const attempt = async (): Promise<{ next: LoopNext['next']; ms: number }> => {
    try {
      return { ms: loop.pollMs, ...(await loop.step(breath)) }
    } catch (fault) {
      loop.log.error('loop.failed', { loop: loop.name, ...faultFields(fault) })
      return { next: 'rest', ms: FAULT_REST_MS }
    }
  }

  // Not at once: the first step may already nudge the loop that is being made.
  const running = Promise.resolve().then(run)
  return {
    nudge() {
      nudged = true
      wakeUp()
    },
    async stop() {
      stopping = true
      wakeUp()
      await running
    },
  }
}
