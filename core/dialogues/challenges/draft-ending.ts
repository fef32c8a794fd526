import { coach } from '../../challenges/coach/coach.ts'
import type { Draft } from '../../challenges/drafts/read-draft.ts'
import type { Answers } from '../../forms/form.ts'
import { missingFields } from '../../forms/missing-fields.ts'
import { nameOf, type Run } from '../../forms/run.ts'
import { fieldsInTurn, findFieldById } from '../../forms/sequence.ts'
import type { Choice } from '../../message.ts'
import type { Grant } from '../../people/roles.ts'
import { drafting } from '../../texts/drafting.ts'

/** The choices at the end of the form. */
export const END = {
  send: 'draft:send',
  improve: 'draft:improve:',
  missing: 'draft:missing',
  preview: 'draft:preview',
  edit: 'draft:edit',
  leave: 'draft:leave',
} as const

type Ended = { draft: Draft; run: Run; answers: Answers; actor: readonly Grant[] }

/** What is said when all fields were gone through: what is missing, or how clear the statement is, and what to do next. */
export function endingOf(ended: Ended): { text: string; choices: Choice[] } {
  const missing = missingFields(ended.run.form, ended.answers)
  const rest = [
    { id: END.preview, label: drafting.preview },
    { id: END.edit, label: drafting.edit },
    { id: END.leave, label: drafting.leave },
  ]
  if (missing.length > 0) {
    const names = missing.map((field) => nameOf(ended.run, field)).join('; ')
    return {
      text: drafting.incomplete(missing.length, names),
      choices: [{ id: END.missing, label: drafting.answerMissing }, ...rest],
    }
  }
  return {
    text: completeText(ended),
    choices: [{ id: END.send, label: sendLabel(ended) }, ...improve(ended), ...rest],
  }
}

/** How clear the statement is, and the one thing that would make it clearer. */
function completeText({ draft, run, answers }: Ended): string {
  const fields = fieldsInTurn(run.form)
  const answered = fields.filter(({ id }) => answers[id] !== undefined).length
  const { score, next } = coach(answers)
  const field = next && findFieldById(run.form, next.fieldId)
  return [
    drafting.complete(titleIn(answers) ?? draft.title, draft.code, answered, fields.length),
    drafting.score(score),
    ...(next && field ? [drafting.nextBest(nameOf(run, field), next.text)] : []),
  ].join('\n')
}

function improve({ run, answers }: Ended): Choice[] {
  const { next } = coach(answers)
  const field = next && findFieldById(run.form, next.fieldId)
  return field ? [{ id: END.improve + field.id, label: drafting.improve(nameOf(run, field)) }] : []
}

/** The title as it is in the answers; the row has that of the message before. */
export function titleIn(answers: Answers): string | null {
  const title = answers.title
  return title?.kind === 'text' ? title.text : null
}

/** A lead sends straight to the programme. */
export const isLeadOf = (actor: readonly Grant[], unitCode: string | null): boolean =>
  unitCode !== null && actor.some((grant) => grant.role === 'unit_lead' && grant.unitCode === unitCode)

function sendLabel({ draft, answers, actor }: Ended): string {
  if (draft.state === 'RETURNED') return drafting.sendAgain
  return isLeadOf(actor, unitIn(answers)) ? drafting.sendAsLead : drafting.send
}

/** The unit that the answers name. */
export function unitIn(answers: Answers): string | null {
  const unit = Object.values(answers).find(({ kind }) => kind === 'unit')
  return unit?.kind === 'unit' ? unit.code : null
}
