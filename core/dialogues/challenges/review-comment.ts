import { findNotes, noteComment } from '../../challenges/comments.ts'
import { problemStatementForm } from '../../challenges/statement-form.ts'
import { plainWords } from '../../commands.ts'
import { findField } from '../../forms/find-field.ts'
import { findFieldById } from '../../forms/sequence.ts'
import { moveTexts } from '../../texts/review-moves.ts'
import { reviewTexts } from '../../texts/reviewing.ts'
import { fold } from '../../vietnamese.ts'
import { askNext } from './review-menu.ts'
import type { At } from './review-state.ts'
import { type Answering, ask, type Review, type ReviewStep, reply, reviews, writing } from './review-step.ts'
import { fieldName } from './statement-pages.ts'

/** "góp ý 5: …", "gop y 5 …", "góp ý nguyên nhân: …", "góp ý chung: …"; the comment may come in the next message. */
const COMMENT = [
  /^\s*gop y\s+(?:muc\s+)?(?<target>\d{1,2})\s*(?:[:.,-]\s*|\s)(?<text>[\s\S]*)$/i,
  /^\s*gop y\s+(?:muc\s+)?(?<target>[^:\n]{1,60}?)\s*(?::\s*(?<text>[\s\S]*))?$/i,
]

const readComment = (text: string) =>
  COMMENT.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined)

/** Whether somebody comments on a field wherever they stand with a statement. */
export const isComment = (text: string) => readComment(fold(text.normalize('NFC'))) !== undefined

export const askField = ({ read }: Review): ReviewStep =>
  ask(reviewTexts.askField, { at: 'comment_field', challengeId: read.id })

export function onComment(answering: Answering): ReviewStep {
  const text = answering.said.text.normalize('NFC')
  const found = readComment(fold(text))
  // Folding keeps every letter's place, so the comment can be cut from the text as it was typed.
  const comment = text.slice(text.length - (found?.text ?? '').length)
  return onField(answering, found?.target ?? '', found?.text ? comment : undefined)
}

/** A field was named; with a comment already, or the comment is asked for. */
export function onField(answering: Answering, target = answering.said.text, comment?: string): ReviewStep {
  const { read } = answering
  const go = (fieldId: string | null) => {
    const state = { at: 'comment' as const, challengeId: read.id, fieldId }
    return comment === undefined ? askComment(state) : onCommentText(state, answering, comment)
  }
  if (['chung', 'ca bai', 'toan bai', 'ca bai toan'].includes(plainWords(target))) return go(null)
  const found = findField(problemStatementForm, target)
  const again = { at: 'comment_field' as const, challengeId: read.id }
  if (found.status === 'found') return go(found.field.id)
  if (found.status === 'none') return ask(reviewTexts.fieldUnknown(target), again)
  return ask(reviewTexts.fieldSeveral(found.fields.map(fieldName)), again)
}

export const askComment = (state: At<'comment'>): ReviewStep =>
  ask(reviewTexts.askComment(nameOf(state.fieldId)), state)

export function onCommentText(state: At<'comment'>, { read, said }: Answering, text = said.text): ReviewStep {
  const comment = text.trim()
  if (!reviews(read)) return ask(moveTexts.refused.not_allowed, { at: 'menu', challengeId: read.id })
  if (comment.length < SHORTEST) return ask(reviewTexts.commentTooShort, state)
  const { fieldId } = state
  return writing(async (tx, by) => {
    await noteComment(tx, {
      challengeId: read.id,
      fieldId,
      text: comment,
      personId: by.personId,
      identityId: by.identityId,
      now: by.now,
    })
    const notes = await findNotes(tx, { challengeId: read.id, personId: by.personId })
    return [reply(reviewTexts.commentKept(nameOf(fieldId), notes.length))]
  }, askNext(read))
}

const SHORTEST = 4

function nameOf(fieldId: string | null): string {
  const field = fieldId === null ? null : findFieldById(problemStatementForm, fieldId)
  return field === null ? reviewTexts.wholeStatement : reviewTexts.oneField(fieldName(field))
}
