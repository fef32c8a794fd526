import { afterAll, beforeAll, expect, test } from 'vitest'
import { findGrants } from '../../core/people/find-grants.ts'
import { findInvitationCode } from '../../core/people/invitation-code.ts'
import type { Role } from '../../core/people/roles.ts'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import { invitationTexts } from '../../core/texts/invitations.ts'
import { loadUnits } from '../../core/units/load-units.ts'
import { readCityUnits } from '../../core/units/read-city-units.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { hear } from '../support/talk.ts'

let core: TestCore

beforeAll(async () => {
  core = await openTestCore('embedded', {
    settings: { ...DEFAULT_SETTINGS, telegramBotName: 'nhip_cau_bot' },
  })
  await loadUnits(await readCityUnits(), core)
})
afterAll(() => core.close())

const personOf = async (user: string) =>
  (await core.database.prisma.identity.findFirstOrThrow({ where: { externalId: user } })).personId
async function give(user: string, role: Role, unitCode: string | null = null) {
  await hear(core, user, 'chào em')
  await core.database.prisma.roleGrant.create({ data: { personId: await personOf(user), role, unitCode } })
}
const rolesOf = async (user: string) => findGrants(core.database.prisma, await personOf(user))

test('staff invite a lead for a ward, the lead invites an official, each joins with a code', async () => {
  await give('thu', 'programme_staff')
  for (const text of ['mời cán bộ', 'người phụ trách đơn vị']) await hear(core, 'thu', text)
  expect((await hear(core, 'thu', 'p ben nghe')).join()).toContain('Phường Sài Gòn')
  const [shown = ''] = await hear(core, 'thu', '1')
  const code = findInvitationCode(shown)
  expect(shown).toContain(`https://t.me/nhip_cau_bot?start=${code}`)

  const welcome = await hear(core, 'lan', `/start ${code}`)
  expect(welcome.at(-1)).toBe(invitationTexts.joined('unit_lead', 'Phường Sài Gòn'))
  expect(await rolesOf('lan')).toEqual([{ role: 'unit_lead', unitCode: '26740' }])
  expect((await hear(core, 'minh', `em có mã ${code}`)).at(-1)).toBe(invitationTexts.used)

  for (const text of ['moi can bo', '1']) await hear(core, 'lan', text)
  const [second = ''] = await hear(core, 'lan', 'dung, tao ma')
  expect((await hear(core, 'minh', second)).at(-1)).toBe(invitationTexts.joined('official', 'Phường Sài Gòn'))
})

test('a guest and an official cannot invite', async () => {
  await give('hoa', 'official', '26740')
  for (const user of ['hoa', 'khach']) {
    expect((await hear(core, user, 'mời cán bộ')).join()).toContain(invitationTexts.notAllowed)
  }
})

test('a lead who is no lead any more is stopped in the middle', async () => {
  await give('tam', 'unit_lead', '27154')
  for (const text of ['mời cán bộ', '1']) await hear(core, 'tam', text)
  await core.database.prisma.roleGrant.updateMany({
    where: { personId: await personOf('tam') },
    data: { revokedAt: new Date() },
  })
  expect(await hear(core, 'tam', '1')).toEqual([invitationTexts.notAllowed])
})

test('a code is not kept, even of who agreed to have messages kept', async () => {
  await hear(core, 'yen', 'quyền riêng tư')
  for (const answer of ['1', '1', '1', '1']) await hear(core, 'yen', answer)
  await hear(core, 'yen', 'MOI-A2222-B2222-C2222')
  await hear(core, 'yen', 'kế hoạch có mấy nhóm nhiệm vụ?')
  const kept = await core.database.prisma.inbound.findMany({
    where: { personId: await personOf('yen'), text: { not: null } },
  })
  expect(kept.map(({ text }) => text)).toEqual(['kế hoạch có mấy nhóm nhiệm vụ?'])
})

test('a code of somebody who joined their accounts meanwhile still counts', async () => {
  await give('dao-web', 'unit_lead', '27154')
  for (const text of ['mời cán bộ', '1']) await hear(core, 'dao-web', text)
  const code = findInvitationCode((await hear(core, 'dao-web', '1')).join()) ?? ''

  const linkCode = /\b\d{6}\b/.exec((await hear(core, 'dao-web', 'liên kết')).join())?.[0] ?? ''
  for (const text of [linkCode, '1']) await hear(core, 'dao-zalo', text)
  expect(await personOf('dao-zalo')).toBe(await personOf('dao-web'))
  expect((await hear(core, 'vy', code)).at(-1)).toBe(invitationTexts.joined('official', 'Phường Bàn Cờ'))
})

test('a question in the middle is answered, and the waiting question is put again', async () => {
  await give('bay', 'programme_staff')
  await hear(core, 'bay', 'mời cán bộ')
  const [answer, ...again] = await hear(core, 'bay', 'Inno-Coffee là gì?')
  expect(answer).toContain('Inno-Coffee')
  expect(again).toEqual([invitationTexts.askRole])
  expect((await hear(core, 'bay', '1')).join()).not.toContain(invitationTexts.askRole)
})
