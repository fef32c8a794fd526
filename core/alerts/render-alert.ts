import { CHALLENGE_FIELDS } from '../challenge-fields.ts'
import { joinTexts, plainText } from '../formatted-text.ts'
import type { Reply } from '../message.ts'
import { alertTexts } from '../texts/alerts.ts'
import { challengeFieldNames } from '../texts/challenge-fields.ts'
import { unitTexts } from '../texts/units.ts'
import { parseUnitKind } from '../units/unit.ts'
import { vietnamDateTime } from '../vietnam-time.ts'
import type { CampaignKind } from './campaign.ts'

export type AlertVersion = {
  title: string
  field: string
  deadline: Date | null
  note: string | null
  challenge: { code: string; unit: { kind: string; name: string } | null }
}

/** The words of an alert: the campaign's own, or what is told of a version; and below, why it came and how to end it. */
export function renderAlert(kind: CampaignKind, body: Reply | null, version: AlertVersion): Reply {
  const { text, ...rest } = body ?? { text: plainText(wordsOf(kind, version)) }
  return { ...rest, text: joinTexts([text, plainText(alertTexts.footer)]) }
}

function wordsOf(kind: CampaignKind, { title, field, deadline, note, challenge }: AlertVersion): string {
  const { code, unit } = challenge
  const known = CHALLENGE_FIELDS.find((each) => each === field) ?? 'other'
  const told = {
    ...{ code, title, note },
    unit: unit && unitTexts.name({ kind: parseUnitKind(unit.kind), name: unit.name }),
    field: challengeFieldNames[known],
    deadline: deadline && vietnamDateTime(deadline),
  }
  if (kind === 'changed') return alertTexts.changed(told)
  if (kind === 'deadline_extended') return alertTexts.deadlineExtended(told)
  return alertTexts.published(told)
}
