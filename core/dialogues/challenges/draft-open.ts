import { createDraft } from '../../challenges/drafts/create-draft.ts'
import { type Draft, isOpenToAuthor } from '../../challenges/drafts/read-draft.ts'
import { newPublicCode } from '../../challenges/public/read-code.ts'
import type { DialogueContext } from '../../dialogue.ts'
import { mendStanding } from '../../forms/ask-form.ts'
import type { Place } from '../../forms/place.ts'
import { enterField, fieldsInTurn, resumePlace } from '../../forms/sequence.ts'
import { hasConsent } from '../../people/consent.ts'
import { STATE_NAMES } from '../../texts/challenge-states.ts'
import { drafting } from '../../texts/drafting.ts'
import { vietnamDate } from '../../vietnam-time.ts'
import { askConsent } from './draft-consent.ts'
import { progressOf } from './draft-leave.ts'
import { type DraftState, draftStateSchema } from './draft-state.ts'
import { type DraftStep, end, reply, stay } from './draft-step.ts'
import { loadWork, type Work, workOn } from './draft-work.ts'

type AtForm = Extract<DraftState, { at: 'form' }>

/** Begins a draft and asks its first question; asks for consent before anything is stored. */
export async function beginDraft(name: string | null, context: DialogueContext): Promise<DraftStep> {
  if (!hasConsent(context.consents, 'account')) return askConsent({ challengeId: null, name }, context)
  return writeNewDraft(name, context)
}

/** The same, where the consent was given just now. */
export async function writeNewDraft(name: string | null, context: DialogueContext): Promise<DraftStep> {
  const { now, person, newId } = context
  const id = newId()
  const code = newPublicCode('BT', newId())
  const title = name ?? drafting.defaultName(vietnamDate(now))
  const draft: Draft = {
    ...{ id, code, title, state: 'DRAFT', unitCode: null, revision: 0, place: null, keepUntil: null },
    ...{ answers: {}, dropped: [], isOutdated: false },
  }
  const work = await workOn(draft, context)
  const { form } = work.run
  const asked = stay(work, {
    answers: draft.answers,
    standing: { place: resumePlace(form, draft.answers), over: null },
    notes: [],
    kinSeen: [],
  })
  const isGuest = !person.actor.some(({ unitCode }) => unitCode !== null)
  const intro = [drafting.intro(code, fieldsInTurn(form).length), ...(isGuest ? [drafting.introGuest] : [])]
  return {
    ...asked,
    say: [reply(intro.join('\n')), ...asked.say],
    effects: {
      async write(tx, { personId: authorId, identityId }) {
        await createDraft(tx, { id, code, name: title, authorId, identityId, now })
        return []
      },
    },
  }
}

/** Opens a draft or a returned statement of this person where it was left, or at what reviewers said of it. */
export async function openStep(challengeId: string, context: DialogueContext): Promise<DraftStep> {
  const work = await loadWork(challengeId, context)
  if (work === null) return end(drafting.gone)
  const { draft } = work
  if (!isOpenToAuthor(draft)) return end(closedText(draft))
  if (!hasConsent(context.consents, 'account')) return askConsent({ challengeId, name: null }, context)
  return showWork(work, context)
}

/** The same, where the consent was given just now. */
export async function openAgreed(challengeId: string, context: DialogueContext): Promise<DraftStep> {
  const work = await loadWork(challengeId, context)
  if (work === null || !isOpenToAuthor(work.draft)) return end(work ? closedText(work.draft) : drafting.gone)
  return showWork(work, context)
}

/** Why its author cannot write in a statement now. */
export function closedText({ title, code, state, keepUntil }: Draft): string {
  return keepUntil === null
    ? drafting.notOpen(title, code, STATE_NAMES[state])
    : drafting.givenUpElsewhere(title)
}

async function showWork(work: Work, context: DialogueContext): Promise<DraftStep> {
  const { draft, run } = work
  const paused = pausedIn(work)
  if (paused !== null) return goOn(work, paused)
  const { answers } = run
  const { title, code, answered, of } = progressOf(work, answers)
  const isReturned = draft.state === 'RETURNED'
  const remarked = run.form.fields.map(({ id }) => id).filter((id) => run.remarks[id] !== undefined)
  const [first, ...rest] = remarked
  const returned = isReturned ? await returnNotes(work, remarked.length, context) : null
  const place: Place = first ? enterField(run.form, answers, first, rest) : resumePlace(run.form, answers)
  const asked = stay(work, {
    answers,
    standing: { place: isReturned && first === undefined ? { at: 'end' } : place, over: null },
    notes: returned === null ? [drafting.reopened(title, code, answered, of)] : [],
    kinSeen: [],
  })
  // What reviewers wrote may be long: the question has a message of its own.
  return returned === null ? asked : { ...asked, say: [reply(returned.join('\n')), ...asked.say] }
}

/** Where its author paused, if nothing has changed since. */
function pausedIn({ draft, run }: Work): AtForm | null {
  const { data } = draftStateSchema.safeParse(draft.place)
  if (data?.at !== 'form' || data.challengeId !== draft.id || data.revision !== draft.revision) return null
  const standing = mendStanding(run, data.standing)
  return standing && { ...data, standing }
}

function goOn(work: Work, { standing, kinSeen }: AtForm): DraftStep {
  const { answers } = work.run
  const { title, code, answered, of } = progressOf(work, answers)
  const notes = [drafting.reopened(title, code, answered, of)]
  return stay(work, { answers, standing, notes, kinSeen })
}

async function returnNotes(
  { draft, generalRemarks }: Work,
  comments: number,
  { db }: DialogueContext,
): Promise<string[]> {
  const last = await db.challengeTransition.findFirst({
    where: { challengeId: draft.id, to: 'RETURNED' },
    orderBy: { id: 'desc' },
    select: { reason: true },
  })
  return [
    drafting.returned(draft.title, draft.code, comments),
    ...(last?.reason ? [drafting.returnReason(last.reason)] : []),
    ...generalRemarks.map(drafting.generalRemark),
  ]
}
