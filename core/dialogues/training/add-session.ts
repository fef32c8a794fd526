import { z } from 'zod'
import { type DialogueContext, defineDialogue, type Said, type Step } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import { isStaff } from '../../people/permissions.ts'
import { planTexts } from '../../texts/training-plan.ts'
import { findUnits } from '../../units/find-units.ts'
import { FIELDS, type FieldName, isOptional, readPlan } from './read-plan.ts'
import { previewPlan, writePlan } from './write-plan.ts'

const stateSchema = z.object({
  at: z.enum([...FIELDS, 'confirm', 'which']),
  /** What was typed for each field, as in a row of a spreadsheet; '' for what was left open. */
  typed: z.partialRecord(z.enum(FIELDS), z.string()),
})
type State = z.infer<typeof stateSchema>

const OURS = 'plan:'
const NONE = 'plan:none'
const OPEN = 'plan:open'
const ANNOUNCED = 'plan:announced'
const MEND = 'plan:mend'
const DROP = 'plan:drop'
const FIELD = 'plan:field:'

/**
 * Staff enter a class, one question at a time, see it whole and confirm. It is read by the rules of a spreadsheet's row,
 * so that the same class cannot be entered twice, here or there.
 */
export const addSessionDialogue = defineDialogue<State>({
  name: 'add-session',
  version: 1,
  title: planTexts.title,
  state: stateSchema,
  claims: (_, { choice }) => choice?.startsWith(OURS) ?? false,
  start: ({ person }) => (isStaff(person.actor) ? askField('course', {}) : end(planTexts.notAllowed)),
  ask: async (state, context) => {
    const asked = await put(state, context)
    return asked.status === 'said' ? asked.say : []
  },
  step: async (state, said, context) => {
    if (!isStaff(context.person.actor)) return end(planTexts.notAllowed)
    const { at, typed } = state
    const { choice } = said
    if (choice === DROP) return end(planTexts.dropped)
    if (at === 'which') {
      const field = FIELDS.find((each) => choice === `${FIELD}${each}`)
      return field === undefined ? stay(state) : askField(field, typed)
    }
    if (at !== 'confirm') return takeField(at, state, said, context)
    if (choice === MEND) return put({ at: 'which', typed }, context)
    if (choice !== OPEN && choice !== ANNOUNCED) return stay(state)
    const read = await readAll(typed, context)
    if (read.status !== 'read') return askField(read.field, typed, read.why)
    const write = writePlan(read.session, choice === OPEN ? 'open' : 'announced', context)
    return { status: 'said', say: [], next: null, effects: { write } }
  },
})

async function takeField(
  at: FieldName,
  state: State,
  { text, choice }: Said,
  context: DialogueContext,
): Promise<Step<State>> {
  const isNone = choice === NONE && isOptional(at)
  if (choice !== null && !isNone) return stay(state)
  const value = isNone ? '' : text.trim()
  if (!isNone && value === '') return stay(state)
  if (value.endsWith('?')) return stay(state)
  const typed = { ...state.typed, [at]: value }
  const read = await readAll(typed, context)
  // What was asked so far is judged: with its hours, a day may turn out to be over.
  if (read.status === 'wrong' && FIELDS.indexOf(read.field) <= FIELDS.indexOf(at)) {
    return askField(read.field, read.field === at ? state.typed : typed, read.why)
  }
  const next = FIELDS.find((each) => typed[each] === undefined)
  return put({ at: next ?? 'confirm', typed }, context)
}

async function put({ at, typed }: State, context: DialogueContext): Promise<Step<State>> {
  if (at === 'which') {
    const choices = FIELDS.map((each) => ({ id: `${FIELD}${each}`, label: planTexts.labels[each] }))
    return ask(planTexts.whichField, { at, typed }, choices)
  }
  if (at !== 'confirm') return askField(at, typed)
  const units = await findUnits(context.db)
  const read = readPlan(typed, { units, now: context.now })
  // A day that has passed since, a unit that was renamed: what is wrong is asked anew.
  if (read.status !== 'read') return askField(read.field, typed, read.why)
  return ask(previewPlan(read.session, units), { at, typed }, [
    { id: OPEN, label: planTexts.open },
    { id: ANNOUNCED, label: planTexts.announced },
    { id: MEND, label: planTexts.mend },
    { id: DROP, label: planTexts.drop },
  ])
}

const readAll = async (typed: State['typed'], { db, now }: DialogueContext) =>
  readPlan(typed, { units: await findUnits(db), now })

function askField(at: FieldName, typed: State['typed'], why?: string): Step<State> {
  const none: Choice[] = isOptional(at) ? [{ id: NONE, label: planTexts.none[at] }] : []
  return ask(why ?? planTexts.questions[at], { at, typed }, none)
}

const stay = (state: State): Step<State> => ({ status: 'not_for_me', next: state })

function ask(text: string, next: State, choices: Choice[]): Step<State> {
  const reply: Reply = { text: plainText(text), ...(choices.length > 0 && { choices }) }
  return { status: 'said', say: [reply], next }
}

const end = (text: string): Step<State> => ({ status: 'said', say: [{ text: plainText(text) }], next: null })
