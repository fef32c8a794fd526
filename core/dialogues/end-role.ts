import { z } from 'zod'
import { type DialogueContext, defineDialogue, type Inviting, type Said, type Step } from '../dialogue.ts'
import { plainText } from '../formatted-text.ts'
import type { Choice } from '../message.ts'
import { endRole, findEndableRoles, type HeldRole } from '../people/end-role.ts'
import { findGrants } from '../people/find-grants.ts'
import { roleTexts } from '../texts/roles.ts'
import { unitTexts } from '../texts/units.ts'
import { resolveUnit } from '../units/resolve-unit.ts'
import { tellRoleEnded } from './tell-role-ended.ts'

/** Folded whole messages that start the dialogue. */
export const END_ROLE_PHRASES: readonly string[] = [
  ...['ket thuc vai tro', 'thu hoi vai tro', 'go vai tro', 'bo vai tro', 'xoa vai tro', 'cham dut vai tro'],
]

const stateSchema = z.discriminatedUnion('at', [
  /** `from`: how many of the list were shown before. */
  z.object({ at: z.literal('which'), unitCode: z.string().nullable(), from: z.int().min(0).default(0) }),
  z.object({ at: z.literal('reason'), grantId: z.uuid() }),
  z.object({ at: z.literal('confirm'), grantId: z.uuid(), reason: z.string() }),
])
type State = z.infer<typeof stateSchema>
type Ending = { context: DialogueContext; inviting: Inviting }

/** What is still read on a phone; a longer list is searched by unit, and within one goes on. */
const MOST_SHOWN = 7
const SHORTEST_REASON = 4
const YES = 'end:yes'
const NO = 'end:no'
const MORE = 'end:more'
const PICK = 'end:'

/** Ends a role of somebody whom the person may invite: which one, why, and a yes. */
export const endRoleDialogue = defineDialogue<State>({
  name: 'end-role',
  version: 1,
  title: roleTexts.titles.endRole,
  state: stateSchema,
  start: (context) => withRight(context, (ending) => askWhich(ending, null)),
  ask: async (state, context) => {
    const asked = await withRight(context, (ending) => askAgain(state, ending))
    return asked.status === 'said' ? asked.say : []
  },
  step: (state, said, context) =>
    withRight(context, (ending) => {
      switch (state.at) {
        case 'which':
          return onWhich(state, said, ending)
        case 'reason':
          return onReason(state.grantId, said.text.trim(), ending)
        case 'confirm':
          if (said.choice === NO) return end(roleTexts.left)
          return said.choice === YES ? finish(state) : { status: 'not_for_me', next: state }
      }
    }),
})

async function withRight(
  context: DialogueContext,
  go: (ending: Ending) => Step<State> | Promise<Step<State>>,
): Promise<Step<State>> {
  const { inviting } = context
  return inviting === undefined ? end(roleTexts.mayNotEnd) : go({ context, inviting })
}

function askAgain(state: State, ending: Ending): Step<State> | Promise<Step<State>> {
  switch (state.at) {
    case 'which':
      return askWhich(ending, state.unitCode, state.from)
    case 'reason':
      return ask(roleTexts.askReason, state)
    case 'confirm':
      return onReason(state.grantId, state.reason, ending)
  }
}

const endable = ({ context, inviting }: Ending, unitCode: string | null = null) =>
  findEndableRoles(context.db, {
    ...{ actor: inviting.actor, personId: context.person.id },
    ...(unitCode !== null && { unitCode }),
  })

async function askWhich(ending: Ending, unitCode: string | null, start = 0): Promise<Step<State>> {
  const held = await endable(ending, unitCode)
  // Some of them may have ended meanwhile.
  const from = start < held.length ? start : 0
  const next: State = { at: 'which', unitCode, from }
  if (held.length === 0) {
    return unitCode === null
      ? end(roleTexts.noneToEnd)
      : ask(roleTexts.noneInUnit(unitName(unitCode, ending) ?? unitCode), { ...next, unitCode: null })
  }
  const isOneUnit = new Set(held.map((each) => each.unitCode)).size === 1
  if (held.length > MOST_SHOWN && !isOneUnit) return ask(roleTexts.tooMany(held.length), next)
  const shown = held.slice(from, from + MOST_SHOWN)
  const isMore = from + shown.length < held.length
  return ask(roleTexts.which, next, [
    ...shown.map((each) => ({ id: idOf(each), label: describe(each, ending) })),
    ...(isMore ? [{ id: MORE, label: roleTexts.more }] : []),
  ])
}

/** A choice's id has 32 characters at most: a UUID without its hyphens would leave no room for what it is. */
const idOf = ({ grantId }: HeldRole) => `${PICK}${grantId.slice(0, 23)}`

async function onWhich(
  state: Extract<State, { at: 'which' }>,
  said: Said,
  ending: Ending,
): Promise<Step<State>> {
  if (said.choice === MORE) return askWhich(ending, state.unitCode, state.from + MOST_SHOWN)
  const held = await endable(ending, state.unitCode)
  const picked = held.find((each) => idOf(each) === said.choice)
  if (picked !== undefined) return ask(roleTexts.askReason, { at: 'reason', grantId: picked.grantId })
  const found = resolveUnit(said.text, ending.inviting.units)
  if (found.status === 'found') return askWhich(ending, found.unit.code)
  return { status: 'not_for_me', next: state }
}

async function onReason(grantId: string, reason: string, ending: Ending): Promise<Step<State>> {
  if (reason.length < SHORTEST_REASON) return ask(roleTexts.reasonTooShort, { at: 'reason', grantId })
  const held = (await endable(ending)).find((each) => each.grantId === grantId)
  if (held === undefined) return end(roleTexts.over)
  return ask(
    roleTexts.confirmEnd({ ...held, unit: unitName(held.unitCode, ending) }, reason),
    { at: 'confirm', grantId, reason },
    [
      { id: YES, label: roleTexts.yesEnd },
      { id: NO, label: roleTexts.no },
    ],
  )
}

function finish({ grantId, reason }: Extract<State, { at: 'confirm' }>): Step<State> {
  return {
    ...{ status: 'said', say: [], next: null },
    effects: {
      async write(tx, { personId, now }) {
        const actor = await findGrants(tx, personId)
        const ended = await endRole(tx, { grantId, actor, personId, reason, now })
        if (ended.status !== 'ended') {
          return [{ text: plainText(ended.status === 'over' ? roleTexts.over : roleTexts.mayNotEnd) }]
        }
        const unit = await tellRoleEnded(tx, { ...ended, grantId, reason, now })
        return [{ text: plainText(roleTexts.ended(ended.role, unit)) }]
      },
    },
  }
}

const describe = (held: HeldRole, ending: Ending) =>
  roleTexts.held({ ...held, unit: unitName(held.unitCode, ending) })

function unitName(code: string | null, { inviting }: Ending): string | null {
  const unit = inviting.units.find((each) => each.code === code)
  return unit === undefined ? null : unitTexts.name(unit)
}

const ask = (text: string, next: State, choices?: Choice[]): Step<State> => ({
  ...{ status: 'said', next },
  say: [{ text: plainText(text), ...(choices && { choices }) }],
})

const end = (text: string): Step<State> => ({ status: 'said', say: [{ text: plainText(text) }], next: null })
