import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { challenge } from '../../app/admin/challenge.ts'
import { type AdminCommand, type AdminDeps, BadArguments } from '../../app/admin/command.ts'
import { listRoles, revokeRole } from '../../app/admin/roles.ts'
import type { TestCore } from '../support/build-deps.ts'
import { giveRole, openDraftingCore, personOf } from '../support/drafting.ts'

let core: TestCore
let deps: AdminDeps
beforeAll(async () => {
  core = await openDraftingCore()
  const { prisma } = core.database
  deps = { prisma, findTelegramBot: async () => null, newId: randomUUID, now: core.deps.now }
})
afterAll(() => core.close())

/** What a command prints, or the problem it names. */
async function run(command: AdminCommand, ...args: string[]): Promise<string> {
  const result = await command(args, deps)
  return 'problem' in result ? `! ${result.problem}` : result.lines.join('\n')
}

test('the operator sees who holds what, ends a role once, and the person is told why', async () => {
  expect(await run(listRoles)).toContain('Không có vai trò nào')
  await giveRole(core, 'minh', 'official', '26740')
  const listed = await run(listRoles)
  expect(listed).toMatch(/^[0-9a-f-]{36} {2}cán bộ đơn vị, Phường Sài Gòn, vào ngày \d\d\/\d\d\/\d{4}$/)

  const id = listed.slice(0, 36)
  expect(await run(revokeRole, id, '--reason', ' nghỉ việc ')).toBe(
    'Đã kết thúc vai trò cán bộ đơn vị, Phường Sài Gòn.',
  )
  expect(await run(revokeRole, id, '--reason', 'nghỉ việc')).toContain('! Vai trò này đã kết thúc')
  expect(await run(listRoles)).toContain('Không có vai trò nào')

  const personId = await personOf(core, 'minh')
  const told = await core.database.prisma.delivery.findMany({ where: { key: `role-ended-${id}` } })
  expect(told).toMatchObject([{ personId }])
  expect(JSON.stringify(told[0]?.body)).toContain('Lý do: nghỉ việc')
})

test('an unknown role is none that ends', async () => {
  expect(await run(revokeRole, randomUUID(), '--reason', 'nghỉ việc')).toContain('! Vai trò này đã kết thúc')
})

test('the record of a statement has every move by ids, and nothing of what it says', async () => {
  const { prisma } = core.database
  const author = await prisma.person.create({ data: {} })
  const { id } = await prisma.challenge.create({
    data: {
      ...{ code: 'BT-7K2QX', name: 'Giảm thời gian chờ', state: 'UNIT_REVIEW', authorId: author.id },
      ...{ formVersion: 1, unitCode: '26740', answers: { problem: { kind: 'text', text: 'Chờ ba giờ' } } },
    },
  })
  await prisma.challengeTransition.create({
    data: {
      ...{ challengeId: id, from: 'DRAFT', to: 'UNIT_REVIEW', actorId: author.id, actedAs: 'author' },
      ...{ channel: 'zalo-bot', inboundId: 12n, at: new Date('2026-12-31T17:30:00Z') },
    },
  })
  const printed = await run(challenge, 'bt 7k2qx')
  expect(printed).toContain('BT-7K2QX  Giảm thời gian chờ\n  trạng thái UNIT_REVIEW, đơn vị 26740')
  expect(printed).toContain(
    `00:30 01/01/2027  DRAFT → UNIT_REVIEW  author  người ${author.id}  zalo-bot  tin 12`,
  )
  expect(printed).not.toContain('Chờ ba giờ')
  expect(await run(challenge, 'BT-22222')).toBe('! Không có bài toán BT-22222.')
})

test.each<[AdminCommand, string[]]>([
  [challenge, []],
  [challenge, ['7K2QX']],
  [challenge, ['BT-7K2QX', 'BT-22222']],
  [listRoles, ['--all']],
  [revokeRole, [randomUUID()]],
  [revokeRole, [randomUUID(), '--reason', ' ']],
  [revokeRole, ['1', '--reason', 'nghỉ việc']],
])('what the command does not take is answered with the usage', async (command, args) => {
  await expect(command(args, deps)).rejects.toThrow(BadArguments)
})
