import { z } from 'zod'
import { type DialogueContext, defineDialogue, type Step } from '../dialogue.ts'
import { plainText } from '../formatted-text.ts'
import type { Choice } from '../message.ts'
import { findGrants } from '../people/find-grants.ts'
import { mayAddUnit } from '../people/permissions.ts'
import { roleTexts } from '../texts/roles.ts'
import { addDepartment } from '../units/add-department.ts'

/** Folded whole messages that start the dialogue. */
export const ADD_UNIT_PHRASES: readonly string[] = [
  ...['them don vi', 'them so ban nganh', 'them so', 'them don vi moi', 'them co quan'],
]

const stateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('name') }),
  z.object({ at: z.literal('confirm'), name: z.string() }),
])
type State = z.infer<typeof stateSchema>

const YES = 'unit:yes'
const NO = 'unit:no'
const LONGEST_NAME = 120

/** Adds a department of the city to the units: its whole name, and a yes. */
export const addUnitDialogue = defineDialogue<State>({
  name: 'add-unit',
  version: 1,
  title: roleTexts.titles.addUnit,
  state: stateSchema,
  start: (context) => withRight(context, () => ask(roleTexts.askUnit, { at: 'name' })),
  ask: (state, context) => {
    const asked = withRight(context, () =>
      state.at === 'name' ? ask(roleTexts.askUnit, state) : confirm(state.name),
    )
    return asked.status === 'said' ? asked.say : []
  },
  step: (state, said, context) =>
    withRight(context, () => {
      if (state.at === 'name') return onName(said.text.replace(/\s+/g, ' ').trim())
      if (said.choice === NO) return end(roleTexts.left)
      return said.choice === YES ? add(state.name) : { status: 'not_for_me', next: state }
    }),
})

function withRight({ person }: DialogueContext, go: () => Step<State>): Step<State> {
  return mayAddUnit(person.actor) ? go() : end(roleTexts.mayNotAdd)
}

function onName(name: string): Step<State> {
  const isName = name.length <= LONGEST_NAME && name.includes(' ')
  return isName ? confirm(name) : ask(roleTexts.badName, { at: 'name' })
}

const confirm = (name: string): Step<State> =>
  ask(roleTexts.confirmUnit(name), { at: 'confirm', name }, [
    { id: YES, label: roleTexts.yesAdd },
    { id: NO, label: roleTexts.no },
  ])

/** Of two who add the same one, the second hears that it is there. */
const add = (name: string): Step<State> => ({
  ...{ status: 'said', say: [], next: null },
  effects: {
    async write(tx, { personId }) {
      if (!mayAddUnit(await findGrants(tx, personId))) return [{ text: plainText(roleTexts.mayNotAdd) }]
      const added = await addDepartment(tx, { name, aliases: [] })
      if (added.status === 'bad_name') return [{ text: plainText(roleTexts.badName) }]
      return [{ text: plainText(roleTexts[added.status](added.unit.name)) }]
    },
  },
})

const ask = (text: string, next: State, choices?: Choice[]): Step<State> => ({
  ...{ status: 'said', next },
  say: [{ text: plainText(text), ...(choices && { choices }) }],
})

const end = (text: string): Step<State> => ({ status: 'said', say: [{ text: plainText(text) }], next: null })
