import type { Choice } from '../../message.ts'
import { readMoment } from '../../read-date.ts'
import { reviewTexts } from '../../texts/reviewing.ts'
import { MENU } from './review-menu.ts'
import { planMove } from './review-move.ts'
import type { At } from './review-state.ts'
import {
  type Answering,
  ask,
  daysFrom,
  notForMe,
  type Review,
  type ReviewStep,
  stillLacking,
} from './review-step.ts'

const WHEN = { now: 'review:now', at: 'review:at', drop: 'review:drop' } as const

/** Asks when, once there is a public text, a deadline and an office to ask; otherwise says what to do first. */
export function askWhen(review: Review): ReviewStep {
  const { read } = review
  const lacking = stillLacking(review)
  if (lacking.length > 0) {
    const choices: Choice[] = lacking.map((part) => PARTS[part])
    return ask(reviewTexts.beforePublishing(lacking), { at: 'menu', challengeId: read.id }, [
      ...choices,
      LATER,
    ])
  }
  return ask(reviewTexts.askWhen, { at: 'when', challengeId: read.id }, [
    { id: WHEN.now, label: reviewTexts.now },
    { id: WHEN.at, label: reviewTexts.at },
    ...(read.publishAt === null ? [] : [{ id: WHEN.drop, label: reviewTexts.dropTime }]),
    LATER,
  ])
}

const LATER: Choice = { id: MENU.later, label: reviewTexts.later }
const PARTS = {
  public_text: { id: MENU.cover, label: reviewTexts.cover },
  contact: { id: MENU.contact, label: reviewTexts.contact },
  deadline: { id: MENU.deadline, label: reviewTexts.deadline },
}

export function onWhen(state: At<'when'>, answering: Answering): ReviewStep | Promise<ReviewStep> {
  const { said } = answering
  switch (said.choice) {
    case WHEN.now:
      return planMove(answering, 'PUBLISHED')
    case WHEN.at:
      return askMoment(answering)
    case WHEN.drop:
      return planMove(answering, 'APPROVED')
    default:
      return notForMe(state)
  }
}

export const askMoment = ({ read, context }: Review): ReviewStep =>
  ask(reviewTexts.askMoment(daysFrom(context.now, 1)), { at: 'moment', challengeId: read.id })

export function onMoment(state: At<'moment'>, answering: Answering): ReviewStep | Promise<ReviewStep> {
  const { read, context, said } = answering
  const moment = readMoment(said.text, context.now)
  if (moment.status !== 'date')
    return ask(reviewTexts.badDate[moment.status](daysFrom(context.now, 1)), state)
  if (read.deadline !== null && moment.at >= read.deadline) {
    return ask(reviewTexts.momentAfterDeadline(read.deadline), state)
  }
  return planMove(answering, 'APPROVED', { publishAt: moment.at.toISOString() })
}
