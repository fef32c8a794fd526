import { afterAll, beforeAll, expect, test } from 'vitest'
import { conversation } from '../../core/texts/conversation.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { hear, talk } from '../support/talk.ts'

let core: TestCore

beforeAll(async () => {
  core = await openTestCore()
  await hear(core, 'lan', 'xin chào')
})
afterAll(() => core.close())

test('an ambiguous question is answered with one question back, and a typed number settles it', async () => {
  const [question] = await talk(core, 'lan', 'hội nghị diễn ra khi nào?')
  const choices = question?.choices ?? []
  expect(choices.length).toBeGreaterThanOrEqual(2)
  const [answer] = await talk(core, 'lan', '1')
  const evidence = await core.database.prisma.answer.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(evidence.passageIds).toHaveLength(1)
  expect(answer?.text.text).toContain('Nguồn')
})

test('a number that comes after its question is over is recognised, and nothing is guessed', async () => {
  expect(await hear(core, 'lan', '2')).toEqual([conversation.choiceClosed])
})

test('a button works once, from its own question, and is old afterwards', async () => {
  const [question] = await talk(core, 'lan', 'hội nghị diễn ra khi nào?')
  const button = question?.choices?.[0]?.id ?? ''
  expect(button.length).toBeLessThanOrEqual(32)
  expect((await talk(core, 'lan', '', button))[0]?.text.text).toContain('Nguồn')
  expect(await talk(core, 'lan', '', button)).toMatchObject([{ text: { text: conversation.choiceClosed } }])
})

test('a button of a question that is closed is said to be old', async () => {
  expect(await talk(core, 'lan', '', 'section:nowhere#at-all')).toMatchObject([
    { text: { text: conversation.choiceClosed } },
  ])
})

test('a saved dialogue of another version is not guessed at', async () => {
  await hear(core, 'lan', 'gặp cán bộ')
  await core.database.prisma.person.updateMany({
    data: { dialogue: { name: 'handover', version: 99, state: { page: 3 } } },
  })
  expect(await hear(core, 'lan', 'Câu hỏi của tôi cho cán bộ')).toEqual([conversation.dialogueOutdated])
  expect((await hear(core, 'lan', 'Sandbox là gì?'))[0]).toContain('Sandbox')
})

test.each([
  ['nothing', ''],
  ['spaces', '   \n\t '],
  ['emoji', '👍🏽🎉👨‍👩‍👧'],
  ['control characters', 'a\u0000\u0001\u001b[31m'],
  ['a lone surrogate', 'xin \ud800 chào'],
  ['100 kB', 'kế hoạch '.repeat(12_000)],
  ['another script', '如何注册培训课程？'],
  ['punctuation', '?!?!…'],
])('%s gets an answer', async (_, text) => {
  const replies = await hear(core, 'lan', text)
  expect(replies).toHaveLength(1)
  expect(replies[0]?.length).toBeGreaterThan(10)
  expect(replies[0]).not.toBe(conversation.failed)
})
