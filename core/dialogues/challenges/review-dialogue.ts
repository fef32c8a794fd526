import { findCode } from '../../challenges/public/read-code.ts'
import { readChallenge } from '../../challenges/read-challenge.ts'
import { parseChallengeState } from '../../challenges/transitions.ts'
import { type DialogueContext, defineDialogue } from '../../dialogue.ts'
import { readQuestion } from '../../forms/is-question.ts'
import { moveTexts } from '../../texts/review-moves.ts'
import { reviewTexts } from '../../texts/reviewing.ts'
import {
  askChange,
  askChangeAgain,
  onChangeCheck,
  onChangeField,
  onChangeMore,
  onChangeText,
} from './review-change.ts'
import { askComment, askField, isComment, onComment, onCommentText, onField } from './review-comment.ts'
import { MENU, showMenu, showMore } from './review-menu.ts'
import { askTarget, askToConfirm, onConfirm, onReason, onTarget, planMove } from './review-move.ts'
import { isOnward, onPage, showPage, turnsPage } from './review-pages.ts'
import {
  askCoverAgain,
  goThrough,
  onCover,
  onCoverCheck,
  onCoverDone,
  onCoverText,
  onRest,
} from './review-public-copy.ts'
import { askMoment, askWhen, onMoment, onWhen } from './review-publish.ts'
import {
  askContact,
  askDeadline,
  askRight,
  onConfirmContact,
  onConfirmDeadline,
  onContact,
  onDeadline,
} from './review-settings.ts'
import { type ReviewState, reviewStateSchema } from './review-state.ts'
import {
  type Answering,
  end,
  isStaffOf,
  notForMe,
  type Review,
  type ReviewStep,
  reviews,
} from './review-step.ts'

/**
 * A statement in the hands of who has to do with it: it is read page by page, commented on field by field, and moved by
 * confirmed choices only. What the person may see and do is looked at again at every step.
 */
export const reviewDialogue = defineDialogue<ReviewState>({
  name: 'review-challenge',
  version: 1,
  title: reviewTexts.title,
  state: reviewStateSchema,
  start: () => end(reviewTexts.unknown),
  ask: async (state, context) => {
    const review = await readAgain(state, context)
    const asked = review === null ? end(reviewTexts.gone) : await askAgain(state, review)
    return asked.status === 'said' ? asked.say : []
  },
  async step(state, said, context) {
    const review = await readAgain(state, context)
    return review === null ? end(reviewTexts.gone) : answer(state, { ...review, said })
  },
  claims: (state, said) =>
    said.choice === null &&
    (isComment(said.text) ||
      (state.at === 'page' && turnsPage(said.text)) ||
      (state.at === 'menu' && isOnward(said.text)) ||
      (state.at === 'target' && findCode(said.text, 'BT') !== null)),
})

async function readAgain({ challengeId }: ReviewState, context: DialogueContext): Promise<Review | null> {
  const { id, actor } = context.person
  const read = await readChallenge(context.db, { id: challengeId }, { id, actor })
  return read && { read, context }
}

function answer(state: ReviewState, answering: Answering): ReviewStep | Promise<ReviewStep> {
  const { said, read } = answering
  if (said.choice === null && isComment(said.text) && reviews(read)) return onComment(answering)
  if (!isStaffOf(read) && (OF_STAFF.has(state.at) || CHOICES_OF_STAFF.has(said.choice ?? '')))
    return end(moveTexts.refused.not_allowed)
  if (isMenuChoice(said.choice)) return onMenu(state, answering)
  const isElsewhere = said.choice !== null && !OWN_CHOICE.test(said.choice)
  if (isElsewhere || (TAKES_FEW_WORDS.has(state.at) && readQuestion(said.text) !== null))
    return notForMe(state)
  switch (state.at) {
    case 'menu':
      return isOnward(said.text) ? readOn(answering) : notForMe(state)
    case 'more':
      return notForMe(state)
    case 'page':
      return onPage(state, answering)
    case 'comment_field':
      return onField(answering)
    case 'comment':
      return onCommentText(state, answering)
    case 'reason':
      return onReason(state, answering)
    case 'confirm':
      return onConfirm(state, answering)
    case 'target':
      return onTarget(state, answering)
    case 'deadline':
      return onDeadline(state, answering)
    case 'confirm_deadline':
      return onConfirmDeadline(state, answering)
    case 'contact':
      return onContact(state, answering)
    case 'confirm_contact':
      return onConfirmContact(state, answering)
    case 'when':
      return onWhen(state, answering)
    case 'moment':
      return onMoment(state, answering)
    case 'cover':
      return onCover(state, answering)
    case 'cover_edit':
      return onCoverText(state, answering)
    case 'cover_check':
      return onCoverCheck(state, answering)
    case 'cover_rest':
      return onRest(state, answering)
    case 'cover_done':
      return onCoverDone(state, answering)
    case 'change_field':
      return onChangeField(state, answering)
    case 'change_text':
      return onChangeText(state, answering)
    case 'change_check':
      return onChangeCheck(state, answering)
    case 'change_more':
      return onChangeMore(state, answering)
  }
}

/** What staff settle before and after publishing: nobody else's, also where a role ended in the middle of it. */
const OF_STAFF: ReadonlySet<ReviewState['at']> = new Set([
  ...(['deadline', 'confirm_deadline', 'contact', 'confirm_contact', 'when', 'moment'] as const),
  ...(['cover', 'cover_edit', 'cover_check', 'cover_rest', 'cover_done'] as const),
  ...(['change_field', 'change_text', 'change_check', 'change_more'] as const),
])
const CHOICES_OF_STAFF: ReadonlySet<string> = new Set([
  ...[MENU.cover, MENU.deadline, MENU.contact, MENU.publish, MENU.extend, MENU.change],
])

/** Of choices that were offered beside the statement, none is an answer here. */
const OWN_CHOICE = /^(?:review|copy|change):/

/** Places that ask for a name or a date: a question is none. A reason or a comment may well be one. */
const TAKES_FEW_WORDS: ReadonlySet<ReviewState['at']> = new Set([
  ...(['comment_field', 'change_field', 'cover_done', 'deadline', 'moment', 'target'] as const),
])

/** A choice of the menu is one wherever it was offered. */
const isMenuChoice = (choice: string | null) =>
  choice !== null && (choice.startsWith(MENU.to) || Object.values<string>(MENU).includes(choice))

/** What is published is read as the public sees it. */
const readOn = (review: Review) =>
  showPage(review, review.read.state === 'PUBLISHED' ? 'public' : 'statement', 0)

function onMenu(state: ReviewState, answering: Answering): ReviewStep | Promise<ReviewStep> {
  const { choice } = answering.said
  switch (choice) {
    case MENU.read:
      return readOn(answering)
    case MENU.comment:
      return askField(answering)
    case MENU.cover:
      return goThrough(answering)
    case MENU.deadline:
    case MENU.extend:
      return askDeadline(answering)
    case MENU.contact:
      return askContact(answering)
    case MENU.publish:
      return askWhen(answering)
    case MENU.change:
      return askChange(answering)
    case MENU.more:
      return showMore(answering.read)
    case MENU.back:
      return showMenu(answering)
    case MENU.later:
      return end(reviewTexts.left(answering.read.code))
    default:
      if (choice === null || !choice.startsWith(MENU.to)) return notForMe(state)
      return planMove(answering, parseChallengeState(choice.slice(MENU.to.length)))
  }
}

/** The question that waits, once more. */
function askAgain(state: ReviewState, review: Review): ReviewStep | Promise<ReviewStep> {
  switch (state.at) {
    case 'menu':
      return showMenu(review)
    case 'more':
      return showMore(review.read)
    case 'page':
      return showPage(review, state.of, state.page)
    case 'comment_field':
      return askField(review)
    case 'comment':
      return askComment(state)
    case 'reason':
      return planMove(review, state.plan.to, state.plan)
    case 'confirm':
      return askToConfirm(review, state.plan)
    case 'target':
      return askTarget(state)
    case 'deadline':
      return askDeadline(review)
    case 'contact':
      return askContact(review)
    case 'confirm_deadline':
    case 'confirm_contact':
      return askRight(state)
    case 'when':
      return askWhen(review)
    case 'moment':
      return askMoment(review)
    case 'cover':
    case 'cover_edit':
    case 'cover_check':
    case 'cover_rest':
    case 'cover_done':
      return askCoverAgain(state, review)
    case 'change_field':
    case 'change_text':
    case 'change_check':
    case 'change_more':
      return askChangeAgain(state, review)
  }
}
