import { describe, expect, test } from 'vitest'
import {
  isStaff,
  mayAddUnit,
  mayInvite,
  mayRevokeInvitation,
  rolesToInvite,
} from '../../../core/people/permissions.ts'
import { type Actor, ROLE_NAMES, ROLES, type Role } from '../../../core/people/roles.ts'

const HERE = '26740'
const ELSEWHERE = '27154'
const IN_UNITS: Role[] = ['official', 'unit_lead', 'ward_staff']
const holding = (role: Role): Actor => [{ role, unitCode: ROLES[role].heldIn === 'no_unit' ? null : HERE }]

describe.each<[Role, Role[]]>([
  ['guest', []],
  ['official', []],
  ['unit_lead', IN_UNITS],
  ['ward_staff', []],
  ['startup', []],
  ['expert', []],
  ['programme_staff', [...IN_UNITS, 'startup', 'expert']],
  ['admin', [...IN_UNITS, 'startup', 'expert', 'programme_staff']],
])('%s', (role, below) => {
  test(`invites to: ${below.join(', ') || 'nothing'}`, () => {
    expect(rolesToInvite(holding(role))).toEqual(below)
    const invited = ROLE_NAMES.filter((each) => mayInvite(holding(role), each, HERE))
    expect(invited).toEqual(below)
  })

  test('never invites to its own rank or above, but for a second lead of the unit', () => {
    if (role !== 'unit_lead') expect(mayInvite(holding(role), role, HERE)).toBe(false)
    expect(mayInvite(holding(role), 'admin', null)).toBe(false)
    expect(mayInvite(holding(role), 'guest', null)).toBe(false)
  })
})

test('a lead invites in their own unit and in no other', () => {
  for (const role of IN_UNITS) {
    expect(mayInvite(holding('unit_lead'), role, ELSEWHERE)).toBe(false)
    expect(mayInvite(holding('unit_lead'), role, null)).toBe(false)
  }
})

test('who leads two units invites in both; other roles of theirs add nothing', () => {
  const actor: Actor = [
    { role: 'unit_lead', unitCode: HERE },
    { role: 'unit_lead', unitCode: ELSEWHERE },
    { role: 'official', unitCode: '27478' },
  ]
  expect([HERE, ELSEWHERE, '27478'].map((unit) => mayInvite(actor, 'official', unit))).toEqual([
    true,
    true,
    false,
  ])
})

test('staff invite in every unit; the operator makes admins, nobody makes guests', () => {
  expect(mayInvite(holding('programme_staff'), 'unit_lead', ELSEWHERE)).toBe(true)
  expect(mayInvite('operator', 'admin', null)).toBe(true)
  expect(rolesToInvite('operator')).toEqual(ROLE_NAMES.filter((role) => role !== 'guest'))
})

test('a person without a role may nothing', () => {
  expect([mayAddUnit([]), isStaff([]), mayInvite([], 'official', HERE)]).toEqual([false, false, false])
})

test('departments are added by staff, admins and the operator', () => {
  const actors: Actor[] = ['operator', ...ROLE_NAMES.map(holding)]
  expect(actors.filter(mayAddUnit)).toEqual(['operator', holding('programme_staff'), holding('admin')])
})

test('an invitation is taken back by whoever could have made it', () => {
  const invitation = { role: 'official', unitCode: ELSEWHERE } as const
  expect(mayRevokeInvitation(holding('unit_lead'), invitation)).toBe(false)
  expect(mayRevokeInvitation(holding('programme_staff'), invitation)).toBe(true)
})
