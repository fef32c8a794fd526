import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyInvitations } from '../../core/apply-invitations.ts'
import { redeem } from '../../core/dialogues/redeem.ts'
import { TryLater } from '../../core/errors.ts'
import { draftInvitation } from '../../core/people/create-invitation.ts'
import { findGrants } from '../../core/people/find-grants.ts'
import { invitationCode } from '../../core/people/invitation-code.ts'
import { readInviting } from '../../core/read-inviting.ts'
import { invitationTexts } from '../../core/texts/invitations.ts'
import { backends, openTestDatabase, type TestDatabase } from '../support/database.ts'

const NOW = new Date('2026-11-21T08:00:00Z')
const UNIT = '26740'

describe.each(backends)('the invitations of a turn, on %s', (backend) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase(backend)
    await database.prisma.unit.create({ data: { code: UNIT, kind: 'ward', name: 'Sài Gòn' } })
  })
  afterAll(() => database.close())

  const newPerson = async () => (await database.prisma.person.create({ data: {} })).id
  async function newLead() {
    const personId = await newPerson()
    await database.prisma.roleGrant.create({ data: { personId, role: 'unit_lead', unitCode: UNIT } })
    return personId
  }
  const apply = (effects: Parameters<typeof applyInvitations>[1], personId: string) =>
    database.prisma.$transaction((tx) => applyInvitations(tx, effects, { personId, now: NOW }))

  test('a lead invites, and who types the code is told what they are now', async () => {
    const [lead, lan] = [await newLead(), await newPerson()]
    const code = invitationCode(randomUUID())
    const invitation = draftInvitation(code, { role: 'official', unitCode: UNIT })
    expect(await apply({ invitation }, lead)).toEqual([])
    const [reply] = await apply(redeem(`/start ${code}`)?.effects ?? {}, lan)
    expect(reply?.text.text).toBe(invitationTexts.joined('official', 'Phường Sài Gòn'))
    expect(await findGrants(database.prisma, lan)).toEqual([{ role: 'official', unitCode: UNIT }])
  })

  test('who lost the right meanwhile makes no invitation: the turn is decided again', async () => {
    const draft = draftInvitation(invitationCode(randomUUID()), { role: 'official', unitCode: UNIT })
    await expect(apply({ invitation: draft }, await newPerson())).rejects.toThrow(TryLater)
    expect(await database.prisma.invitation.count({ where: { codeHash: draft.codeHash } })).toBe(0)
  })

  test('a turn without invitations says and writes nothing', async () => {
    expect(await apply({}, await newPerson())).toEqual([])
  })

  test('what the dialogue needs is read for who may invite, and for nobody else', async () => {
    const deps = { newId: randomUUID, telegramBot: 'nhip_cau_bot' }
    expect(await readInviting(database.prisma, await newPerson(), deps)).toBeNull()
    const inviting = await readInviting(database.prisma, await newLead(), deps)
    expect(inviting?.actor).toEqual([{ role: 'unit_lead', unitCode: UNIT }])
    expect(inviting?.units.map(({ name }) => name)).toEqual(['Sài Gòn'])
    expect(inviting?.newInvitationCode()).not.toBe(inviting?.newInvitationCode())
  })
})
