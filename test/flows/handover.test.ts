import { afterAll, beforeAll, expect, test } from 'vitest'
import { conversation } from '../../core/texts/conversation.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { hear, talk } from '../support/talk.ts'

let core: TestCore

beforeAll(async () => {
  core = await openTestCore()
  for (const user of ['lan', 'minh', 'hoa', 'tam']) await hear(core, user, 'xin chào')
})
afterAll(() => core.close())

const openQuestions = () => core.database.prisma.openQuestion.findMany({ orderBy: { createdAt: 'asc' } })
const NOT_IN_THE_CORPUS = 'Kế hoạch có số hiệu văn bản là bao nhiêu?'

test('a question nobody can answer is offered to a person, and handed over by number, with a code', async () => {
  const [answer] = await talk(core, 'lan', NOT_IN_THE_CORPUS)
  const choices = answer?.choices ?? []
  expect(choices.at(-1)?.label).toBe(conversation.handoverChoice)
  expect(await hear(core, 'lan', String(choices.length))).toEqual([conversation.handoverAsk])
  expect(await openQuestions()).toEqual([])
  const [done] = await hear(core, 'lan', 'Số hiệu của kế hoạch 2022–2025 là gì? Gọi tôi 0912 345 678')
  const [stored] = await openQuestions()
  expect(stored?.code).toMatch(/^NC-/)
  expect(done).toContain(stored?.code)
  expect(stored?.text).toContain('Số hiệu của kế hoạch')
  expect(stored?.text).not.toContain('0912')
})

test('whoever lets questions be kept need not type it again', async () => {
  await hear(core, 'minh', 'quyền riêng tư')
  for (const answer of ['2', '2', '2', '1']) await hear(core, 'minh', answer)
  const [answer] = await talk(core, 'minh', NOT_IN_THE_CORPUS)
  await hear(core, 'minh', String(answer?.choices?.length))
  expect((await openQuestions()).at(-1)).toMatchObject({ text: NOT_IN_THE_CORPUS, reason: 'no_source' })
})

test('“gặp cán bộ” works at any time; “hủy” leaves it; a few letters are asked for again', async () => {
  expect(await hear(core, 'hoa', 'gap can bo')).toEqual([conversation.handoverAsk])
  expect(await hear(core, 'hoa', 'alo')).toEqual([conversation.handoverTooShort])
  expect(await hear(core, 'hoa', 'hủy')).toEqual([conversation.cancelled])
  const [answer] = await hear(core, 'hoa', 'Sandbox là gì?')
  expect(answer).toContain('Sandbox')
  expect(await openQuestions()).toHaveLength(2)
})

test('a text with a state-secret marking is never taken down', async () => {
  await hear(core, 'tam', 'gặp cán bộ')
  await hear(core, 'tam', 'Văn bản đóng dấu TỐI MẬT: nội dung kế hoạch phòng thủ khu vực')
  expect(await openQuestions()).toHaveLength(2)
  expect(
    JSON.stringify(await core.database.prisma.inbound.findMany({ select: { text: true } })),
  ).not.toContain('phòng thủ')
})
