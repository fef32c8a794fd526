import { redactText } from '../../challenges/redact/redact.ts'
import { problemStatementForm } from '../../challenges/statement-form.ts'
import { findField } from '../../forms/find-field.ts'
import { findFieldById } from '../../forms/sequence.ts'
import { clip } from '../../texts/challenge-states.ts'
import { publicCopyTexts } from '../../texts/public-copy.ts'
import { reviewTexts } from '../../texts/reviewing.ts'
import { askNext } from './review-menu.ts'
import { planMove } from './review-move.ts'
import { askStillThere, checkedText, confidentialPart, LONGEST_PUBLIC } from './review-public-copy.ts'
import type { At } from './review-state.ts'
import { type Answering, ask, notForMe, type Review, type ReviewStep } from './review-step.ts'
import { fieldName } from './statement-pages.ts'

const MORE = { another: 'change:another', post: 'change:post', drop: 'change:drop' } as const
type Edits = Record<string, string>

/** Begins a corrected version of what is published: nothing of it is public before it is posted as a whole. */
export const askChange = ({ read }: Review, edits: Edits = {}): ReviewStep =>
  ask(publicCopyTexts.askChange, { at: 'change_field', challengeId: read.id, edits })

export function onChangeField(state: At<'change_field'>, { read, said }: Answering): ReviewStep {
  const found = findField(problemStatementForm, said.text)
  if (found.status === 'none') return ask(reviewTexts.fieldUnknown(said.text), state)
  if (found.status === 'several') return ask(reviewTexts.fieldSeveral(found.fields.map(fieldName)), state)
  if (read.publicText?.[found.field.id] === undefined) return ask(publicCopyTexts.notPublic, state)
  return askText({ ...state, at: 'change_text', fieldId: found.field.id }, read)
}

function askText(state: At<'change_text'>, read: Review['read']): ReviewStep {
  const present = state.edits[state.fieldId] ?? read.publicText?.[state.fieldId] ?? ''
  return ask(publicCopyTexts.present(nameOf(state.fieldId), clip(present, LONGEST_SHOWN)), state)
}

/** The question that waits at a place of a corrected version, once more. */
export function askChangeAgain(
  state: At<'change_field' | 'change_text' | 'change_check' | 'change_more'>,
  review: Review,
): ReviewStep {
  switch (state.at) {
    case 'change_field':
      return askChange(review, state.edits)
    case 'change_text':
      return askText(state, review.read)
    case 'change_check':
      return askStillThere(state, review.read)
    case 'change_more':
      return askMore(review, state.edits)
  }
}

const LONGEST_SHOWN = 900
const SHORTEST = 3

export function onChangeText(state: At<'change_text'>, answering: Answering): ReviewStep {
  const text = answering.said.text.trim()
  if (text.length < SHORTEST) return ask(publicCopyTexts.tooShort, state)
  if (text.length > LONGEST_PUBLIC) return ask(publicCopyTexts.tooLong(LONGEST_PUBLIC), state)
  const { flags } = redactText(text, confidentialPart(answering.read))
  if (flags.length === 0) return askMore(answering, { ...state.edits, [state.fieldId]: text })
  return askStillThere({ ...state, at: 'change_check', text }, answering.read)
}

export function onChangeCheck(state: At<'change_check'>, answering: Answering): ReviewStep {
  const text = checkedText(state.text, answering)
  if (text === null) return notForMe(state)
  if (text !== 'again') return askMore(answering, { ...state.edits, [state.fieldId]: text.use })
  const { challengeId, edits, fieldId } = state
  return askText({ at: 'change_text', challengeId, edits, fieldId }, answering.read)
}

const nameOf = (fieldId: string) => {
  const field = findFieldById(problemStatementForm, fieldId)
  return field === null ? fieldId : fieldName(field)
}

function askMore({ read }: Review, edits: Edits): ReviewStep {
  const text = publicCopyTexts.changed(Object.keys(edits).map(nameOf))
  return ask(text, { at: 'change_more', challengeId: read.id, edits }, [
    { id: MORE.post, label: publicCopyTexts.post },
    { id: MORE.another, label: publicCopyTexts.another },
    { id: MORE.drop, label: publicCopyTexts.drop },
  ])
}

export function onChangeMore(
  state: At<'change_more'>,
  answering: Answering,
): ReviewStep | Promise<ReviewStep> {
  switch (answering.said.choice) {
    case MORE.post:
      return planMove(answering, 'PUBLISHED', { edits: state.edits })
    case MORE.another:
      return askChange(answering, state.edits)
    case MORE.drop:
      return askNext(answering.read)
    default:
      return notForMe(state)
  }
}
