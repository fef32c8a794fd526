import { findNotes } from '../../challenges/comments.ts'
import { GOES_ON } from '../../challenges/lacking.ts'
import { findCode } from '../../challenges/public/read-code.ts'
import { readChallenge } from '../../challenges/read-challenge.ts'
import { problemStatementForm } from '../../challenges/statement-form.ts'
import type { Decided } from '../../challenges/transition.ts'
import { type ChallengeState, TRANSITIONS } from '../../challenges/transitions.ts'
import { findFieldById } from '../../forms/sequence.ts'
import { moveTexts } from '../../texts/review-moves.ts'
import { countHearers } from './count-hearers.ts'
import { type MoveRequest, moveChallenge } from './move-challenge.ts'
import { askNext } from './review-menu.ts'
import type { At, Plan } from './review-state.ts'
import {
  type Answering,
  ask,
  notForMe,
  type Review,
  type ReviewStep,
  readerOf,
  reply,
  reviews,
  writing,
} from './review-step.ts'
import { refusalText } from './say-refusal.ts'
import { fieldName } from './statement-pages.ts'

const YES = 'review:yes'
const NO = 'review:no'

/** Begins a move from what the person sees now; what the table wants to know is asked for first. */
export function planMove(
  review: Review,
  to: ChallengeState,
  known: Partial<Plan> = {},
): Promise<ReviewStep> | ReviewStep {
  const { read } = review
  const plan: Plan = {
    ...{
      to,
      revision: read.revision,
      targetId: null,
      reason: null,
      deadline: null,
      publishAt: null,
      edits: null,
    },
    ...known,
  }
  if ((to === 'MERGED' || to === 'SUPERSEDED') && plan.targetId === null) {
    return askTarget({ at: 'target', challengeId: read.id, to })
  }
  return needsReason(read.state, to) && plan.reason === null
    ? askReason(review, plan)
    : askToConfirm(review, plan)
}

const needsReason = (from: ChallengeState, to: ChallengeState) =>
  TRANSITIONS.some((each) => each.from === from && each.to === to && each.needs.includes('reason'))

async function askReason(review: Review, plan: Plan): Promise<ReviewStep> {
  const notes = await notesOf(review)
  const { state: from } = review.read
  const extended = plan.deadline !== null
  const text = moveTexts.askReason({ from, to: plan.to, hasNotes: notes > 0, extended })
  return ask(text, { at: 'reason', challengeId: review.read.id, plan })
}

export function onReason(
  { plan, challengeId }: At<'reason'>,
  answering: Answering,
): Promise<ReviewStep> | ReviewStep {
  const reason = answering.said.text.trim()
  if (reason.length < SHORTEST_REASON) {
    return ask(moveTexts.reasonTooShort, { at: 'reason', challengeId, plan })
  }
  return askToConfirm(answering, { ...plan, reason })
}

/** A word or two is no reason that anybody could act on. */
const SHORTEST_REASON = 8

/** Shows all that the move would do, and asks for a yes; for a publication also how many people would hear of it. */
export async function askToConfirm(review: Review, plan: Plan): Promise<ReviewStep> {
  const { read, context } = review
  const target =
    plan.targetId === null ? null : await readChallenge(context.db, { id: plan.targetId }, readerOf(review))
  const publishAt = plan.publishAt === null ? null : new Date(plan.publishAt)
  const publishes = plan.to === 'PUBLISHED' || publishAt !== null
  const text = moveTexts.confirm({
    ...{ named: read, from: read.state, to: plan.to, reason: plan.reason, target, publishAt },
    notes: ENDS_REVIEW.includes(plan.to) && read.state !== plan.to ? await notesOf(review) : 0,
    deadline: plan.deadline === null ? (publishes ? read.deadline : null) : new Date(plan.deadline),
    contact: publishes ? read.contact : null,
    endsEarly:
      plan.to === 'SELECTING' && read.deadline !== null && read.deadline > context.now ? read.deadline : null,
    audience: publishes ? await countHearers(review) : null,
    edited: Object.keys(plan.edits ?? {}).flatMap(nameOf),
  })
  return ask(text, { at: 'confirm', challengeId: read.id, plan }, [
    { id: YES, label: moveTexts.yes(plan.to, read.state, publishAt) },
    { id: NO, label: moveTexts.no },
  ])
}

/** What a reviewer noted goes out with a return, and is dropped with an approval. */
const ENDS_REVIEW: readonly ChallengeState[] = ['SUBMITTED', 'APPROVED', 'RETURNED']

function nameOf(id: string): string[] {
  const field = findFieldById(problemStatementForm, id)
  return field === null ? [] : [fieldName(field)]
}

async function notesOf({ read, context }: Review): Promise<number> {
  if (!reviews(read)) return 0
  return (await findNotes(context.db, { challengeId: read.id, personId: context.person.id })).length
}

/** A yes moves the statement, and nothing else does. */
export function onConfirm(state: At<'confirm'>, { read, said }: Answering): ReviewStep {
  const { plan } = state
  if (said.choice === NO) return askNext(read)
  if (said.choice !== YES) return notForMe(state)
  const publishAt = plan.publishAt === null ? null : new Date(plan.publishAt)
  return writing(async (tx, by) => {
    const moved = await moveChallenge(tx, { ...requestOf(plan, read), by })
    if (moved.status === 'refused') return [reply(refusalText(moved, read))]
    return [reply(moveTexts.done(read, plan.to, read.state, publishAt))]
  }, null)
}

function requestOf(plan: Plan, read: Review['read']): Omit<MoveRequest, 'by'> {
  const { to, revision, reason, targetId } = plan
  const staysApproved = to === 'APPROVED' && read.state === 'APPROVED'
  const set: Decided = {
    ...(plan.deadline !== null && { deadline: new Date(plan.deadline) }),
    ...(staysApproved && { publishAt: plan.publishAt === null ? null : new Date(plan.publishAt) }),
    ...(to === 'PUBLISHED' && read.state === 'APPROVED' && { publishAt: null }),
    ...(plan.edits !== null && { publicText: { ...read.publicText, ...plan.edits } }),
  }
  return {
    ...{ challengeId: read.id, to, revision, set },
    ...(reason !== null && { reason }),
    ...(targetId !== null && { targetId }),
  }
}

export const askTarget = (state: At<'target'>): ReviewStep => ask(moveTexts.askTarget(state.to), state)

/** The statement that takes this one's place, by its code. */
export async function onTarget(state: At<'target'>, answering: Answering): Promise<ReviewStep> {
  const { read, context, said } = answering
  const code = findCode(said.text, 'BT')?.code ?? null
  if (code === null) return askTarget(state)
  const target = await readChallenge(context.db, { code }, readerOf(answering))
  const fits = target !== null && target.id !== read.id && GOES_ON.includes(target.state)
  return fits ? planMove(answering, state.to, { targetId: target.id }) : ask(moveTexts.targetUnfit, state)
}
