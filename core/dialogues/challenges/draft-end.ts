import type { DialogueContext } from '../../dialogue.ts'
import { missingFields } from '../../forms/missing-fields.ts'
import type { Standing } from '../../forms/place.ts'
import { unitName } from '../../forms/run.ts'
import { enterField } from '../../forms/sequence.ts'
import { drafting } from '../../texts/drafting.ts'
import { END, isLeadOf, unitIn } from './draft-ending.ts'
import { atKin, newKin } from './draft-kin.ts'
import { progressOf, stopDraft } from './draft-leave.ts'
import type { DraftState } from './draft-state.ts'
import { type DraftStep, reply, stay } from './draft-step.ts'
import type { Work } from './draft-work.ts'
import { kinQuestion } from './kin-step.ts'
import { moveChallenge } from './move-challenge.ts'

type AtForm = Extract<DraftState, { at: 'form' }>

/** What a choice at the end of the form does. */
export async function chooseEnd(
  work: Work,
  state: AtForm,
  choice: string,
  context: DialogueContext,
): Promise<DraftStep> {
  const { form, answers } = work.run
  const go = (standing: Standing) => stay(work, { answers, standing, notes: [], kinSeen: state.kinSeen })
  const over = (ask: Standing['over']) => go({ place: { at: 'end' }, over: ask })
  switch (choice) {
    case END.leave:
      return stopDraft(work, state)
    case END.preview:
      return over({ ask: 'preview', page: 0 })
    case END.edit:
      return over({ ask: 'which_field', fieldIds: [] })
    case END.missing: {
      const [first, ...rest] = missingFields(form, answers).map(({ id }) => id)
      return go({ place: first ? enterField(form, answers, first, rest) : { at: 'end' }, over: null })
    }
    case END.send:
      return send(work, state, context)
  }
  if (choice.startsWith(END.improve)) {
    return go({ place: enterField(form, answers, choice.slice(END.improve.length), []), over: null })
  }
  return { status: 'not_for_me', next: state }
}

async function send(work: Work, state: AtForm, context: DialogueContext): Promise<DraftStep> {
  const { draft, run } = work
  const { answers } = run
  const unitCode = unitIn(answers)
  if (!context.person.actor.some((grant) => unitCode !== null && grant.unitCode === unitCode)) {
    const name = unitCode === null ? null : unitName(run.units, unitCode)
    const notes = [drafting.mayNotSend(name ?? drafting.itsUnit)]
    return stay(work, { answers, standing: state.standing, notes, kinSeen: state.kinSeen })
  }
  const kin = await newKin(work, { answers, kinSeen: state.kinSeen, context })
  if (kin.length > 0) return { status: 'said', say: [kinQuestion(kin)], next: atKin(state, kin) }
  const { title, code } = progressOf(work, answers)
  const asLead = isLeadOf(context.person.actor, unitCode)
  const to = asLead ? 'SUBMITTED' : 'UNIT_REVIEW'
  const { id: challengeId, revision } = draft
  return {
    status: 'said',
    say: [],
    next: null,
    effects: {
      async write(tx, by) {
        const moved = await moveChallenge(tx, { challengeId, to, by, revision })
        if (moved.status === 'done') {
          if (asLead) return [reply(drafting.sentAsLead(title, code))]
          return [reply(moved.told === 0 ? drafting.sentNobody(title, code) : drafting.sent(title, code))]
        }
        if (moved.why === 'not_allowed') return [reply(drafting.mayNotSend(drafting.itsUnit))]
        return [reply(moved.why === 'incomplete' ? drafting.refusedIncomplete : drafting.refusedChanged)]
      },
    },
  }
}
