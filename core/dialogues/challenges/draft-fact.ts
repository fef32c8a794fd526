import type { AnswerGiven, DialogueContext } from '../../dialogue.ts'
import { takesText } from '../../forms/ask-over.ts'
import { readQuestion } from '../../forms/is-question.ts'
import { fieldAt } from '../../forms/run.ts'
import { answers as answerTexts } from '../../texts/answers.ts'
import { formTexts } from '../../texts/forms.ts'
import type { DraftState } from './draft-state.ts'
import { type DraftStep, stay } from './draft-step.ts'
import type { Work } from './draft-work.ts'

type AtForm = Extract<DraftState, { at: 'form' }>

/** After a question in the middle: the pending question again, with an offer to use what was cited where it fits. */
export async function afterAnswer(
  work: Work,
  state: AtForm,
  answer: AnswerGiven,
  context: DialogueContext,
): Promise<DraftStep> {
  const { standing, kinSeen } = state
  const { answers } = work.run
  const again = (over: typeof standing.over): DraftStep => {
    const step = stay(work, { answers, standing: { ...standing, over }, notes: [], kinSeen })
    const { next } = step
    if (state.asked === undefined || answer.status === 'answered' || next?.at !== 'form') return step
    return { ...step, next: { ...next, asked: state.asked } }
  }
  const { place } = standing
  const isProse = place.at === 'asking' || place.at === 'collecting'
  if (!isProse || standing.over !== null || !takesText(work.run, standing)) return again(standing.over)
  const fact = answer.status === 'answered' ? await citeFact(answer, context) : null
  const said = readQuestion(answer.question)?.sure === false ? answer.question : null
  if (fact === null || fieldAt(work.run, place).kind !== 'long_text') return again(null)
  return again({ ask: 'fact', text: fact, sources: answer.passageIds, said })
}

/** The answer's own words, cut at a sentence, with who published them and when; null when it cites nothing. */
async function citeFact({ text, passageIds }: AnswerGiven, { db }: DialogueContext): Promise<string | null> {
  if (passageIds.length === 0) return null
  const passages = await db.passage.findMany({ where: { id: { in: passageIds } }, select: { title: true } })
  const titles = new Set(passages.map(({ title }) => title))
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const source = lines.find((line) => line.startsWith(answerTexts.sourceLabel))
  const body = lines.filter(
    (line) => line !== source && !titles.has(line) && !line.startsWith(answerTexts.cautionLabel),
  )
  if (source === undefined || body.length === 0) return null
  const name = source.slice(answerTexts.sourceLabel.length).replace(/\.$/, '')
  return formTexts.citing(cutAtSentence(body.join(' '), LONGEST_FACT), name)
}

const LONGEST_FACT = 400

function cutAtSentence(text: string, longest: number): string {
  if (text.length <= longest) return text
  const head = text.slice(0, longest)
  const end = head.lastIndexOf('. ')
  return end > longest / 3 ? head.slice(0, end + 1) : `${head.slice(0, head.lastIndexOf(' '))}…`
}
