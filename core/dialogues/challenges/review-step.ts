import { lackingForPublic } from '../../challenges/lacking.ts'
import type { ReadChallenge } from '../../challenges/read-challenge.ts'
import type { Party } from '../../challenges/transitions.ts'
import type { DialogueContext, Effects, Said, Step } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import type { ReviewState } from './review-state.ts'

/** A statement in a reviewer's hands. */
export type Review = { read: ReadChallenge; context: DialogueContext }
export type ReviewStep = Step<ReviewState>

export type Answering = Review & { said: Said }

export const reply = (text: string, choices?: Choice[]): Reply => ({
  text: plainText(text),
  ...(choices && { choices }),
})

/** A question with the place that waits for its answer. */
export const ask = (text: string, next: ReviewState, choices?: Choice[]): ReviewStep => ({
  status: 'said',
  say: [reply(text, choices)],
  next,
})

export const end = (text: string): ReviewStep => ({ status: 'said', say: [reply(text)], next: null })

/** Something else was said: it is answered, and the question is put again. */
export const notForMe = (next: ReviewState): ReviewStep => ({ status: 'not_for_me', next })

/** Writes in the turn; what comes of it is said first. */
export const writing = (write: NonNullable<Effects['write']>, then: ReviewStep | null): ReviewStep => ({
  ...(then?.status === 'said' ? then : { status: 'said', say: [], next: null }),
  effects: { write },
})

export const isStaffOf = ({ parties }: { parties: readonly Party[] }) =>
  parties.includes('programme_staff') || parties.includes('admin')

/** Whether it waits for this person to approve or return it. */
export const reviews = (read: ReadChallenge) =>
  (read.state === 'UNIT_REVIEW' && read.parties.includes('unit_lead')) ||
  ((read.state === 'SUBMITTED' || read.state === 'APPROVED') && isStaffOf(read))

/** A day so many days ahead, as an example of what can be typed. */
export const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

export const stillLacking = ({ read, context }: Review) => lackingForPublic(read, context.now)

export const readerOf = ({ context }: { context: DialogueContext }) => ({
  id: context.person.id,
  actor: context.person.actor,
})
