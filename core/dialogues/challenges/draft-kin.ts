import { findKin, type Kin } from '../../challenges/kin/find-kin.ts'
import type { DialogueContext, Said } from '../../dialogue.ts'
import type { Answers } from '../../forms/form.ts'
import { readQuestion } from '../../forms/is-question.ts'
import { enterField, routeBack } from '../../forms/sequence.ts'
import { readCommand } from '../../forms/words.ts'
import { formTexts } from '../../texts/forms.ts'
import { unitIn } from './draft-ending.ts'
import { stopDraft } from './draft-leave.ts'
import type { DraftState } from './draft-state.ts'
import { type DraftStep, stay } from './draft-step.ts'
import type { Work } from './draft-work.ts'
import { joinAsOwner } from './join-as-owner.ts'
import { joinQuestion, kinQuestion, readKinChoice } from './kin-step.ts'

type AtKin = Extract<DraftState, { at: 'kin' }>

/** Where the problem has been described well enough to compare it, and where it is told how it differs. */
const DESCRIBED = 'description'
const DIFFERENCE = 'difference'

/** Similar statements that the person has not been told of. */
export async function newKin(
  { draft }: Work,
  { answers, kinSeen, context }: { answers: Answers; kinSeen: readonly string[]; context: DialogueContext },
): Promise<Kin[]> {
  const found = await findKin(context.db, { challengeId: draft.id, answers, unitCode: unitIn(answers) })
  return found.filter(({ challengeId, level, whose }) => {
    // Of what is merely related, only what others have done is worth stopping for.
    return !kinSeen.includes(challengeId) && (level === 'same' || whose === 'other')
  })
}

/** In a step that described the problem: asks about similar statements before it goes on. */
export async function askKinAfter(
  work: Work,
  step: Extract<DraftStep, { status: 'said' }>,
  { from, answers, context }: { from: DraftState; answers: Answers; context: DialogueContext },
): Promise<DraftStep> {
  const { next } = step
  if (next?.at !== 'form' || from.at !== 'form' || answers[DESCRIBED] === undefined) return step
  if (work.draft.isOutdated) return step
  const here = placeId(from)
  if (here !== DESCRIBED || placeId(next) === DESCRIBED) return step
  const kin = await newKin(work, { answers, kinSeen: next.kinSeen, context })
  return kin.length === 0 ? step : { ...step, say: [kinQuestion(kin)], next: atKin(next, kin) }
}

const placeId = ({ standing }: Extract<DraftState, { at: 'form' }>) =>
  standing.place.at === 'end' ? null : standing.place.fieldId

/** The question about similar statements over a place of the form. */
export function atKin(state: Extract<DraftState, { at: 'form' }>, kin: Kin[]): AtKin {
  const { challengeId, revision, standing } = state
  const seen = [...state.kinSeen, ...kin.map((each) => each.challengeId)]
  return { at: 'kin', challengeId, revision, standing, kinSeen: seen, kin }
}

/** Joins a similar statement, goes on with the draft and says how it differs, or leaves it. */
export function stepKin(work: Work, state: AtKin, said: Said): DraftStep {
  const { answers } = work.run
  const choice = said.choice === null ? null : readKinChoice(said.choice)
  switch (choice?.kind) {
    case 'go_on': {
      const { place } = state.standing
      const standing = {
        place: enterField(work.run.form, answers, DIFFERENCE, routeBack(place, DIFFERENCE)),
        over: null,
      }
      return stay(work, { answers, standing, notes: [], kinSeen: state.kinSeen })
    }
    case 'ask_join': {
      const question = joinQuestion(state.kin, choice.challengeId) ?? kinQuestion(state.kin)
      return { status: 'said', say: [question], next: state }
    }
    case 'back':
      return { status: 'said', say: [kinQuestion(state.kin)], next: state }
    case 'join':
      return join(work, choice.challengeId)
    case 'cancel':
      return stopDraft(work, state)
  }
  const kind = readCommand(said.text)?.kind
  if (kind === 'stop') return stopDraft(work, state)
  if (kind === 'cancel') {
    const standing = { place: state.standing.place, over: { ask: 'cancel' as const } }
    return stay(work, { answers, standing, notes: [], kinSeen: state.kinSeen })
  }
  if (kind === 'go_on' || kind === 'back') {
    return stay(work, { answers, standing: state.standing, notes: [], kinSeen: state.kinSeen })
  }
  if (kind === undefined && (said.choice !== null || readQuestion(said.text))) {
    return { status: 'not_for_me', next: state }
  }
  const question = kinQuestion(state.kin)
  const text = { ...question.text, text: `${formTexts.answerWithChoice}\n\n${question.text.text}` }
  return { status: 'said', say: [kind === 'repeat' ? question : { ...question, text }], next: state }
}

/** What comes of joining is known when it is written: if it is refused, the draft is as it was. */
function join({ draft, run }: Work, challengeId: string): DraftStep {
  const ofDraft = unitIn(run.answers)
  const own = run.ownUnits.find((code) => code === ofDraft) ?? run.ownUnits[0] ?? ofDraft ?? ''
  return {
    status: 'said',
    say: [],
    next: null,
    effects: {
      async write(tx, by) {
        const joined = await joinAsOwner(tx, by, { challengeId, draftId: draft.id, unitCode: own })
        return [joined.say]
      },
    },
  }
}
