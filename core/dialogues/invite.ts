import { z } from 'zod'
import { type DialogueContext, defineDialogue, type Inviting, type Step } from '../dialogue.ts'
import { plainText } from '../formatted-text.ts'
import type { Choice, Reply } from '../message.ts'
import { draftInvitation, INVITATION_DAYS } from '../people/create-invitation.ts'
import { mayInvite, rolesToInvite } from '../people/permissions.ts'
import { ROLE_NAMES, ROLES, type Role } from '../people/roles.ts'
import { telegramLink } from '../telegram-link.ts'
import { invitationTexts } from '../texts/invitations.ts'
import { linking } from '../texts/linking.ts'
import { unitTexts } from '../texts/units.ts'
import { type ResolvedUnit, resolveUnit } from '../units/resolve-unit.ts'
import type { Unit } from '../units/unit.ts'
import { unitFitsRole } from '../units/unit-fits-role.ts'

/** Folded whole messages that start the dialogue. */
export const INVITE_PHRASES: readonly string[] = [
  ...['moi can bo', 'moicanbo', 'moi nguoi', 'moi thanh vien', 'moi dong nghiep', 'tao ma moi', 'lay ma moi'],
  ...['ma moi', 'moi nguoi khac', 'toi muon moi can bo', 'invite'],
]

const role = z.enum(ROLE_NAMES)
const stateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('role') }),
  z.object({ at: z.literal('unit'), role }),
  z.object({ at: z.literal('confirm'), role, unitCode: z.string().nullable() }),
])
type State = z.infer<typeof stateSchema>

/**
 * Asks for a role, then for the unit where the role has one, by any name people know it by, confirms both, and gives a
 * code that is shown this once. What the person may do is looked at again at every step.
 */
export const inviteDialogue = defineDialogue<State>({
  name: 'invite',
  version: 1,
  title: linking.titles.invite,
  state: stateSchema,
  start: (context) => withRight(context, (inviting) => askRole(rolesToInvite(inviting.actor))),
  ask: (state, context) => {
    const asked = withRight(context, (inviting) => askAgain(state, inviting))
    return asked.status === 'said' ? asked.say : []
  },
  step: (state, said, context) =>
    withRight(context, (inviting) => {
      switch (state.at) {
        case 'role': {
          const chosen = rolesToInvite(inviting.actor).find((each) => said.choice === `${ROLE_CHOICE}${each}`)
          return chosen === undefined ? notForMe(state) : afterRole(chosen, inviting)
        }
        case 'unit':
          return afterUnit(state.role, unitOf(said, inviting), inviting)
        case 'confirm':
          if (said.choice === NO) return end(invitationTexts.notCreated)
          return said.choice === YES ? invite(state.role, state.unitCode, inviting) : notForMe(state)
      }
    }),
})

const ROLE_CHOICE = 'invite:role:'
const UNIT_CHOICE = 'invite:unit:'
const YES = 'invite:yes'
const NO = 'invite:no'

/** Something else was said: the question stays open, and is put again after the answer. */
const notForMe = (state: State): Step<State> => ({ status: 'not_for_me', next: state })

/** More than a former city had; a longer list is not read on a phone. */
const MOST_CANDIDATES = 12

function withRight({ inviting }: DialogueContext, go: (inviting: Inviting) => Step<State>): Step<State> {
  if (inviting === undefined || rolesToInvite(inviting.actor).length === 0) {
    return end(invitationTexts.notAllowed)
  }
  return go(inviting)
}

function askAgain(state: State, inviting: Inviting): Step<State> {
  switch (state.at) {
    case 'role':
      return askRole(rolesToInvite(inviting.actor))
    case 'unit':
      return afterRole(state.role, inviting)
    case 'confirm':
      return confirm(state.role, inviting.units.find(({ code }) => code === state.unitCode) ?? null)
  }
}

const askRole = (roles: Role[]): Step<State> =>
  ask(invitationTexts.askRole, { at: 'role' }, roles.map(roleChoice))

const roleChoice = (each: Role): Choice => ({
  id: `${ROLE_CHOICE}${each}`,
  label: invitationTexts.role(each),
})

function afterRole(chosen: Role, inviting: Inviting): Step<State> {
  if (ROLES[chosen].heldIn === 'no_unit') return confirm(chosen, null)
  const mine = inviting.units.filter((unit) => isOpen(unit, chosen, inviting))
  const [only] = mine
  if (only !== undefined && mine.length === 1) return confirm(chosen, only)
  if (mine.length > MOST_CANDIDATES) return ask(unitTexts.askName, { at: 'unit', role: chosen })
  return askWhich(unitTexts.askWhich, chosen, mine)
}

function unitOf(said: { text: string; choice: string | null }, { units }: Inviting): ResolvedUnit {
  const picked = units.find(({ code }) => said.choice === `${UNIT_CHOICE}${code}`)
  return picked === undefined ? resolveUnit(said.text, units) : { status: 'found', unit: picked }
}

function afterUnit(chosen: Role, resolved: ResolvedUnit, inviting: Inviting): Step<State> {
  const fitting = (units: Unit[]) => units.filter((unit) => isOpen(unit, chosen, inviting))
  switch (resolved.status) {
    case 'none':
      return ask(unitTexts.notFound, { at: 'unit', role: chosen })
    case 'found': {
      const { unit } = resolved
      if (isOpen(unit, chosen, inviting)) return confirm(chosen, unit)
      return ask(invitationTexts.unitNotAllowed(unitTexts.name(unit), chosen), { at: 'unit', role: chosen })
    }
    case 'ask':
      return askWhich(unitTexts.askWhich, chosen, fitting(resolved.candidates))
    case 'area':
      return askWhich(unitTexts.askInArea(resolved.area), chosen, fitting(resolved.units))
  }
}

const isOpen = (unit: Unit, chosen: Role, { actor }: Inviting) =>
  unitFitsRole(unit, chosen) && mayInvite(actor, chosen, unit.code)

function askWhich(question: string, chosen: Role, units: Unit[]): Step<State> {
  const next: State = { at: 'unit', role: chosen }
  if (units.length === 0) return ask(unitTexts.notFound, next)
  if (units.length > MOST_CANDIDATES) return ask(unitTexts.tooMany(units.length), next)
  const choices = units.map((unit) => ({ id: `${UNIT_CHOICE}${unit.code}`, label: unitTexts.name(unit) }))
  return ask(question, next, choices)
}

function confirm(chosen: Role, unit: Unit | null): Step<State> {
  const name = unit === null ? null : unitTexts.nameWithArea(unit)
  return ask(
    invitationTexts.confirm(chosen, name, INVITATION_DAYS),
    { at: 'confirm', role: chosen, unitCode: unit?.code ?? null },
    [
      { id: YES, label: invitationTexts.yes },
      { id: NO, label: invitationTexts.no },
    ],
  )
}

function invite(chosen: Role, unitCode: string | null, inviting: Inviting): Step<State> {
  if (!mayInvite(inviting.actor, chosen, unitCode)) return end(invitationTexts.notAllowed)
  const code = inviting.newInvitationCode()
  const link = telegramLink(inviting.telegramBot, code)
  return {
    ...end(invitationTexts.created(code, link, INVITATION_DAYS)),
    effects: { invitation: draftInvitation(code, { role: chosen, unitCode }) },
  }
}

function ask(text: string, next: State, choices?: Choice[]): Step<State> {
  const reply: Reply = { text: plainText(text), ...(choices && { choices }) }
  return { status: 'said', say: [reply], next }
}

const end = (text: string) => ({ status: 'said' as const, say: [{ text: plainText(text) }], next: null })
