import { hintWithModel } from '../../challenges/assist/hint-with-model.ts'
import { coach } from '../../challenges/coach/coach.ts'
import { plainWords } from '../../commands.ts'
import type { DialogueContext, Said } from '../../dialogue.ts'
import { missingFields } from '../../forms/missing-fields.ts'
import { nameOf, type Run, textOf } from '../../forms/run.ts'
import { findFieldById } from '../../forms/sequence.ts'
import { withoutCourtesies } from '../../forms/words.ts'
import { coachingTexts } from '../../texts/coaching.ts'
import { drafting } from '../../texts/drafting.ts'
import type { DraftState } from './draft-state.ts'
import { type DraftStep, reply, stay } from './draft-step.ts'
import type { Work } from './draft-work.ts'

type AtForm = Extract<DraftState, { at: 'form' }>

/** Folded whole messages. */
const PHRASES = new Set([
  ...['gop y', 'xin gop y', 'cho gop y', 'nghe gop y', 'gop y cho toi', 'gop y cho em', 'gop y bai nay'],
  ...['gop y bai toan', 'gop y ban nhap', 'nhan xet', 'xin nhan xet', 'cham diem', 'can bo sung gi'],
])

/** Whether somebody asks what could be better in their draft. */
export const asksForAdvice = ({ text, choice }: Said): boolean => {
  const said = plainWords(text.slice(0, 80))
  return choice === null && (PHRASES.has(said) || PHRASES.has(withoutCourtesies(said)))
}

/** As much as is read on a phone in one go. */
const MOST_REMARKS = 3
const MOST_HINTS = 2

/** What the rubric and, where there is one, a model would have the author add; then the pending question. */
export async function advise(work: Work, state: AtForm, { model }: DialogueContext): Promise<DraftStep> {
  const { answers } = work.run
  const hints = model === null ? null : await hintWithModel(publicTexts(work.run), model)
  const byModel = (hints ?? []).slice(0, MOST_HINTS).map((hint) => adviceLine(work.run, hint))
  const asked = stay(work, { ...state, answers, notes: [], brief: true })
  const advice = [adviceText(work.run), ...(byModel.length > 0 ? [drafting.adviceOfModel(byModel)] : [])]
  return { ...asked, say: [...advice.map((text) => reply(text)), ...asked.say] }
}

/** The score is said when nothing is missing: before that it tells only how far the draft has got. */
function adviceText(run: Run): string {
  const { form, answers } = run
  const isComplete = missingFields(form, answers).length === 0
  const { score, remarks } = coach(answers)
  const lines = remarks
    .filter(({ fieldId }) => isComplete || answers[fieldId] !== undefined)
    .slice(0, MOST_REMARKS)
    .map((remark) => adviceLine(run, remark))
  if (lines.length > 0) return drafting.advice(isComplete ? score : null, lines)
  return isComplete ? coachingTexts.complete(score) : drafting.noAdviceYet
}

const adviceLine = (run: Run, { fieldId, text }: { fieldId: string; text: string }): string => {
  const field = findFieldById(run.form, fieldId)
  return drafting.adviceLine(field ? nameOf(run, field) : fieldId, text)
}

/** What is not for the public is not for a model either. */
const publicTexts = (run: Run) =>
  run.form.fields.flatMap((field) => {
    const answer = run.answers[field.id]
    return answer && field.public
      ? [{ id: field.id, label: field.label, text: textOf(run, field, answer) }]
      : []
  })
