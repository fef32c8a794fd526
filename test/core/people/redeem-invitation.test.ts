import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInvitation, draftInvitation } from '../../../core/people/create-invitation.ts'
import { findGrants } from '../../../core/people/find-grants.ts'
import { findInvitations } from '../../../core/people/find-invitations.ts'
import { hashInvitationCode, invitationCode } from '../../../core/people/invitation-code.ts'
import { redeemInvitation } from '../../../core/people/redeem-invitation.ts'
import { revokeInvitation } from '../../../core/people/revoke-invitation.ts'
import type { Actor, Role } from '../../../core/people/roles.ts'
import { backends, openTestDatabase, type TestDatabase } from '../../support/database.ts'

const NOW = new Date('2026-11-21T08:00:00Z')
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000)
const SAI_GON = '26740'

describe.each(backends)('invitations, on %s', (backend) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(backend)
    await database.prisma.unit.createMany({
      data: [
        { code: SAI_GON, kind: 'ward', name: 'Sài Gòn' },
        { code: '27154', kind: 'ward', name: 'Bàn Cờ' },
      ],
    })
  })
  afterAll(() => database.close())

  const newPerson = async () => (await database.prisma.person.create({ data: {} })).id

  async function invited(
    to: { role?: Role; unitCode?: string | null; uses?: number; days?: number } = {},
    by: { actor: Actor; personId: string | null } = { actor: 'operator', personId: null },
  ) {
    const code = invitationCode(randomUUID())
    const draft = draftInvitation(code, { role: 'official', unitCode: SAI_GON, ...to })
    const created = await createInvitation(database.prisma, draft, { ...by, now: NOW })
    if (created.status !== 'created') throw new Error(created.status)
    return { code, id: created.id }
  }

  const redeem = (code: string, personId: string, now = NOW) =>
    database.prisma.$transaction((tx) =>
      redeemInvitation(tx, { codeHash: hashInvitationCode(code), personId, now }),
    )

  test('a code gives its role, once', async () => {
    const { code } = await invited()
    const [lan, minh] = [await newPerson(), await newPerson()]
    expect(await redeem(code, lan)).toEqual({
      status: 'joined',
      role: 'official',
      unit: { kind: 'ward', name: 'Sài Gòn' },
    })
    expect(await findGrants(database.prisma, lan)).toEqual([{ role: 'official', unitCode: SAI_GON }])
    expect(await redeem(code, minh)).toEqual({ status: 'refused_used' })
    expect(await findGrants(database.prisma, minh)).toEqual([])
  })

  test('of ten people who use a code at once, one joins', async () => {
    const { code } = await invited()
    const people = await Promise.all(Array.from({ length: 10 }, newPerson))
    const outcomes = await Promise.all(people.map((person) => redeem(code, person)))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['joined', ...Array(9).fill('refused_used')])
    const invitation = { codeHash: hashInvitationCode(code) }
    expect(await database.prisma.roleGrant.count({ where: { invitation } })).toBe(1)
  })

  test('a code for three gives three people the role, and the fourth none', async () => {
    const { code } = await invited({ uses: 3 })
    const people = await Promise.all(Array.from({ length: 4 }, newPerson))
    const outcomes = await Promise.all(people.map((person) => redeem(code, person)))
    expect(outcomes.filter(({ status }) => status === 'joined')).toHaveLength(3)
  })

  test('who holds the role already takes nothing from the code', async () => {
    const [lan, minh] = [await newPerson(), await newPerson()]
    const first = await invited()
    const second = await invited()
    await redeem(first.code, lan)
    expect((await redeem(second.code, lan)).status).toBe('joined_already')
    expect((await redeem(first.code, lan)).status).toBe('joined_already')
    expect((await redeem(second.code, minh)).status).toBe('joined')
  })

  test('one person holds several roles, and one role in two units', async () => {
    const lan = await newPerson()
    for (const to of [{}, { unitCode: '27154' }, { role: 'expert' as const, unitCode: null }]) {
      expect((await redeem((await invited(to)).code, lan)).status).toBe('joined')
    }
    expect(await findGrants(database.prisma, lan)).toHaveLength(3)
  })

  test('a code that ran out, was taken back, or never was, gives nothing and says why', async () => {
    const lan = await newPerson()
    const { code, id } = await invited({ days: 2 })
    expect(await redeem(code, lan, later(2))).toEqual({ status: 'refused_expired' })
    expect(await revokeInvitation(database.prisma, id, { actor: 'operator', now: NOW })).toBe('revoked')
    expect(await redeem(code, lan)).toEqual({ status: 'refused_revoked' })
    expect(await redeem('MOI-A2222-B2222-C2222', lan)).toEqual({ status: 'refused_unknown' })
    expect(await findGrants(database.prisma, lan)).toEqual([])
  })

  test('guessing ends after five tries, for a quarter of an hour, even with the right code', async () => {
    const lan = await newPerson()
    const { code } = await invited()
    for (const letter of 'ABCDE') {
      expect((await redeem(`MOI-${letter}2222-B2222-C2222`, lan)).status).toBe('refused_unknown')
    }
    const until = new Date(NOW.getTime() + 15 * 60_000)
    expect(await redeem(code, lan)).toEqual({ status: 'refused_too_many', until })
    expect((await redeem(code, lan, until)).status).toBe('joined')
  })

  test('what somebody invited to counts only while they may invite', async () => {
    const [lead, lan] = [await newPerson(), await newPerson()]
    const grant = await database.prisma.roleGrant.create({
      data: { personId: lead, role: 'unit_lead', unitCode: SAI_GON },
    })
    const by = { actor: await findGrants(database.prisma, lead), personId: lead }
    const [first, second] = [await invited({}, by), await invited({}, by)]
    expect((await redeem(first.code, lan)).status).toBe('joined')
    await database.prisma.roleGrant.update({ where: { id: grant.id }, data: { revokedAt: NOW } })
    expect(await redeem(second.code, await newPerson())).toEqual({ status: 'refused_revoked' })
  })

  test('nobody stores an invitation they may not make', async () => {
    const draft = draftInvitation('MOI-A2222-B2222-C2222', { role: 'admin', unitCode: null })
    const by = {
      actor: [{ role: 'programme_staff', unitCode: null }],
      personId: await newPerson(),
      now: NOW,
    } as const
    expect(await createInvitation(database.prisma, draft, by)).toEqual({ status: 'forbidden' })
  })

  test('an invitation is taken back once, by who may', async () => {
    const { id } = await invited()
    const lead: Actor = [{ role: 'unit_lead', unitCode: '27154' }]
    expect(await revokeInvitation(database.prisma, id, { actor: lead, now: NOW })).toBe('forbidden')
    expect(await revokeInvitation(database.prisma, id, { actor: 'operator', now: NOW })).toBe('revoked')
    expect(await revokeInvitation(database.prisma, id, { actor: 'operator', now: NOW })).toBe(
      'revoked_already',
    )
    expect(await revokeInvitation(database.prisma, 999_999n, { actor: 'operator', now: NOW })).toBe('unknown')
  })

  test('the list says what became of each, newest first, and keeps no code', async () => {
    const open = await invited({ uses: 2 })
    const used = await invited()
    await redeem(open.code, await newPerson())
    await redeem(used.code, await newPerson())
    const listed = await findInvitations(database.prisma, { now: NOW, limit: 2 })
    expect(listed.map(({ id, state, usesLeft, joined }) => ({ id, state, usesLeft, joined }))).toEqual([
      { id: used.id, state: 'used', usesLeft: 0, joined: 1 },
      { id: open.id, state: 'open', usesLeft: 1, joined: 1 },
    ])
    const [later8] = await findInvitations(database.prisma, { now: later(8), limit: 2 }).then((all) =>
      all.slice(1),
    )
    expect(later8?.state).toBe('expired')
    const rows = JSON.stringify(await database.prisma.invitation.findMany(), (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    for (const part of open.code.split('-').slice(1)) expect(rows).not.toContain(part)
  })
})
