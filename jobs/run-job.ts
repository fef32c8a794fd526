import { z } from 'zod'
import type { Deps } from '../core/deps.ts'
import type { JobName } from '../core/outbox.ts'
import { campaignAlarm } from './handlers/campaign-alarm.ts'
import { campaignClose } from './handlers/campaign-close.ts'
import { campaignRows } from './handlers/campaign-rows.ts'
import { fanOutAlert } from './handlers/fan-out-alert.ts'
import { handleMessage } from './handlers/handle-message.ts'
import { nudgeDrafts } from './handlers/nudge-drafts.ts'
import { publishDue } from './handlers/publish-due.ts'
import { purgeDrafts } from './handlers/purge-drafts.ts'
import { remindDeadlines } from './handlers/remind-deadlines.ts'
import { sendDigests } from './handlers/send-digests.ts'
import { sweepRetention } from './handlers/sweep-retention.ts'
import { trainingAfter } from './handlers/training-after.ts'
import { trainingChange } from './handlers/training-change.ts'
import { trainingRemind } from './handlers/training-remind.ts'
import { trainingSettle } from './handlers/training-settle.ts'
import { trainingSweep } from './handlers/training-sweep.ts'
import { trainingTell } from './handlers/training-tell.ts'
import type { RunJob } from './start-worker.ts'

type Handler = (payload: unknown, deps: Deps) => Promise<void>

const personPayload = z.object({ personId: z.uuid() })
const changePayload = z.object({ sessionId: z.uuid(), revision: z.number().int() })
const sessionPayload = z.object({ sessionId: z.uuid() })
const registrationPayload = z.object({ registrationId: z.uuid(), revision: z.number().int() })

const campaignId = z.string().regex(/^\d+$/)
const campaignPayload = z.object({ campaignId })
const pagePayload = z.object({ campaignId, page: z.number().int() })
const alarmPayload = z.object({ campaignId, at: z.string() })

const HANDLERS: Record<JobName, Handler> = {
  'campaign-alarm': (payload, deps) => campaignAlarm(alarmPayload.parse(payload), deps),
  'campaign-close': (payload, deps) => campaignClose(campaignPayload.parse(payload), deps),
  'campaign-rows': (payload, deps) => campaignRows(campaignPayload.parse(payload), deps),
  'fan-out-alert': (payload, deps) => fanOutAlert(pagePayload.parse(payload), deps),
  'handle-message': (payload, deps) => handleMessage(personPayload.parse(payload), deps),
  'sweep-retention': (_, deps) => sweepRetention(deps),
  'send-digests': (_, deps) => sendDigests(deps),
  'remind-deadlines': (_, deps) => remindDeadlines(deps),
  'nudge-drafts': (_, deps) => nudgeDrafts(deps),
  'publish-due': (_, deps) => publishDue(deps),
  'purge-drafts': (_, deps) => purgeDrafts(deps),
  'training-after': (_, deps) => trainingAfter(deps),
  'training-change': (payload, deps) => trainingChange(changePayload.parse(payload), deps),
  'training-remind': (_, deps) => trainingRemind(deps),
  'training-settle': (payload, deps) => trainingSettle(sessionPayload.parse(payload), deps),
  'training-sweep': (_, deps) => trainingSweep(deps),
  'training-tell': (payload, deps) => trainingTell(registrationPayload.parse(payload), deps),
}

/** Runs a job by its name; its payload is read again here. Throws for a name nobody handles. */
export function createRunJob(deps: Deps): RunJob {
  return async (name, payload) => {
    if (!(name in HANDLERS)) throw new Error(`no handler for the job ${name}`)
    await HANDLERS[name as JobName](payload, deps)
  }
}
