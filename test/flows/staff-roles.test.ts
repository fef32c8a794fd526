import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestCore } from '../support/build-deps.ts'
import { converse, giveRole, openDraftingCore, personOf } from '../support/drafting.ts'

const HERE = '26740'
let core: TestCore
beforeAll(async () => {
  core = await openDraftingCore()
  await giveRole(core, 'hoa', 'unit_lead', HERE)
  await giveRole(core, 'minh', 'official', HERE)
  await giveRole(core, 'nam', 'official', '27154')
  await giveRole(core, 'thu', 'programme_staff', null)
})
afterAll(() => core.close())

const grantsOf = async (user: string) =>
  core.database.prisma.roleGrant.findMany({ where: { personId: await personOf(core, user) } })

test('a lead ends a role in their own unit, with a reason that the person hears', async () => {
  const asked = await converse(core, 'hoa', 'ket thuc vai tro')
  expect(asked).toMatch(/^Kết thúc vai trò nào\?[^\n]*\n1\. cán bộ đơn vị, Phường Sài Gòn, vào ngày [\d/]+$/)
  expect(await converse(core, 'hoa', '1', 'di')).toContain('rõ hơn')
  expect(await converse(core, 'hoa', 'chuyen cong tac')).toContain('Lý do: chuyen cong tac')
  expect(await grantsOf('minh')).toMatchObject([{ revokedAt: null }])
  expect(await converse(core, 'hoa', 'dung, ket thuc')).toContain('Đã kết thúc vai trò cán bộ đơn vị')
  expect(await grantsOf('minh')).toMatchObject([
    {
      revokedAt: expect.any(Date),
      revokedById: await personOf(core, 'hoa'),
      revokeReason: 'chuyen cong tac',
    },
  ])
  const told = await core.database.prisma.delivery.findFirstOrThrow({
    where: { personId: await personOf(core, 'minh'), key: { startsWith: 'role-ended-' } },
  })
  expect(JSON.stringify(told.body)).toContain('chuyen cong tac')
  expect(await converse(core, 'hoa', 'ket thuc vai tro')).toContain('Không có vai trò nào')
})

test('staff end any role below theirs, never their own or another of the staff', async () => {
  const asked = await converse(core, 'thu', 'kết thúc vai trò')
  expect(asked).toContain('người phụ trách đơn vị, Phường Sài Gòn')
  expect(asked).toContain('cán bộ đơn vị, Phường Bàn Cờ')
  expect(asked).not.toContain('cán bộ chương trình')
  expect(await converse(core, 'thu', 'phuong ban co')).toMatch(/1\. cán bộ đơn vị, Phường Bàn Cờ[^\n]*$/)
  await converse(core, 'thu', 'huy')
})

test('a lead who is none any more by the time they say yes ends nothing', async () => {
  await giveRole(core, 'lan', 'unit_lead', '27154')
  await converse(core, 'lan', 'ket thuc vai tro', '1', 'chuyen cong tac')
  await core.database.prisma.roleGrant.updateMany({
    where: { personId: await personOf(core, 'lan') },
    data: { revokedAt: new Date() },
  })
  expect(await converse(core, 'lan', '1')).toContain('Chỉ cán bộ chương trình và người phụ trách')
  expect(await grantsOf('nam')).toMatchObject([{ revokedAt: null }])
})

test('staff add a department once; others cannot', async () => {
  expect(await converse(core, 'thu', 'them don vi', 'Sở Y tế')).toContain('Thêm đơn vị "Sở Y tế"')
  expect(await core.database.prisma.unit.count({ where: { kind: 'department' } })).toBe(0)
  expect(await converse(core, 'thu', 'có')).toBe('Đã thêm Sở Y tế.')
  expect(await converse(core, 'thu', 'them don vi', 'so y te', '1')).toContain(
    'Sở Y tế đã có trong danh sách',
  )
  expect(await converse(core, 'hoa', 'them don vi')).toContain('Chỉ cán bộ chương trình được thêm đơn vị')
})

test('in a unit with many people each can be reached, a page at a time', async () => {
  for (let each = 1; each <= 12; each++) await giveRole(core, `nhan-vien-${each}`, 'ward_staff', '26737')
  await giveRole(core, 'tan', 'unit_lead', '26737')
  const first = await converse(core, 'tan', 'ket thuc vai tro')
  expect(first.match(/^\d+\. .*Phường Tân Định/gm)).toHaveLength(7)
  const rest = await converse(core, 'tan', 'xem tiep')
  expect(rest.match(/^\d+\. /gm)).toHaveLength(5)
  expect(await converse(core, 'tan', '5', 'chuyen cong tac', '1')).toContain('Đã kết thúc vai trò')
  expect(await grantsOf('nhan-vien-1')).toMatchObject([{ revokedAt: expect.any(Date) }])
})
