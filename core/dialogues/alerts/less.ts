import { keepOnly, prefer } from '../../alerts/subscriptions/change-alerts.ts'
import { describeInterests } from '../../alerts/subscriptions/describe-interests.ts'
import { type Alerts, findSubscriptions } from '../../alerts/subscriptions/read-alerts.ts'
import { RHYTHMS, type Rhythm } from '../../alerts/subscriptions/rhythm.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice } from '../../message.ts'
import { subscriptionTexts } from '../../texts/subscriptions.ts'
import { findUnits } from '../../units/find-units.ts'

/** "ít hơn": one step less each time: once a day, once a week, one subscription only, a pause. */
export async function askForLess(alerts: Alerts, context: DialogueContext): Promise<Found> {
  const fewer = RHYTHMS[RHYTHMS.indexOf(alerts.rhythm) + 1]
  if (fewer !== undefined) {
    return ask(subscriptionTexts.less(alerts.rhythm, fewer), [
      { id: LESS + fewer, label: subscriptionTexts.lessYes },
      { id: `${LESS}no`, label: subscriptionTexts.lessNo },
    ])
  }
  const units = await findUnits(context.db)
  const { subscriptions } = alerts
  const keeping = subscriptions.length > 1 ? subscriptions : []
  return ask(subscriptionTexts.keepOne, [
    ...keeping.map(({ id, wanted }) => ({
      id: KEEP + id,
      label: subscriptionTexts.keep(describeInterests(wanted, units)),
    })),
    { id: 'alerts:pause:1 thang', label: subscriptionTexts.pauseInstead },
    { id: `${LESS}stop`, label: subscriptionTexts.stopInstead },
    { id: `${LESS}no`, label: subscriptionTexts.lessNo },
  ])
}

/** What a choice of those questions leads to; null for another choice. */
export async function chooseLess(choice: string, context: DialogueContext): Promise<Found | null> {
  const rhythm = RHYTHMS.find((each) => choice === LESS + each)
  if (rhythm !== undefined) return set(subscriptionTexts.rhythmSet(rhythm), { rhythm })
  if (choice === `${LESS}stop`) return set(subscriptionTexts.stopped, { stoppedAt: context.now })
  if (choice === `${LESS}no`) return { say: [{ text: plainText(subscriptionTexts.unchanged) }] }
  if (!choice.startsWith(KEEP)) return null
  const id = choice.slice(KEEP.length)
  const kept = (await findSubscriptions(context.db, context.person.id)).find((each) => each.id === id)
  if (kept === undefined) return { say: [{ text: plainText(subscriptionTexts.gone) }] }
  const name = describeInterests(kept.wanted, await findUnits(context.db))
  return {
    say: [],
    effects: {
      async write(tx, by) {
        const isKept = await keepOnly(tx, by, id)
        return [{ text: plainText(isKept ? subscriptionTexts.kept(name) : subscriptionTexts.gone) }]
      },
    },
  }
}

const set = (text: string, preference: { rhythm?: Rhythm; stoppedAt?: Date }): Found => ({
  say: [{ text: plainText(text) }],
  effects: {
    async write(tx, { personId }) {
      await prefer(tx, personId, preference)
      return []
    },
  },
})

const ask = (text: string, choices: Choice[]): Found => ({ say: [{ text: plainText(text), choices }] })

export const LESS = 'alerts:less:'
const KEEP = `${LESS}keep:`
