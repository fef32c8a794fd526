import type { DialogueContext } from '../../dialogue.ts'
import type { Feature, Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import { afterTexts } from '../../texts/training-after.ts'
import { dayTexts } from '../../texts/training-day.ts'
import { findRatable, type Ratable } from '../../training/feedback/find-ratable.ts'
import { begin, feedbackDialogue } from './feedback-dialogue.ts'

const WORDS =
  /^(?:(?:toi|em) (?:muon )?)?(?:danh gia|gop y|nhan xet|phan hoi)(?: (?:ve |cho )?(?:lop|lop hoc|lop tap huan|khoa hoc|buoi hoc|buoi tap huan))(?: lop)?(?: [a-z0-9]{6})?$/
const FEEDBACK_OF = 'feedback:of:'
const MOST_CHOICES = 6

/** "đánh giá lớp": three questions about a class that the person attended. */
export const feedbackFeature: Feature = {
  name: 'training-feedback',
  async command({ choice, said, context }) {
    if (choice?.startsWith(FEEDBACK_OF)) {
      const chosen = (await ratable(context)).find(({ code }) => code === choice.slice(FEEDBACK_OF.length))
      return chosen === undefined ? say(afterTexts.givenAlready) : open(chosen)
    }
    if (choice !== null || !WORDS.test(said)) return null
    const found = await ratable(context)
    const named = found.find(({ code }) => said.endsWith(` ${code.slice(-6).toLowerCase()}`))
    const [first] = found
    if (first === undefined) return say(afterTexts.nothingToRate)
    if (named !== undefined || found.length === 1) return open(named ?? first)
    const choices = found.slice(0, MOST_CHOICES).map((each) => ({
      id: `${FEEDBACK_OF}${each.code}`,
      label: dayTexts.sessionChoice(each),
    }))
    return { say: [{ text: plainText(afterTexts.whichToRate), choices }] }
  },
}

const ratable = ({ db, person, now }: DialogueContext) => findRatable(db, { personId: person.id, now })

function open(one: Ratable): Found {
  const step = begin(one)
  if (step.status !== 'said' || step.next === null) return { say: [] }
  return { say: step.say, next: feedbackDialogue.at(step.next) }
}

const say = (text: string): Found => ({ say: [{ text: plainText(text) }] })
