import { endSubscriptions } from '../../alerts/subscriptions/change-alerts.ts'
import { describeInterests } from '../../alerts/subscriptions/describe-interests.ts'
import { type Interests, mergeInterests } from '../../alerts/subscriptions/interests.ts'
import {
  findSubscriptions,
  hearsAnything,
  readAlerts,
  type Subscribed,
} from '../../alerts/subscriptions/read-alerts.ts'
import { type ReadInterests, readInterests } from '../../alerts/subscriptions/read-interests.ts'
import { readSubscribeLine, type SubscribeLine } from '../../alerts/subscriptions/read-subscribe-line.ts'
import { plainWords } from '../../commands.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Asked, Feature, Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import { hasConsent } from '../../people/consent.ts'
import { subscriptionTexts } from '../../texts/subscriptions.ts'
import { findUnits } from '../../units/find-units.ts'
import { vietnamDateTime } from '../../vietnam-time.ts'
import { begin } from './begin.ts'
import { EMPTY, nextStep, subscribeDialogue } from './subscribe.ts'
import { draftOf, quietHours } from './subscribe-draft.ts'

/** Subscribing in one line or step by step, seeing what one is subscribed to, and ending some of it. */
export const subscribeFeature: Feature = {
  name: 'subscribe',
  async command(asked) {
    if (asked.choice?.startsWith(END)) return endChosen(asked.choice.slice(END.length), asked.context)
    if (asked.choice !== null) return null
    if (MINE.has(asked.said)) return showMine(asked.context)
    if (END_WHICH.has(asked.said)) return askWhichToEnd(asked.context)
    const line = readSubscribeLine(asked.text)
    if (line === null) return null
    // In the middle of a form, words that do not name the alerts are more likely an answer.
    const isFree = asked.dialogue === null || asked.dialogue.name === subscribeDialogue.name
    return isFree || line.kind === 'start' || line.verb === 'alerts' ? follow(line, asked) : null
  },
  async answer(asked) {
    const line = asked.choice === null ? readSubscribeLine(asked.text) : null
    return line && follow(line, asked)
  },
}

const MINE = new Set([
  ...['dang ky cua toi', 'dangkycuatoi', 'xem dang ky', 'tin cua toi', 'tin toi nhan', 'danh sach dang ky'],
  ...['toi dang theo doi gi', 'toi dang ky gi', 'toi dang nhan tin gi', 'dang ky nhan tin cua toi'],
])
const END_WHICH = new Set(['bo theo doi', 'bo dang ky nhan tin', 'bot dang ky', 'sua dang ky', 'doi dang ky'])
const END = 'alerts:end:'

async function follow(line: SubscribeLine, { context }: Asked): Promise<Found | null> {
  if (line.kind === 'start') return begin(subscribeDialogue, await nextStep(EMPTY, context))
  const read = readInterests(line.rest, await findUnits(context.db))
  if (line.kind === 'unsubscribe') return endNamed(read, line.verb === 'alerts', context)
  if (!isSure(read, line)) return null
  if (line.kind === 'only' && line.verb === 'register') {
    const known = await findSubscriptions(context.db, context.person.id)
    if (known.length === 0) return null
  }
  const [unknown] = read.unknown
  if (unknown !== undefined) return { say: [{ text: plainText(subscriptionTexts.unknownUnit(unknown)) }] }
  const draft = draftOf(read, { only: line.kind === 'only', rhythm: line.rhythm, guided: false })
  return begin(subscribeDialogue, await nextStep(draft, context))
}

/**
 * Whether a line that is no answer to a question can only be meant as a wish to hear: "đăng ký lớp học" is none, and a
 * keyword alone counts after words that name the alerts, or short after "theo dõi".
 */
function isSure({ wanted, unclear, unknown }: ReadInterests, { verb }: { verb: string }): boolean {
  const all = [...wanted, ...unclear.map(({ rest }) => rest)]
  const keywords = all.flatMap((each) => each.keywords)
  const named =
    unclear.length > 0 ||
    all.some(({ everything, fields, unitCodes }) => everything || fields.length + unitCodes.length > 0)
  if (verb === 'register') return named && keywords.length === 0 && unknown.length === 0
  const isShort = keywords.every((keyword) => plainWords(keyword).split(' ').length <= MOST_KEYWORD_WORDS)
  return (named || keywords.length > 0 || unknown.length > 0) && isShort
}

const MOST_KEYWORD_WORDS = 4

async function showMine(context: DialogueContext): Promise<Found> {
  const alerts = await readAlerts(context.db, context.person.id)
  const units = await findUnits(context.db)
  const { stoppedAt, pausedUntil, rhythm, following } = alerts
  const isPaused = pausedUntil !== null && pausedUntil > context.now
  const isHeld = hearsAnything(alerts) && !hasConsent(context.consents, 'alerts')
  const note = isHeld
    ? subscriptionTexts.noConsentNote
    : stoppedAt
      ? subscriptionTexts.stoppedNote
      : isPaused
        ? subscriptionTexts.pausedNote(vietnamDateTime(pausedUntil))
        : null
  const wanted = alerts.subscriptions.map((each) => describeInterests(each.wanted, units))
  const text = subscriptionTexts.mine(wanted, { rhythm, quiet: quietHours(alerts), following, note })
  return { say: [{ text: plainText(text) }] }
}

/** Ends what was named. The whole of a subscription goes that wants nothing else; of a list only what was named. */
async function endNamed(
  read: ReadInterests,
  isAboutAlerts: boolean,
  context: DialogueContext,
): Promise<Found | null> {
  const known = await findSubscriptions(context.db, context.person.id)
  const named = mergeInterests([
    ...read.wanted,
    ...read.unclear.map(({ rest, candidates }) => ({ ...rest, unitCodes: candidates })),
  ])
  const touched = known.filter(({ wanted }) => named.some((each) => overlaps(wanted, each)))
  if (touched.length > 0) return askToEnd(touched, context)
  if (known.length === 0 && !isAboutAlerts) return null
  const isKnownThing = read.wanted.some(({ fields, unitCodes }) => fields.length + unitCodes.length > 0)
  if (!isKnownThing && read.unclear.length === 0) return null
  return { say: [{ text: plainText(subscriptionTexts.notSubscribed) }] }
}

function overlaps(wanted: Interests, named: Interests): boolean {
  if (named.everything) return true
  const keywords = named.keywords.map(plainWords)
  return (
    wanted.fields.some((field) => named.fields.includes(field)) ||
    wanted.unitCodes.some((code) => named.unitCodes.includes(code)) ||
    wanted.keywords.some((keyword) => keywords.includes(plainWords(keyword)))
  )
}

async function askWhichToEnd(context: DialogueContext): Promise<Found> {
  const known = await findSubscriptions(context.db, context.person.id)
  if (known.length === 0) return { say: [{ text: plainText(subscriptionTexts.none) }] }
  return askToEnd(known, context)
}

async function askToEnd(known: readonly Subscribed[], context: DialogueContext): Promise<Found> {
  const units = await findUnits(context.db)
  return {
    say: [
      {
        text: plainText(subscriptionTexts.askEnd),
        choices: [
          ...known.map(({ id, wanted }) => ({
            id: END + id,
            label: subscriptionTexts.choice(describeInterests(wanted, units)),
          })),
          { id: `${END}none`, label: subscriptionTexts.keepAll },
        ],
      },
    ],
  }
}

async function endChosen(id: string, context: DialogueContext): Promise<Found> {
  const known = await findSubscriptions(context.db, context.person.id)
  const chosen = known.find((each) => each.id === id)
  if (id === 'none') return { say: [{ text: plainText(subscriptionTexts.unchanged) }] }
  if (chosen === undefined) return { say: [{ text: plainText(subscriptionTexts.gone) }] }
  const name = describeInterests(chosen.wanted, await findUnits(context.db))
  return {
    say: [],
    effects: {
      async write(tx, by) {
        const count = await endSubscriptions(tx, by, [id])
        return [{ text: plainText(count === 0 ? subscriptionTexts.gone : subscriptionTexts.ended(name)) }]
      },
    },
  }
}
