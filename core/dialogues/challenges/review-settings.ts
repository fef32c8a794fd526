import { partiesOf } from '../../challenges/parties.ts'
import { prepareForPublishing } from '../../challenges/prepare-publishing.ts'
import { redactText } from '../../challenges/redact/redact.ts'
import { problemStatementForm } from '../../challenges/statement-form.ts'
import type { Decided } from '../../challenges/transition.ts'
import { parseChallengeState } from '../../challenges/transitions.ts'
import { findFieldById } from '../../forms/sequence.ts'
import { findGrants } from '../../people/find-grants.ts'
import { readDeadline } from '../../read-date.ts'
import { maskSensitive } from '../../sensitive.ts'
import { moveTexts } from '../../texts/review-moves.ts'
import { reviewTexts } from '../../texts/reviewing.ts'
import { askNext } from './review-menu.ts'
import { planMove } from './review-move.ts'
import type { At } from './review-state.ts'
import {
  type Answering,
  ask,
  daysFrom,
  isStaffOf,
  notForMe,
  type Review,
  type ReviewStep,
  reply,
  writing,
} from './review-step.ts'
import { refusalText } from './say-refusal.ts'

const RIGHT = 'review:right'
const WRONG = 'review:wrong'
const YES_NO = [
  { id: RIGHT, label: reviewTexts.right },
  { id: WRONG, label: reviewTexts.wrong },
]

const TWO_WEEKS = 14
const A_MONTH = 30

/** Before publishing a day is asked for; afterwards a later one. */
export function askDeadline({ read, context }: Review): ReviewStep {
  const { deadline } = read
  const text =
    read.state === 'PUBLISHED' && deadline !== null
      ? reviewTexts.askExtended(deadline, daysFrom(deadline, TWO_WEEKS))
      : reviewTexts.askDeadline(daysFrom(context.now, A_MONTH))
  return ask(text, { at: 'deadline', challengeId: read.id })
}

export function onDeadline(state: At<'deadline'>, answering: Answering): ReviewStep | Promise<ReviewStep> {
  const { read, context, said } = answering
  const day = readDeadline(said.text, context.now)
  if (day.status !== 'date')
    return ask(reviewTexts.badDate[day.status](daysFrom(context.now, A_MONTH)), state)
  if (read.state === 'PUBLISHED') {
    if (read.deadline !== null && day.at <= read.deadline)
      return ask(reviewTexts.notLater(read.deadline), state)
    return planMove(answering, 'PUBLISHED', { deadline: day.at.toISOString() })
  }
  return askRight({ at: 'confirm_deadline', challengeId: read.id, deadline: day.at.toISOString() })
}

/** What was typed, as it was understood. */
export const askRight = (state: At<'confirm_deadline' | 'confirm_contact'>): ReviewStep =>
  ask(
    state.at === 'confirm_contact'
      ? reviewTexts.confirmContact(state.contact, redactText(state.contact, '').flags)
      : reviewTexts.confirmDeadline(new Date(state.deadline)),
    state,
    YES_NO,
  )

export function onConfirmDeadline(state: At<'confirm_deadline'>, answering: Answering): ReviewStep {
  const deadline = new Date(state.deadline)
  if (answering.said.choice === WRONG) return askDeadline(answering)
  if (answering.said.choice !== RIGHT) return notForMe(state)
  return keep(answering, { deadline }, reviewTexts.deadlineSet(deadline))
}

export function askContact({ read }: Review): ReviewStep {
  return ask(reviewTexts.askContact(read.contact ?? contactFromAnswers(read)), {
    at: 'contact',
    challengeId: read.id,
  })
}

function contactFromAnswers({ answers }: Review['read']): string | null {
  const answer = answers.office_contact
  return answer?.kind === 'text' ? answer.text : null
}

export function onContact(state: At<'contact'>, { read, said }: Answering): ReviewStep {
  const contact = said.text.trim()
  if ((said.flags ?? []).length > 0 || maskSensitive(contact).found.length > 0) {
    return ask(reviewTexts.contactPrivate, state)
  }
  if (!isContact(contact, read)) return ask(reviewTexts.contactUnclear, state)
  return askRight({ at: 'confirm_contact', challengeId: read.id, contact })
}

const LONGEST_CONTACT = 300

/** Whether a text names an office and a way to reach it. */
export function isContact(text: string, { answers }: Pick<Review['read'], 'answers'>): boolean {
  const check = findFieldById(problemStatementForm, 'office_contact')?.check
  return text.length <= LONGEST_CONTACT && (check?.({ kind: 'text', text }, answers) ?? null) === null
}

/** The office to ask is told in two places: beside the statement, and in its public text where there is one. */
const withContact = ({ publicText }: Review['read'], contact: string) => ({
  contact,
  ...(publicText !== null && { publicText: { ...publicText, office_contact: contact } }),
})

export function onConfirmContact(state: At<'confirm_contact'>, answering: Answering): ReviewStep {
  if (answering.said.choice === WRONG) return askContact(answering)
  if (answering.said.choice !== RIGHT) return notForMe(state)
  return keep(answering, withContact(answering.read, state.contact), reviewTexts.contactSet)
}

/** Keeps what was settled, and offers the next thing to do. */
export function keep(
  { read }: Review,
  set: Omit<Decided, 'publishAt'>,
  said: string,
  then = askNext(read),
): ReviewStep {
  return writing(async (tx, { personId }) => {
    const { id: challengeId, revision } = read
    const parties = partiesOf(read, { personId, grants: await findGrants(tx, personId) })
    if (!isStaffOf({ parties })) return [reply(moveTexts.refused.not_allowed)]
    const kept = await prepareForPublishing(tx, { challengeId, revision, set })
    if (kept === 'kept') return [reply(said)]
    const row = await tx.challenge.findUniqueOrThrow({
      where: { id: challengeId },
      select: { state: true },
    })
    const state = parseChallengeState(row.state)
    return [reply(refusalText({ why: 'changed_meanwhile', state, last: null }, read))]
  }, then)
}
