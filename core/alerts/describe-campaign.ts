import { alertTexts } from '../texts/alerts.ts'
import type { FoundCampaign } from './find-campaigns.ts'

/** What became of a campaign's people, as staff read it: what nobody met is left out. */
export function describeCampaign(campaign: FoundCampaign): string {
  const { outcomes } = campaign
  const named: [string, number][] = [
    [alertTexts.outcomes.sent, outcomes.sent],
    [alertTexts.outcomes.sentLate, outcomes.sentLate],
    [alertTexts.outcomes.digest, outcomes.digest],
    [alertTexts.outcomes.waiting, outcomes.waiting],
    [alertTexts.outcomes.deferred, outcomes.deferred],
    ...Object.entries(outcomes.withheld).map(([reason, people]): [string, number] => [
      alertTexts.withheldBecause(reason),
      people,
    ]),
    [alertTexts.outcomes.undeliverable, outcomes.undeliverable],
    [alertTexts.outcomes.unknown, outcomes.unknown],
    [alertTexts.outcomes.failed, outcomes.failed],
  ]
  const counts = named.filter(([, people]) => people > 0).map(([what, people]) => ({ what, people }))
  return alertTexts.summary({ ...campaign, counts })
}
