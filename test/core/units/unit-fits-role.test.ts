import { expect, test } from 'vitest'
import { ROLE_NAMES } from '../../../core/people/roles.ts'
import { unitFitsRole } from '../../../core/units/unit-fits-role.ts'

test('officials belong to any unit, ward staff to the commune level, everybody else to none', () => {
  const fitting = (unit: Parameters<typeof unitFitsRole>[0]) =>
    ROLE_NAMES.filter((role) => unitFitsRole(unit, role))
  const everywhere = ['official', 'unit_lead', 'ward_staff']
  for (const kind of ['ward', 'commune', 'specialZone'] as const)
    expect(fitting({ kind })).toEqual(everywhere)
  expect(fitting({ kind: 'department' })).toEqual(['official', 'unit_lead'])
  expect(fitting(null)).toEqual(['guest', 'startup', 'expert', 'programme_staff', 'admin'])
})
