import { giveUpDraft, KEEP_DAYS } from '../../challenges/drafts/give-up-draft.ts'
import { pauseDraft } from '../../challenges/drafts/pause-draft.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Answers } from '../../forms/form.ts'
import { fieldsInTurn } from '../../forms/sequence.ts'
import { drafting } from '../../texts/drafting.ts'
import { vietnamDate } from '../../vietnam-time.ts'
import { titleIn } from './draft-ending.ts'
import type { InForm } from './draft-state.ts'
import { type DraftStep, end, inForm, reply } from './draft-step.ts'
import type { Work } from './draft-work.ts'

/** What a draft is called, and how far it has got. */
export function progressOf({ draft, run }: Work, answers: Answers) {
  const fields = fieldsInTurn(run.form)
  return {
    title: titleIn(answers) ?? draft.title,
    code: draft.code,
    answered: fields.filter(({ id }) => answers[id] !== undefined).length,
    of: fields.length,
  }
}

/** Leaves the draft as it is, notes where, and says how to come back to it. */
export function stopDraft(work: Work, state: InForm, notes: readonly string[] = []): DraftStep {
  const { title, code, answered, of } = progressOf(work, work.run.answers)
  const text = [...notes, drafting.stopped(title, code, answered, of)].join('\n')
  const { id, revision } = work.draft
  const { place } = state.standing
  return end(text, {
    async write(tx, { personId: authorId }) {
      const paused = { ...inForm(state), revision, standing: { place, over: null } }
      await pauseDraft(tx, { id, authorId, revision, place: paused })
      return []
    },
  })
}

/** Gives the draft up; for a while it can be had back. */
export function cancelDraft(work: Work, { now }: DialogueContext): DraftStep {
  const { title } = progressOf(work, work.run.answers)
  const until = vietnamDate(new Date(now.getTime() + KEEP_DAYS * 86_400_000))
  return {
    status: 'said',
    say: [],
    next: null,
    effects: {
      async write(tx, by) {
        const done = await giveUpDraft(tx, { id: work.draft.id, authorId: by.personId, now: by.now })
        return [reply(done ? drafting.givenUp(title, KEEP_DAYS, until) : drafting.gone)]
      },
    },
  }
}
