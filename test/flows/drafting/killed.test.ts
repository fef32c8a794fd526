import { afterAll, beforeAll, expect, test } from 'vitest'
import { TRANSITIONS } from '../../../core/challenges/transitions.ts'
import { TryLater } from '../../../core/errors.ts'
import { parseReply } from '../../../core/reply-json.ts'
import { handleMessage } from '../../../jobs/handlers/handle-message.ts'
import { buildInbound, type TestCore } from '../../support/build-deps.ts'
import { draftOf, giveRole, openDraftingCore, personOf } from '../../support/drafting.ts'
import { type Dies, dyingDatabase } from '../../support/dying-database.ts'
import { createRandom } from '../../support/random.ts'

let core: TestCore
const random = createRandom(20261121)
let deaths = 0

beforeAll(async () => {
  core = await openDraftingCore()
})
afterAll(() => core.close())

const PATH = [
  ...[
    'soạn bài toán',
    '1',
    '5',
    '1',
    'Phó chủ tịch phường',
    'Phường hỏi 150 người dân.',
    'Đếm hồ sơ hai tuần.',
    'xong',
  ],
  ...[
    'Mỗi ngày 230 hồ sơ, chờ 45 phút.',
    'à không, 320 hồ sơ chứ không phải 230',
    '1',
    'R&D là gì?',
    '1',
    'xong',
  ],
  ...[
    'bỏ qua',
    'quay lại',
    'Đã phát số thứ tự, chưa hiệu quả.',
    'xong',
    'sửa 3',
    'Chủ tịch phường',
    'xem lại',
    '1',
  ],
  ...[
    'Người dân chờ quá lâu ở bộ phận một cửa.',
    'xong',
    'hủy',
    '2',
    'dừng',
    'tiếp tục',
    'thêm',
    'Ai cũng sốt ruột. xong',
  ],
]

/** Handles one message as processes do that die now and then, until it is handled. */
async function sayThroughDeaths(user: string, text: string, dies: () => Dies): Promise<string> {
  const message = buildInbound(user, text)
  await core.receive(message)
  const { prisma } = core.database
  const inbound = await prisma.inbound.findFirstOrThrow({ where: { externalId: message.id } })
  const database = dyingDatabase(core.database, dies)
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      await handleMessage({ personId: inbound.personId }, { ...core.deps, database })
      break
    } catch (death) {
      if (!(death instanceof TryLater)) throw death
      deaths += 1
    }
  }
  const rows = await prisma.delivery.findMany({ where: { inboundId: inbound.id }, orderBy: { id: 'asc' } })
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  return rows
    .map(({ body }) => parseReply(body).text.text)
    .join('\n')
    .replace(/BT-\w{5}/g, 'BT-XXXXX')
}

const mayDie = (): Dies =>
  random.chance(0.45) ? random.pick(['before_commit', 'after_commit'] as const) : 'no'

test('the same path with processes that die at random loses no answer and says the same', {
  timeout: 120_000,
}, async () => {
  for (const user of ['calm', 'stormy']) await giveRole(core, user, 'official', '26740')
  for (const text of PATH) {
    const calm = await sayThroughDeaths('calm', text, () => 'no')
    expect(await sayThroughDeaths('stormy', text, mayDie), text).toBe(calm)
  }
  const [one, other] = [await draftOf(core, 'calm'), await draftOf(core, 'stormy')]
  expect(other.answers).toEqual(one.answers)
  expect(other.revision).toBe(one.revision)
  expect(deaths).toBeGreaterThan(10)
  const authorId = await personOf(core, 'stormy')
  expect(await core.database.prisma.challenge.count({ where: { authorId } })).toBe(1)
})

test('a random walk with deaths leaves only what the table of transitions allows', {
  timeout: 120_000,
}, async () => {
  await giveRole(core, 'walker', 'official', '26740')
  for (const text of ['soạn bài toán', '1']) await sayThroughDeaths('walker', text, () => 'no')
  for (let step = 0; step < 60; step += 1) {
    const text = random.pick([
      ...PATH.slice(2),
      '2',
      '3',
      'gửi',
      'Dịch vụ',
      'sửa 10',
      '1, 2',
      'soạn bài toán',
    ])
    expect(await sayThroughDeaths('walker', text, mayDie), text).not.toBe('')
  }
  const moves = await core.database.prisma.challengeTransition.findMany()
  for (const { from, to } of moves) {
    expect(TRANSITIONS.some((row) => row.from === from && row.to === to)).toBe(true)
  }
})
