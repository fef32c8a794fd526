import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainWords, withoutCourtesy } from '../../../core/commands.ts'
import { browseFeature } from '../../../core/dialogues/alerts/browse-feature.ts'
import { followFeature } from '../../../core/dialogues/alerts/follow-feature.ts'
import { hearLessFeature } from '../../../core/dialogues/alerts/hear-less-feature.ts'
import { organisationFeature } from '../../../core/dialogues/alerts/organisation-feature.ts'
import { questionFeature } from '../../../core/dialogues/alerts/question-feature.ts'
import { subscribeFeature } from '../../../core/dialogues/alerts/subscribe-feature.ts'
import { loadUnits } from '../../../core/units/load-units.ts'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import { buildContext } from '../../support/build-context.ts'
import { openTestCore, type TestCore } from '../../support/build-deps.ts'
import { hear } from '../../support/talk.ts'
import { publish } from './published.ts'

const FEATURES = [
  hearLessFeature,
  followFeature,
  questionFeature,
  organisationFeature,
  subscribeFeature,
  browseFeature,
]

let core: TestCore
beforeAll(async () => {
  core = await openTestCore()
  await loadUnits(await readCityUnits(), core)
  const { prisma } = core.database
  const asker = await prisma.person.create({ data: {} })
  for (const [at, [field, title, text, answer]] of ANSWERED.entries()) {
    const challengeId = await publish(core, { code: `BT-2345${'ABCDEF'[at]}`, title, field })
    const published = { state: 'published', publishedAt: new Date(), createdAt: new Date() }
    await prisma.challengeQuestion.create({
      data: { code: `HD-2345${'ABCDEF'[at]}`, challengeId, askerId: asker.id, text, answer, ...published },
    })
  }
})
afterAll(() => core.close())

/** Published answers as near to the corpus as they come. */
const ANSWERED = [
  [
    'health',
    'Giảm thời gian chờ khám bệnh',
    'Bài toán này có được hỗ trợ thử nghiệm sandbox không?',
    'Được xem xét sau khi có giải pháp.',
  ],
  [
    'tax',
    'Nâng cao năng lực quản lý thuế',
    'Đơn vị nào chủ trì bài toán về thuế?',
    'Thuế Thành phố chủ trì.',
  ],
  ['education', 'Chuyển đổi số ngành giáo dục', 'Kế hoạch chuyển đổi số giáo dục có mấy bước?', 'Ba bước.'],
  [
    'local_governance',
    'Nền tảng số cho cán bộ phường',
    'Tổ công tác gồm những ai?',
    'Một lãnh đạo và các chuyên viên.',
  ],
] as const

const questions = globSync('bench/questions/{dev,held-out,second,third}.jsonl').flatMap((file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): string => JSON.parse(line).question),
)

test('no question of the question sets is taken from the corpus', async () => {
  expect(questions.length).toBeGreaterThan(600)
  const asker = await core.database.prisma.person.create({ data: {} })
  const person = { id: asker.id, identityId: asker.id, channel: 'console' as const, actor: [] }
  const context = buildContext({ db: core.database.prisma, person })
  const taken: string[] = []
  for (const text of questions) {
    const said = withoutCourtesy(plainWords(text.slice(0, 200)))
    const asked = { text, said, choice: null, dialogue: null, context }
    for (const feature of FEATURES) {
      const found = (await feature.command?.(asked)) ?? (await feature.answer?.(asked))
      if (found) taken.push(`${feature.name}: ${text}`)
    }
  }
  expect(taken).toEqual([])
})

test.each([
  'bài toán lớn là gì',
  '5 bước xây dựng bài toán',
  'bai toan lon ve y te',
  'tổ công tác gồm những ai',
])('“%s” is answered by the corpus', async (question) => {
  const said = (await hear(core, 'vy', question)).join()
  expect(said).toContain('Nguồn: ')
  expect(said).not.toContain('Hỏi đáp BT')
})
