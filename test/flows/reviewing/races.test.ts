import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestCore } from '../../support/build-deps.ts'
import { backends } from '../../support/database.ts'
import { converse } from '../../support/drafting.ts'
import {
  moveAs,
  noticesOf,
  openReviewingCore,
  recordOf,
  statementAt,
  stateOf,
} from '../../support/reviewing.ts'

const FIRST = /vừa thay đổi, nên trợ lý chưa làm gì thêm\. Nay: .*lúc 09:00 23\/11\/2026/

describe.each(backends)('two who decide at once, on %s', (backend) => {
  let core: TestCore
  beforeAll(async () => {
    core = (await openReviewingCore(backend)).core
  })
  afterAll(() => core.close())

  test('of two leads one approves, the other is told who and when', async () => {
    const { id, code } = await statementAt(core, 'UNIT_REVIEW')
    for (const lead of ['hoa', 'tam']) await converse(core, lead, `mo ${code}`, '3')
    const heard = await Promise.all(['hoa', 'tam'].map((lead) => converse(core, lead, '1')))
    expect(heard.filter((each) => each.startsWith('Đã duyệt'))).toHaveLength(1)
    expect(heard.filter((each) => FIRST.test(each))).toHaveLength(1)
    expect(await recordOf(core, id)).toHaveLength(2)
  })

  test('of two staff one publishes, and followers are told once', async () => {
    const { id, code } = await statementAt(core, 'APPROVED')
    for (const staff of ['thu', 'son']) await converse(core, staff, `mo ${code}`, 'cong bo', '1')
    const heard = await Promise.all(['thu', 'son'].map((staff) => converse(core, staff, '1')))
    expect(heard.filter((each) => each.startsWith('Đã công bố'))).toHaveLength(1)
    expect(heard.filter((each) => FIRST.test(each))).toHaveLength(1)
    const { prisma } = core.database
    expect(await prisma.challengeVersion.count({ where: { challengeId: id } })).toBe(1)
    expect(await prisma.campaign.count({ where: { challengeId: id } })).toBe(1)
  })

  test('the author withdraws while staff approve', async () => {
    const { id, code } = await statementAt(core, 'SUBMITTED')
    await converse(core, 'thu', `mo ${code}`, 'duyet')
    await converse(core, 'minh', `mo ${code}`, 'rut bai toan', 'da co du an khac lam viec nay')
    expect(await converse(core, 'minh', '1')).toContain('đã rút')
    expect(await converse(core, 'thu', '1')).toMatch(/Nay: đã rút; người soạn đã chuyển lúc/)
    expect(await stateOf(core, id)).toBe('WITHDRAWN')
    expect((await noticesOf(core, 'son')).at(-1)).toContain(
      'Anh/chị không cần duyệt nữa.\nLý do: da co du an khac',
    )
  })

  test('a role that ended while somebody was deciding decides nothing any more', async () => {
    const { id, code } = await statementAt(core, 'UNIT_REVIEW')
    await converse(core, 'tam', `mo ${code}`, '3')
    const { prisma } = core.database
    const tam = await prisma.identity.findFirstOrThrow({ where: { externalId: 'tam' } })
    await prisma.roleGrant.updateMany({ where: { personId: tam.personId }, data: { revokedAt: new Date() } })
    expect(await converse(core, 'tam', '1')).toContain('không còn ở chỗ anh/chị xem được')
    expect(await moveAs(core, 'tam', { challengeId: id, to: 'SUBMITTED' })).toMatchObject({
      why: 'not_allowed',
    })
    expect(await stateOf(core, id)).toBe('UNIT_REVIEW')
  })

  test('what staff confirm is what they saw: a deadline changed meanwhile asks them again', async () => {
    const { id, code } = await statementAt(core, 'APPROVED')
    await converse(core, 'thu', `mo ${code}`, 'cong bo', '1')
    await converse(core, 'son', `mo ${code}`, '3', '15/1/2027', '1')
    expect(await converse(core, 'thu', '1')).toContain('vừa thay đổi')
    expect(await stateOf(core, id)).toBe('APPROVED')
  })
})
