import { describeCampaign } from '../../alerts/describe-campaign.ts'
import { type FoundCampaign, findCampaigns, leftOf } from '../../alerts/find-campaigns.ts'
import { STEERABLE, type Steered, type Steering, steerCampaign } from '../../alerts/steer-campaign.ts'
import type { Transaction } from '../../db.ts'
import type { DialogueContext, Writer } from '../../dialogue.ts'
import type { Asked, Feature, Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import { findGrants } from '../../people/find-grants.ts'
import { isStaff } from '../../people/permissions.ts'
import { alertTexts } from '../../texts/alerts.ts'

/** For staff: what became of the alerts, and to hold them. Whoever is none is not told that there is such a thing. */
export const campaignFeature: Feature = {
  name: 'campaigns',
  command(asked) {
    if (!isStaff(asked.context.person.actor)) return null
    const { said, choice, context } = asked
    if (choice !== null) return chosen(choice, context)
    const how = STEERING_WORDS.get(said)
    if (how !== undefined) return offer(how, context)
    if (LIST_PHRASES.includes(said)) return list(context)
    return showOne(asked)
  },
}

const LIST_PHRASES = [
  'chien dich',
  'cac chien dich',
  'dot gui',
  'cac dot gui',
  'dot gui tin',
  'danh sach dot gui',
]

const STEERING_WORDS = new Map<string, Steering>([
  ...['tam dung gui', 'tam dung gui tin', 'tam ngung gui'].map((said) => [said, 'pause'] as const),
  ...['gui tiep', 'tiep tuc gui', 'gui lai tiep'].map((said) => [said, 'resume'] as const),
  ...['huy gui', 'huy dot gui', 'huy gui tin', 'huy chien dich'].map((said) => [said, 'cancel'] as const),
])

const LISTED = 5

async function list({ db }: DialogueContext): Promise<Found> {
  const found = await findCampaigns(db, { limit: LISTED })
  if (found.length === 0) return say(alertTexts.noCampaigns)
  return say(
    alertTexts.list(found.map((each) => ({ ...each, sent: each.outcomes.sent + each.outcomes.digest }))),
  )
}

async function showOne({ said, context }: Asked): Promise<Found | null> {
  const id = /^(?:dot|chien dich|dot gui)(?: so)? (\d{1,18})$/.exec(said)?.[1]
  if (id === undefined) return null
  const [found] = await findCampaigns(context.db, { id: BigInt(id), limit: 1 })
  return say(found === undefined ? alertTexts.unknownCampaign(id) : describeCampaign(found))
}

const WORDS = {
  pause: { which: alertTexts.whichToPause, nothing: alertTexts.nothingToPause },
  resume: { which: alertTexts.whichToResume, nothing: alertTexts.nothingToResume },
  cancel: { which: alertTexts.whichToCancel, nothing: alertTexts.nothingToCancel },
} satisfies Record<Steering, { which: string; nothing: string }>

async function offer(how: Steering, { db }: DialogueContext): Promise<Found> {
  const found = await findCampaigns(db, { states: STEERABLE[how], limit: LISTED })
  const [only] = found
  if (only === undefined) return say(WORDS[how].nothing)
  if (found.length === 1) return confirm(how, only)
  const choices = found.map(({ id, code, kind }) => ({
    id: `campaign:${how}:${id}`,
    label: alertTexts.choiceOf(id, code, kind),
  }))
  return say(WORDS[how].which, [...choices, LEAVE])
}

const LEAVE: Choice = { id: 'campaign:leave', label: alertTexts.no }

function confirm(how: Steering, campaign: FoundCampaign): Found {
  const { id, code } = campaign
  const words = {
    pause: [alertTexts.confirmPause, alertTexts.yesPause],
    resume: [alertTexts.confirmResume, alertTexts.yesResume],
    cancel: [alertTexts.confirmCancel, alertTexts.yesCancel],
  } as const
  const [question, label] = words[how]
  return say(question(id, code, leftOf(campaign)), [{ id: `campaign:${how}!:${id}`, label }, LEAVE])
}

async function chosen(choice: string, context: DialogueContext): Promise<Found | null> {
  if (choice === LEAVE.id) return say(alertTexts.leftAsIs)
  const [, how, sure, id] = /^campaign:(pause|resume|cancel)(!?):(\d+)$/.exec(choice) ?? []
  if (how === undefined || id === undefined) return null
  const [found] = await findCampaigns(context.db, { id: BigInt(id), limit: 1 })
  if (found === undefined) return say(alertTexts.unknownCampaign(id))
  const steering = how as Steering // one of the three in the pattern
  if (sure !== '!') return confirm(steering, found)
  return { say: [], effects: { write: (tx, by) => steer(tx, by, { how: steering, campaignId: found.id }) } }
}

/** Whether they still may, and whether it still can be done, is looked at where it is written. */
async function steer(
  tx: Transaction,
  by: Writer,
  { how, campaignId }: { how: Steering; campaignId: bigint },
): Promise<Reply[]> {
  if (!isStaff(await findGrants(tx, by.personId))) return [{ text: plainText(alertTexts.notStaff) }]
  const steered = await steerCampaign(tx, { campaignId, how, why: 'staff', byId: by.personId })
  return [{ text: plainText(outcomeOf(steered, how, campaignId)) }]
}

function outcomeOf(steered: Steered, how: Steering, id: bigint): string {
  switch (steered.status) {
    case 'done':
      return { pause: alertTexts.paused, resume: alertTexts.resumed, cancel: alertTexts.cancelled }[how](id)
    case 'refused':
      return alertTexts.changedMeanwhile(id, steered.state)
    case 'not_found':
      return alertTexts.unknownCampaign(String(id))
  }
}

const say = (text: string, choices?: Choice[]): Found => ({
  say: [{ text: plainText(text), ...(choices && { choices }) }],
})
