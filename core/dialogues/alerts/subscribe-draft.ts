import { z } from 'zod'
import { describeInterests } from '../../alerts/subscriptions/describe-interests.ts'
import { type Interests, mergeInterests } from '../../alerts/subscriptions/interests.ts'
import type { Alerts } from '../../alerts/subscriptions/read-alerts.ts'
import type { ReadInterests } from '../../alerts/subscriptions/read-interests.ts'
import { clockTime } from '../../alerts/subscriptions/read-quiet.ts'
import { RHYTHMS } from '../../alerts/subscriptions/rhythm.ts'
import { CHALLENGE_FIELDS } from '../../challenge-fields.ts'
import { plainText } from '../../formatted-text.ts'
import type { Reply } from '../../message.ts'
import { challengeFieldNames } from '../../texts/challenge-fields.ts'
import { subscriptionTexts } from '../../texts/subscriptions.ts'
import { unitTexts } from '../../texts/units.ts'
import type { Unit } from '../../units/unit.ts'

const interestsSchema = z.object({
  everything: z.boolean(),
  fields: z.array(z.enum(CHALLENGE_FIELDS)),
  unitCodes: z.array(z.string()),
  keywords: z.array(z.string()),
})

/** What somebody is about to subscribe to. `rhythm` null: as it is. `guided`: they are asked step by step. */
export const draftSchema = z.object({
  wanted: z.array(interestsSchema),
  unclear: z.array(z.object({ typed: z.string(), candidates: z.array(z.string()), rest: interestsSchema })),
  only: z.boolean(),
  rhythm: z.enum(RHYTHMS).nullable(),
  guided: z.boolean(),
})
export type SubscribeDraft = z.infer<typeof draftSchema>

/** The draft that a read text gives; what was asked for before it is replaced. */
export const draftOf = (
  read: ReadInterests,
  of: Pick<SubscribeDraft, 'only' | 'rhythm' | 'guided'>,
): SubscribeDraft => ({ wanted: read.wanted, unclear: read.unclear, ...of })

/** The draft with the first unclear unit settled. */
export function settleUnit(draft: SubscribeDraft, codes: readonly string[]): SubscribeDraft {
  const [first, ...unclear] = draft.unclear
  if (first === undefined) return draft
  const settled = { ...first.rest, unitCodes: [...first.rest.unitCodes, ...codes] }
  return { ...draft, wanted: mergeInterests([...draft.wanted, settled]), unclear }
}

/** The question that asks for interests. */
export function interestsQuestion(): Reply {
  const fields = CHALLENGE_FIELDS.filter((field) => field !== 'other')
  return {
    text: plainText(subscriptionTexts.askInterests),
    choices: [
      ...fields.map((field) => ({ id: FIELD + field, label: challengeFieldNames[field] })),
      { id: EVERYTHING, label: subscriptionTexts.allChoice },
    ],
  }
}

/** Which of its choices was picked; null for another choice. */
export function pickedInterests(choice: string): Interests | null {
  const none = { everything: false, fields: [], unitCodes: [], keywords: [] }
  if (choice === EVERYTHING) return { ...none, everything: true }
  const field = CHALLENGE_FIELDS.find((each) => choice === FIELD + each)
  return field ? { ...none, fields: [field] } : null
}

/** "1, 3": several of the fields that were offered; null where a number is none of them. */
export function pickedByNumbers(text: string): Interests | null {
  if (!/^\s*\d\s*(?:[,;+&]|và|va|\s)\s*\d(?:\s*(?:[,;+&]|và|va|\s)\s*\d)*\s*$/u.test(text)) return null
  const choices = interestsQuestion().choices ?? []
  const picked = [...text.matchAll(/\d/g)].map(([digit]) => choices[Number(digit) - 1]?.id ?? '')
  const read = picked.map(pickedInterests)
  if (read.some((each) => each === null)) return null
  return mergeInterests(read.filter((each) => each !== null))[0] ?? null
}

/** The question which of several units is meant. */
export function unitQuestion(
  { typed, candidates }: SubscribeDraft['unclear'][number],
  units: readonly Unit[],
): Reply {
  const named = units.filter(({ code }) => candidates.includes(code))
  if (named.length > MOST_CANDIDATES) {
    return {
      text: plainText(subscriptionTexts.manyPlaces(typed, named.length)),
      choices: [
        { id: ALL_UNITS, label: subscriptionTexts.allPlaces },
        { id: OTHER_UNIT, label: subscriptionTexts.anotherPlace },
      ],
    }
  }
  const choices = named.map((unit) => ({ id: UNIT + unit.code, label: unitTexts.nameWithArea(unit) }))
  return {
    text: plainText(subscriptionTexts.askUnit(typed)),
    choices: [...choices, { id: ALL_UNITS, label: subscriptionTexts.allPlaces }],
  }
}

/** The sentence that is confirmed. `isAnew`: what the person had before does not come back. */
export function confirmQuestion(
  draft: SubscribeDraft,
  alerts: Alerts & { isAnew: boolean },
  units: readonly Unit[],
): Reply {
  const wanted = draft.wanted.map((each) => describeInterests(each, units))
  const text = subscriptionTexts.confirm(wanted, {
    only: draft.only && alerts.subscriptions.length > 0,
    rhythm: draft.rhythm ?? alerts.rhythm,
    ended: alerts.isAnew && alerts.subscriptions.length > 0,
    quiet: quietHours(alerts),
  })
  return {
    text: plainText(text),
    choices: [
      { id: YES, label: subscriptionTexts.yes },
      { id: NO, label: subscriptionTexts.change },
    ],
  }
}

/** "21:00 đến 07:00"; null where nothing is quiet. */
export const quietHours = ({ quietFrom, quietTo }: Pick<Alerts, 'quietFrom' | 'quietTo'>): string | null =>
  quietFrom === quietTo ? null : subscriptionTexts.hours(clockTime(quietFrom), clockTime(quietTo))

/** Offers the alerts of some fields, named after it with commas between. */
export const FIELDS_CHOICE = 'alerts:fields:'
export const YES = 'subscribe:yes'
export const NO = 'subscribe:no'
export const UNIT = 'subscribe:unit:'
export const ALL_UNITS = 'subscribe:all-units'
export const OTHER_UNIT = 'subscribe:other-unit'
const FIELD = 'subscribe:field:'
const EVERYTHING = 'subscribe:everything'
const MOST_CANDIDATES = 14
