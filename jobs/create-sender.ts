import { createAlertScreen } from '../core/alerts/screen-alerts.ts'
import { steerCampaign } from '../core/alerts/steer-campaign.ts'
import { createFailureWatch } from '../core/alerts/watch-failures.ts'
import { createNudgeScreen } from '../core/challenges/screen-nudges.ts'
import type { Deps } from '../core/deps.ts'
import type { Channel } from '../core/message.ts'
import { schedule } from '../core/outbox.ts'
import { currentNotice } from '../core/people/current-notice.ts'
import { createLaneSender } from '../core/sending/drain-lane.ts'
import type { DueDelivery } from '../core/sending/find-due.ts'
import type { MonthQuota } from '../core/sending/month-quota.ts'
import { createPace, type PaceRules } from '../core/sending/pace.ts'
import type { Tried } from '../core/sending/record-outcomes.ts'
import { createTrainingScreen } from '../core/training/screen-notices.ts'

export type SenderDeps = Pick<Deps, 'database' | 'settings' | 'log' | 'now'> & {
  /** Who holds the lanes: one id a process. */
  owner: string
  quotas?: ReadonlyMap<string, MonthQuota> | undefined
  /** How fast a platform lets us write; as fast as it goes where nothing is said. */
  paces?: ReadonlyMap<string, PaceRules> | undefined
}

/** A platform answers after some tenths of a second: enough for the 1,000 a second of Telegram's paid broadcasts. */
const IN_FLIGHT = 256

/** The sender of a channel's lane with all its rules: plan, rate, a last look at what was not asked for, and an eye on failures. */
export function createSender(channel: Channel, deps: SenderDeps) {
  const { database, settings, log, now, owner } = deps
  const { prisma } = database
  const rules = deps.paces?.get(channel.name)
  const watch = createFailureWatch({
    percent: settings.campaignFailurePercent,
    sample: settings.campaignFailureSample,
    onTrouble: (campaignId) => pauseCampaign(campaignId, deps),
  })
  return createLaneSender(channel, {
    prisma,
    log,
    now,
    owner,
    claimMs: settings.claimMs,
    mayClaim: deps.quotas?.get(channel.name)?.mayClaim,
    pace: rules && createPace(rules),
    inFlight: rules && IN_FLIGHT,
    screen: createScreen({ db: prisma, now, noticeVersion: currentNotice(settings).version }),
    onRecorded: (tried) => watch(tried.flatMap(ofCampaign)),
  })
}

/** News of classes and reminders of drafts go to whoever agreed to be remembered, everything else to whoever agreed to alerts. */
function createScreen(deps: Parameters<typeof createAlertScreen>[0]) {
  const [screenAlerts, screenNudges] = [createAlertScreen(deps), createNudgeScreen(deps)]
  const screenTraining = createTrainingScreen(deps)
  return async (due: DueDelivery[]) => {
    const remembered = due.filter(({ consent }) => consent === 'account')
    const ofTraining = await screenTraining(remembered)
    const nudges = remembered.filter(({ id }) => !ofTraining.has(id))
    const alerts = due.filter(({ consent }) => consent !== 'account')
    const alertVerdicts = alerts.length > 0 ? await screenAlerts(alerts) : []
    return new Map([...alertVerdicts, ...ofTraining, ...(await screenNudges(nudges))])
  }
}

/** What waits for another try has not failed, and what a process left behind when it died says nothing of the platform. */
function ofCampaign({ delivery: { campaignId, abandoned }, outcome }: Tried) {
  if (campaignId === null || abandoned || outcome.status === 'pending') return []
  return [{ campaignId, failed: outcome.status !== 'sent' }]
}

/** Somebody looks at it before more people get nothing, or the same twice. */
async function pauseCampaign(campaignId: bigint, { database, now }: SenderDeps): Promise<void> {
  await database.prisma.$transaction(async (tx) => {
    const steered = await steerCampaign(tx, { campaignId, how: 'pause', why: 'failure_rate', byId: null })
    if (steered.status !== 'done') return
    const payload = { campaignId: String(campaignId), at: now().toISOString() }
    await schedule(tx, { job: 'campaign-alarm', payload }, { lane: 'waiting' })
  })
}
