import { z } from 'zod'
import type { Deps } from '../core/deps.ts'
import type { JobName } from '../core/outbox.ts'
import { handleMessage } from './handlers/handle-message.ts'
import { sweepRetention } from './handlers/sweep-retention.ts'
import type { RunJob } from './start-worker.ts'

type Handler = (payload: unknown, deps: Deps) => Promise<void>

const personPayload = z.object({ personId: z.uuid() })

const HANDLERS: Record<JobName, Handler> = {
  'handle-message': (payload, deps) => handleMessage(personPayload.parse(payload), deps),
  'sweep-retention': (_, deps) => sweepRetention(deps),
}

/** Runs a job by its name; its payload is read again here. Throws for a name nobody handles. */
export function createRunJob(deps: Deps): RunJob {
  return async (name, payload) => {
    if (!(name in HANDLERS)) throw new Error(`no handler for the job ${name}`)
    await HANDLERS[name as JobName](payload, deps)
  }
}
