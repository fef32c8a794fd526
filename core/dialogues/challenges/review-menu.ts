import { findNotes } from '../../challenges/comments.ts'
import type { ReadChallenge } from '../../challenges/read-challenge.ts'
import { type ChallengeState, transitionsFor } from '../../challenges/transitions.ts'
import type { Choice } from '../../message.ts'
import { moveTexts } from '../../texts/review-moves.ts'
import { reviewTexts } from '../../texts/reviewing.ts'
import { kinForReviewer } from './kin-for-reviewer.ts'
import { ask, isStaffOf, type Review, type ReviewStep, reviews } from './review-step.ts'

/** Choices of the menu; `to:` is followed by the state that a statement is moved to. */
export const MENU = {
  read: 'review:read',
  comment: 'review:comment',
  cover: 'review:cover',
  deadline: 'review:deadline',
  contact: 'review:contact',
  publish: 'review:publish',
  extend: 'review:extend',
  change: 'review:change',
  more: 'review:more',
  back: 'review:back',
  later: 'review:later',
  to: 'review:to:',
} as const

/** What a reviewer sees first: where the statement stands and what is like it, and what they may do. */
export async function showMenu(review: Review): Promise<ReviewStep> {
  const { read, context } = review
  const notes = reviews(read)
    ? await findNotes(context.db, { challengeId: read.id, personId: context.person.id })
    : []
  const overview = reviewTexts.overview({
    ...{ named: read, state: read.state, since: read.since, now: context.now, unit: read.unitName },
    ...{ deadline: read.deadline, contact: read.contact, publishAt: read.publishAt },
    notes: notes.length,
    kin: reviews(read) ? await kinLines(review) : [],
  })
  return ask(`${overview}\n\n${reviewTexts.askWhat}`, { at: 'menu', challengeId: read.id }, choicesOf(read))
}

/** The choices once more, without what was said a moment ago. */
export const askNext = (read: ReadChallenge): ReviewStep =>
  ask(reviewTexts.whatNext, { at: 'menu', challengeId: read.id }, choicesOf(read))

/** What is seldom done, so that the menu stays short. */
export const showMore = (read: ReadChallenge): ReviewStep =>
  ask(reviewTexts.askWhat, { at: 'more', challengeId: read.id }, [
    ...movesOf(read, RARE),
    { id: MENU.back, label: reviewTexts.back },
  ])

async function kinLines({ read, context }: Review): Promise<string[]> {
  const kin = await kinForReviewer(context.db, read)
  return kin.map((each) => reviewTexts.kin(each, each.unitName))
}

const choice = (
  key: 'read' | 'comment' | 'cover' | 'deadline' | 'contact' | 'publish' | 'extend' | 'change',
) => ({
  id: MENU[key],
  label: reviewTexts[key],
})

function choicesOf(read: ReadChallenge): Choice[] {
  const isStaff = isStaffOf(read)
  const rare = movesOf(read, RARE)
  return [
    choice('read'),
    ...(reviews(read) && read.state !== 'APPROVED' ? [choice('comment')] : []),
    ...(read.state === 'APPROVED' && isStaff
      ? [choice('cover'), choice('deadline'), choice('contact'), choice('publish')]
      : []),
    ...(read.state === 'PUBLISHED' && isStaff ? [choice('extend'), choice('change')] : []),
    ...movesOf(read, USUAL),
    ...(rare.length > 1 ? [{ id: MENU.more, label: reviewTexts.more }] : rare),
    { id: MENU.later, label: reviewTexts.later },
  ]
}

const USUAL: readonly ChallengeState[] = [
  ...(['SUBMITTED', 'APPROVED', 'RETURNED', 'SELECTING', 'SELECTED', 'NO_SELECTION'] as const),
  ...(['IN_PROGRESS', 'APPLIED', 'EVALUATED', 'CLOSED', 'DRAFT'] as const),
]
const RARE: readonly ChallengeState[] = ['MERGED', 'SUPERSEDED', 'WITHDRAWN', 'CANCELLED']

/** The moves that the table offers this person, but for those that have a choice of their own. */
function movesOf(read: ReadChallenge, among: readonly ChallengeState[]): Choice[] {
  return among
    .filter((to) => to !== read.state && transitionsFor(read.state, to, read.parties).length > 0)
    .filter((to) => to !== 'DRAFT' || read.version === 0)
    .map((to) => ({ id: `${MENU.to}${to}`, label: moveTexts.label(to) }))
}
