import { saveDraft } from '../../challenges/drafts/save-draft.ts'
import type { Transaction } from '../../db.ts'
import type { Effects, Step, Writer } from '../../dialogue.ts'
import { TryLater } from '../../errors.ts'
import { plainText } from '../../formatted-text.ts'
import { askForm } from '../../forms/ask-form.ts'
import type { Answers } from '../../forms/form.ts'
import type { Standing } from '../../forms/place.ts'
import type { Choice, Reply } from '../../message.ts'
import type { DraftState, InForm } from './draft-state.ts'
import { formChangedNotes, type Work } from './draft-work.ts'

export type DraftStep = Step<DraftState>
type Said = Extract<DraftStep, { status: 'said' }>

export const reply = (text: string, choices?: Choice[]): Reply => ({
  text: plainText(text),
  ...(choices && { choices }),
})

export const end = (text: string, effects?: Effects): Said => ({
  status: 'said',
  say: [reply(text)],
  next: null,
  ...(effects && { effects }),
})

export type Staying = {
  answers: Answers
  standing: Standing
  notes: readonly string[]
  kinSeen: readonly string[]
  upload?: true
  brief?: true
  /** What else is written with the answers. */
  also?: (tx: Transaction, by: Writer) => Promise<void>
}

/**
 * Goes on in the form: asks what the standing asks, and writes the answers where they or the form changed. That the form
 * changed is said then, and only then.
 */
export function stay(work: Work, to: Staying): Said {
  const { draft, run } = work
  const writes = to.answers !== draft.answers || draft.isOutdated
  const question = askForm({ ...run, answers: to.answers }, to.standing, {
    ...to,
    notes: [...formChangedNotes(draft), ...to.notes],
  })
  const effects = writesOf(work, to, writes)
  return {
    status: 'said',
    say: [to.upload ? { ...question, upload: true } : question],
    next: {
      at: 'form',
      challengeId: draft.id,
      revision: draft.revision + (writes ? 1 : 0),
      standing: to.standing,
      kinSeen: [...to.kinSeen],
    },
    ...(effects && { effects }),
  }
}

/** The write of a step's answers. Who comes second is heard again, and then sees what the first has written. */
export function writesOf(
  { draft }: Work,
  { answers, also }: Pick<Staying, 'answers' | 'also'>,
  writes: boolean,
): Effects | undefined {
  if (!writes && also === undefined) return undefined
  return {
    async write(tx, by) {
      const { id, revision } = draft
      const { personId: authorId, now } = by
      if (writes && (await saveDraft(tx, { id, authorId, revision, answers, now })).status === 'changed') {
        throw new TryLater(0)
      }
      await also?.(tx, by)
      return []
    },
  }
}

export const inForm = (state: InForm): Extract<DraftState, { at: 'form' }> => {
  const { challengeId, revision, standing, kinSeen } = state
  return { at: 'form', challengeId, revision, standing, kinSeen }
}
