import { stopNudges } from '../../challenges/nudges.ts'
import type { Feature } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import { nudgeTexts } from '../../texts/nudges.ts'

/** Folded whole messages that end the reminders of drafts. */
const STOP_PHRASES: readonly string[] = [
  ...[
    'thoi nhac',
    'thoinhac',
    'thoi dung nhac',
    'dung nhac',
    'dung nhac nua',
    'khong nhac nua',
    'khong can nhac',
  ],
  ...['ngung nhac', 'tat nhac', 'tat nhac nho', 'dung nhac toi', 'thoi khong nhac', 'thoi nhac toi'],
]

/** "thôi nhắc": no more reminders of the drafts that the person has now. */
export const stopNudgesFeature: Feature = {
  name: 'stop-nudges',
  command({ said }) {
    if (!STOP_PHRASES.includes(said)) return null
    return {
      say: [],
      effects: {
        async write(tx, { personId, now }) {
          const count = await stopNudges(tx, { authorId: personId, now })
          return [{ text: plainText(count === 0 ? nudgeTexts.nothingToStop : nudgeTexts.stopped) }]
        },
      },
    }
  },
}
