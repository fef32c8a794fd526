import { prefer, stopAlerts } from '../../alerts/subscriptions/change-alerts.ts'
import { describeInterests } from '../../alerts/subscriptions/describe-interests.ts'
import { hearsAnything, readAlerts } from '../../alerts/subscriptions/read-alerts.ts'
import { LONGEST_PAUSE_DAYS, readPause } from '../../alerts/subscriptions/read-pause.ts'
import { type QuietWords, readQuiet } from '../../alerts/subscriptions/read-quiet.ts'
import type { Rhythm } from '../../alerts/subscriptions/rhythm.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Asked, Feature, Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import { hasConsent } from '../../people/consent.ts'
import { subscriptionTexts } from '../../texts/subscriptions.ts'
import { findUnits } from '../../units/find-units.ts'
import { vietnamDateTime } from '../../vietnam-time.ts'
import { askForLess, chooseLess, LESS } from './less.ts'
import { meansStop, surelyMeansAlerts } from './stop-words.ts'
import { subscribeDialogue } from './subscribe.ts'
import { quietHours } from './subscribe-draft.ts'
import { sayWhy } from './why.ts'

/**
 * Hearing less, in as few words as people have: what a person says here about their own alerts is done at once, told,
 * and undone as easily. Words that could mean something else count only for who hears alerts at all.
 */
export const hearLessFeature: Feature = {
  name: 'hear-less',
  async command(asked) {
    const { text, choice, context } = asked
    if (meansStop(text, choice !== null)) return stop(asked)
    if (choice?.startsWith(PAUSE)) return pauseUntil(readPause(choice.slice(PAUSE.length), context.now))
    if (choice?.startsWith(LESS)) return chooseLess(choice, context)
    if (choice !== null) return null
    if (RESUME.has(asked.said)) return resume(context)
    const isFree = asked.dialogue === null
    if (WHY.has(asked.said) && (isFree || asked.said.includes('tin'))) return sayWhy(context)
    const quiet = readQuiet(text)
    if (quiet !== null) return setQuiet(quiet, context)
    if (PAUSING.test(asked.said)) return pause(asked)
    // In the middle of a form these words are more likely an answer.
    if (!isFree) return null
    const isLess = LESS_WORDS.has(asked.said)
    const rhythm = RHYTHM_WORDS.get(asked.said)
    if (!isLess && rhythm === undefined) return null
    const alerts = await readAlerts(context.db, context.person.id)
    if (!hearsAnything(alerts)) return null
    return rhythm === undefined ? askForLess(alerts, context) : setRhythm(rhythm)
  },
}

/** A bare "dung" or "stop" of who hears nothing is no stop; and the pause of a draft is that dialogue's own. */
async function stop({ text, dialogue, context }: Asked): Promise<Found | null> {
  if (!surelyMeansAlerts(text) && !hearsAnything(await readAlerts(context.db, context.person.id))) return null
  return {
    say: [{ text: plainText(subscriptionTexts.stopped) }],
    // Whoever was about to subscribe does not want to any more; anything else goes on.
    ...(dialogue?.name === subscribeDialogue.name && { next: null }),
    effects: {
      async write(tx, by) {
        await stopAlerts(tx, by)
        return []
      },
    },
  }
}

async function resume(context: DialogueContext): Promise<Found> {
  const alerts = await readAlerts(context.db, context.person.id)
  const hears = alerts.subscriptions.length + alerts.following > 0
  if (hears && !hasConsent(context.consents, 'alerts')) {
    return { say: [{ text: plainText(subscriptionTexts.resumeNeedsConsent) }] }
  }
  const units = await findUnits(context.db)
  const wanted = alerts.subscriptions.map((each) => describeInterests(each.wanted, units))
  return {
    say: [{ text: plainText(subscriptionTexts.resumed(wanted)) }],
    effects: {
      async write(tx, { personId }) {
        await prefer(tx, personId, { stoppedAt: null, pausedUntil: null })
        return []
      },
    },
  }
}

async function pause({ text, said, dialogue, context }: Asked): Promise<Found | null> {
  const until = readPause(text, context.now)
  if (until !== null) return pauseUntil(until)
  const isNamed = PAUSE_NAMED.has(said)
  const alerts = await readAlerts(context.db, context.person.id)
  if (!isNamed && (!PAUSE_BARE.has(said) || dialogue !== null || !hearsAnything(alerts))) return null
  const { week, twoWeeks, month } = subscriptionTexts.pauseChoices
  return {
    say: [
      {
        text: plainText(subscriptionTexts.askPause),
        choices: [week, twoWeeks, month].map((label) => ({ id: PAUSE + label, label })),
      },
    ],
  }
}

function pauseUntil(until: ReturnType<typeof readPause>): Found | null {
  if (until === null) return null
  if (until === 'too_long') {
    return { say: [{ text: plainText(subscriptionTexts.pauseTooLong(LONGEST_PAUSE_DAYS)) }] }
  }
  return {
    say: [{ text: plainText(subscriptionTexts.paused(vietnamDateTime(until))) }],
    effects: {
      async write(tx, { personId }) {
        await prefer(tx, personId, { pausedUntil: until })
        return []
      },
    },
  }
}

const setRhythm = (rhythm: Rhythm): Found => ({
  say: [{ text: plainText(`${subscriptionTexts.rhythmSet(rhythm)}\n${subscriptionTexts.rhythmWords}`) }],
  effects: {
    async write(tx, { personId }) {
      await prefer(tx, personId, { rhythm })
      return []
    },
  },
})

async function setQuiet(quiet: QuietWords, context: DialogueContext): Promise<Found> {
  if (quiet.status === 'unclear') return { say: [{ text: plainText(subscriptionTexts.quietUnclear) }] }
  if (quiet.status === 'shown') {
    const hours = quietHours(await readAlerts(context.db, context.person.id))
    return { say: [{ text: plainText(subscriptionTexts.quietNow(hours)) }] }
  }
  const hours =
    quiet.status === 'hours' ? { quietFrom: quiet.from, quietTo: quiet.to } : { quietFrom: 0, quietTo: 0 }
  const shown = quietHours(hours)
  return {
    say: [
      { text: plainText(shown === null ? subscriptionTexts.quietOff : subscriptionTexts.quietSet(shown)) },
    ],
    effects: {
      async write(tx, { personId }) {
        await prefer(tx, personId, hours)
        return []
      },
    },
  }
}

const PAUSE = 'alerts:pause:'
const PAUSING = /^(?:tam dung|tam ngung|tam nghi|nghi nhan tin|ngung nhan tin)\b/
const PAUSE_NAMED = new Set(['tam dung nhan tin', 'tam ngung nhan tin', 'tam dung tin', 'tam nghi nhan tin'])
const PAUSE_BARE = new Set(['tam dung', 'tam ngung', 'tam nghi'])
const RESUME = new Set([
  ...[
    'nhan tin lai',
    'nhan lai tin',
    'nhan lai',
    'tiep tuc nhan tin',
    'mo lai tin',
    'bat tin',
    'bat lai tin',
  ],
  ...['gui tin lai', 'gui lai tin', 'bat thong bao', 'mo thong bao'],
])
const WHY = new Set([
  ...[
    'vi sao toi nhan tin nay',
    'tai sao toi nhan tin nay',
    'sao toi nhan tin nay',
    'vi sao toi nhan duoc tin nay',
  ],
  ...[
    'tai sao toi nhan duoc tin nay',
    'sao toi lai nhan tin nay',
    'vi sao nhan tin nay',
    'tai sao gui tin nay',
  ],
  ...[
    'tai sao toi lai nhan duoc tin nay',
    'vi sao gui tin nay cho toi',
    'sao lai gui tin nay cho toi',
    'vi sao',
  ],
])
const LESS_WORDS = new Set([
  'it hon',
  'it tin hon',
  'bot tin',
  'gui it hon',
  'nhieu tin qua',
  'it lai',
  'bot lai',
])
const RHYTHM_WORDS = new Map<string, Rhythm>([
  ...[
    'hang tuan',
    'tuan',
    'moi tuan',
    'nhan hang tuan',
    'nhan tin hang tuan',
    'gop theo tuan',
    'moi tuan mot tin',
  ].map((phrase): [string, Rhythm] => [phrase, 'weekly']),
  ...[
    'hang ngay',
    'moi ngay',
    'nhan hang ngay',
    'nhan tin hang ngay',
    'gop theo ngay',
    'moi ngay mot tin',
  ].map((phrase): [string, Rhythm] => [phrase, 'daily']),
  ...['nhan ngay', 'nhan tin ngay', 'gui ngay', 'bao ngay', 'ngay khi co', 'ngay lap tuc'].map(
    (phrase): [string, Rhythm] => [phrase, 'instant'],
  ),
])
