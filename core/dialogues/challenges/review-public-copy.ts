import { publicFields } from '../../challenges/lacking.ts'
import type { ReadChallenge } from '../../challenges/read-challenge.ts'
import { type Redacted, redact, redactText } from '../../challenges/redact/redact.ts'
import { problemStatementForm } from '../../challenges/statement-form.ts'
import { findField } from '../../forms/find-field.ts'
import { findFieldById } from '../../forms/sequence.ts'
import { publicCopyTexts } from '../../texts/public-copy.ts'
import { reviewTexts } from '../../texts/reviewing.ts'
import { coveredParts } from './covered-parts.ts'
import { askNext, showMenu } from './review-menu.ts'
import { showPage } from './review-pages.ts'
import { isContact, keep } from './review-settings.ts'
import type { At } from './review-state.ts'
import { type Answering, ask, notForMe, type Review, type ReviewStep } from './review-step.ts'
import { fieldName, fieldText } from './statement-pages.ts'

const ID = { accept: 'copy:accept', edit: 'copy:edit', keep: 'copy:keep', again: 'copy:again' } as const
/** The field that names the office to ask: it stands beside the statement, too. */
const CONTACT = 'office_contact'
const REST = { use: 'copy:use', read: 'copy:read', menu: 'copy:menu' } as const

/** Of one public text, as much as any field of the form takes. */
export const LONGEST_PUBLIC = 3000
const SHORTEST_PUBLIC = 3

/** What the public would see, field by field; `settled` fields were looked at by staff. */
function proposals(read: ReadChallenge): (Redacted & { settled: boolean })[] {
  const fields = publicFields(read.answers).map((field) => ({
    fieldId: field.id,
    text: fieldText(read, field),
  }))
  return redact(fields, confidentialPart(read)).map((each) => ({
    ...each,
    settled: read.publicText?.[each.fieldId] !== undefined,
  }))
}

/** What the author asked to keep back. */
export function confidentialPart({ answers }: Pick<ReadChallenge, 'answers'>): string {
  const answer = answers.confidential_part
  return answer?.kind === 'text' ? answer.text : ''
}

/** Goes on with the first field in which something is to be covered; then with all the others at once. */
export function goThrough(review: Review): ReviewStep {
  const all = proposals(review.read)
  const next = all.find(({ settled, flags }) => !settled && flags.length > 0)
  const flagged = all.filter(({ flags }) => flags.length > 0)
  const isStart = !all.some(({ settled }) => settled)
  if (next !== undefined) {
    const step = askAbout(review, next, flagged)
    if (!isStart || step.status !== 'said') return step
    const begin = ask(publicCopyTexts.begin(all.length, flagged.length), {
      at: 'menu',
      challengeId: review.read.id,
    })
    return begin.status === 'said' ? { ...step, say: [...begin.say, ...step.say] } : step
  }
  return all.some(({ settled }) => !settled) ? askRest(review, all) : askReady(review)
}

/** The question that waits at a place of the public copy, once more. */
export function askCoverAgain(
  state: At<'cover' | 'cover_edit' | 'cover_check' | 'cover_rest' | 'cover_done'>,
  review: Review,
): ReviewStep {
  const { read } = review
  const all = proposals(read)
  switch (state.at) {
    case 'cover': {
      const field = all.find(({ fieldId }) => fieldId === state.fieldId)
      return field
        ? askAbout(
            review,
            field,
            all.filter(({ flags }) => flags.length > 0),
          )
        : goThrough(review)
    }
    case 'cover_edit':
      return askText(read, state.fieldId)
    case 'cover_check':
      return askStillThere(state, read)
    case 'cover_rest':
      return askRest(review, all)
    case 'cover_done':
      return askReady(review)
  }
}

function askAbout({ read }: Review, field: Redacted, flagged: Redacted[]): ReviewStep {
  const { internal, shown } = coveredParts(field, confidentialPart(read))
  const text = publicCopyTexts.field({
    ...{ name: nameOf(field.fieldId), internal, shown, flags: field.flags },
    at: flagged.findIndex(({ fieldId }) => fieldId === field.fieldId) + 1,
    count: flagged.length,
  })
  return ask(text, { at: 'cover', challengeId: read.id, fieldId: field.fieldId }, [
    { id: ID.accept, label: publicCopyTexts.accept },
    { id: ID.edit, label: publicCopyTexts.edit },
    { id: ID.keep, label: publicCopyTexts.keep },
  ])
}

function askRest({ read }: Review, all: readonly { settled: boolean }[]): ReviewStep {
  const count = all.filter(({ settled }) => !settled).length
  const text = publicCopyTexts.rest(count, count === all.length)
  return ask(text, { at: 'cover_rest', challengeId: read.id }, [
    { id: REST.use, label: publicCopyTexts.useRest },
    { id: REST.read, label: publicCopyTexts.readFirst },
  ])
}

const askReady = ({ read }: Review): ReviewStep =>
  ask(publicCopyTexts.ready, { at: 'cover_done', challengeId: read.id }, [
    { id: REST.read, label: publicCopyTexts.read },
    { id: REST.menu, label: publicCopyTexts.toMenu },
  ])

const nameOf = (fieldId: string) => {
  const field = findFieldById(problemStatementForm, fieldId)
  return field === null ? fieldId : fieldName(field)
}

export function onCover(state: At<'cover'>, answering: Answering): ReviewStep {
  const { read, said } = answering
  const field = proposals(read).find(({ fieldId }) => fieldId === state.fieldId)
  if (field === undefined) return goThrough(answering)
  switch (said.choice) {
    case ID.accept:
      return settle(answering, state.fieldId, field.shown)
    case ID.edit:
      return askText(read, state.fieldId)
    case ID.keep:
      return onCoverText(state, answering, field.internal)
    default:
      return notForMe(state)
  }
}

const askText = (read: ReadChallenge, fieldId: string): ReviewStep =>
  ask(publicCopyTexts.askText(nameOf(fieldId)), { at: 'cover_edit', challengeId: read.id, fieldId })

/** What staff wrote themselves is looked at, too: they are shown what is still in it. */
export function onCoverText(
  { fieldId }: { fieldId: string },
  answering: Answering,
  text = answering.said.text.trim(),
): ReviewStep {
  const { read } = answering
  const again = { at: 'cover_edit' as const, challengeId: read.id, fieldId }
  if (text.length < SHORTEST_PUBLIC) return ask(publicCopyTexts.tooShort, again)
  if (text.length > LONGEST_PUBLIC) return ask(publicCopyTexts.tooLong(LONGEST_PUBLIC), again)
  if (fieldId === CONTACT && !isContact(text, read)) return ask(reviewTexts.contactUnclear, again)
  const { flags } = redactText(text, confidentialPart(read))
  if (flags.length === 0) return settle(answering, fieldId, text)
  return askStillThere({ at: 'cover_check', challengeId: read.id, fieldId, text }, read)
}

/** Shows what is still found in a text that staff typed, for them to decide. */
export const askStillThere = (state: At<'cover_check' | 'change_check'>, read: ReadChallenge): ReviewStep =>
  ask(publicCopyTexts.stillThere(redactText(state.text, confidentialPart(read)).flags), state, STILL_THERE)

const STILL_THERE = [
  { id: ID.accept, label: publicCopyTexts.acceptCovered },
  { id: ID.keep, label: publicCopyTexts.keepTyped },
  { id: ID.again, label: publicCopyTexts.again },
]

export function onCoverCheck(state: At<'cover_check'>, answering: Answering): ReviewStep {
  const { fieldId } = state
  const text = checkedText(state.text, answering)
  if (text === 'again') return askText(answering.read, fieldId)
  return text === null ? notForMe(state) : settle(answering, fieldId, text.use)
}

/** What became of a text in which something was still found: covered, kept as typed, typed again. */
export function checkedText(text: string, { read, said }: Answering): { use: string } | 'again' | null {
  switch (said.choice) {
    case ID.accept:
      return { use: redactText(text, confidentialPart(read)).shown }
    case ID.keep:
      return { use: text }
    case ID.again:
      return 'again'
    default:
      return null
  }
}

/** Keeps one field's public text, and goes on with the next. */
function settle(answering: Answering, fieldId: string, text: string): ReviewStep {
  const publicText = { ...answering.read.publicText, [fieldId]: text }
  const read = { ...answering.read, publicText }
  return keep(
    answering,
    { publicText, ...(fieldId === CONTACT && isContact(text, read) && { contact: text }) },
    publicCopyTexts.kept(nameOf(fieldId)),
    goThrough({ ...answering, read }),
  )
}

export function onRest(state: At<'cover_rest'>, answering: Answering): ReviewStep {
  const { read, said } = answering
  if (said.choice === REST.read) return showPage(answering, 'statement', 0)
  if (said.choice !== REST.use) return notForMe(state)
  const plain = proposals(read).filter(({ settled }) => !settled)
  const publicText = {
    ...Object.fromEntries(plain.map(({ fieldId, shown }) => [fieldId, shown])),
    ...read.publicText,
  }
  const contact = read.contact ?? publicText[CONTACT] ?? ''
  const set = { publicText, ...(isContact(contact, read) && { contact }) }
  return keep(answering, set, publicCopyTexts.done, askNext(read))
}

export function onCoverDone(state: At<'cover_done'>, answering: Answering): ReviewStep | Promise<ReviewStep> {
  const { read, said } = answering
  if (said.choice === REST.read) return showPage(answering, 'public', 0)
  if (said.choice === REST.menu) return showMenu(answering)
  const found = findField(problemStatementForm, said.text)
  if (found.status === 'none') return notForMe(state)
  if (found.status === 'several') return ask(reviewTexts.fieldSeveral(found.fields.map(fieldName)), state)
  return read.publicText?.[found.field.id] === undefined
    ? ask(publicCopyTexts.notPublic, state)
    : askText(read, found.field.id)
}
