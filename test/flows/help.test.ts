import { afterAll, beforeAll, expect, test } from 'vitest'
import { helpTexts } from '../../core/texts/help.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { hear } from '../support/talk.ts'

let core: TestCore
beforeAll(async () => {
  core = await openTestCore()
})
afterAll(() => core.close())

test('"giup" lists what to type, and what only a role may do only to that role', async () => {
  const guest = (await hear(core, 'lan', 'giup')).join('\n')
  expect(guest).toContain(helpTexts.head)
  expect(guest).not.toContain('hàng chờ duyệt')

  const { personId } = await core.database.prisma.identity.findFirstOrThrow({ where: { externalId: 'lan' } })
  await core.database.prisma.roleGrant.create({ data: { personId, role: 'programme_staff' } })
  const staff = (await hear(core, 'lan', 'Trợ giúp với')).join('\n')
  expect(staff).toContain('hàng chờ duyệt')
  expect(staff.length).toBeLessThan(700)
})

test('in the middle of something, the waiting question is put again', async () => {
  const [asked] = await hear(core, 'ba', 'gặp cán bộ').then((replies) => replies.slice(-1))
  const replies = await hear(core, 'ba', 'menu')
  expect(replies.at(-1)).toBe(asked)
})
