import { afterAll, beforeAll, expect, test } from 'vitest'
import { conversation } from '../../core/texts/conversation.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { hear } from '../support/talk.ts'

let core: TestCore

beforeAll(async () => {
  core = await openTestCore()
})
afterAll(() => core.close())

const consents = async () =>
  (await core.database.prisma.consent.findMany({ orderBy: { id: 'asc' } })).map(({ purpose, choice }) => [
    purpose,
    choice,
  ])
const keptTexts = async () =>
  (await core.database.prisma.inbound.findMany({ where: { text: { not: null } } })).map(({ text }) => text)

test('Lan greets, chooses for each purpose by number, is remembered, and withdraws in one message', async () => {
  const first = await hear(core, 'lan', 'chào em')
  expect(first[0]).toContain('trợ lý AI')
  expect(first[0]).toContain('có thể sai')
  expect(first.at(-1)).toBe(conversation.consentOffer)

  const [notice, question] = await hear(core, 'lan', '1')
  expect(notice).toContain('rút đồng ý')
  expect(question).toContain('Câu 1/4')
  expect((await hear(core, 'lan', 'dong y'))[0]).toContain('Câu 2/4')
  expect((await hear(core, 'lan', '2'))[0]).toContain('Câu 3/4')
  expect((await hear(core, 'lan', 'số 2'))[0]).toContain('Câu 4/4')
  expect((await hear(core, 'lan', 'để tôi coi đã'))[0]).not.toContain('Câu')
  expect(await consents()).toEqual([
    ['account', 'granted'],
    ['alerts', 'refused'],
    ['model_abroad', 'refused'],
  ])
})

test('“để tôi coi đã” answered nothing, and nothing counts as agreed; the questions can be asked for again', async () => {
  await hear(core, 'lan', 'quyền riêng tư')
  for (const answer of ['1', '1', '1', '1']) await hear(core, 'lan', answer)
  expect((await consents()).slice(3)).toEqual([
    ['account', 'granted'],
    ['alerts', 'granted'],
    ['model_abroad', 'granted'],
    ['quality_review', 'granted'],
  ])
})

test('with consent for quality review a question is kept; withdrawing empties it', async () => {
  await hear(core, 'lan', 'Sandbox là gì?')
  expect(await keptTexts()).toEqual(['Sandbox là gì?'])
  const [said] = await hear(core, 'lan', 'rut dong y')
  expect(said).toContain('Đã rút lại')
  expect(await keptTexts()).toEqual([])
  await hear(core, 'lan', 'R&D là gì?')
  expect(await keptTexts()).toEqual([])
  expect(await hear(core, 'lan', 'rút đồng ý')).toEqual([conversation.consentNothingToWithdraw])
})

test('a question in the middle is answered and the open one put once more; after the second it is left', async () => {
  await hear(core, 'minh', 'quyen rieng tu')
  const before = (await consents()).length
  const [answer, again] = await hear(core, 'minh', 'Inno-Coffee là gì?')
  expect(answer).toContain('Inno-Coffee')
  expect(again).toContain('Câu 1/4')
  expect(await hear(core, 'minh', 'Sandbox là gì?')).toHaveLength(1)
  expect(await hear(core, 'minh', '1')).toEqual([conversation.choiceClosed])
  expect(await consents()).toHaveLength(before)
})

test('the consent log cannot be changed or shortened, not even by us', async () => {
  const { prisma } = core.database
  await expect(prisma.consent.updateMany({ data: { choice: 'granted' } })).rejects.toThrow()
  await expect(prisma.consent.deleteMany()).rejects.toThrow()
})

test('a notice with other words is another version, and asks again', async () => {
  const { prisma } = core.database
  const versions = await prisma.consent.findMany({ distinct: ['noticeVersion'] })
  expect(versions).toHaveLength(1)
  await hear(core, 'hoa', 'quyền riêng tư')
  for (const answer of ['1', '1', '1', '1']) await hear(core, 'hoa', answer)
  const renamed = {
    ...core,
    deps: { ...core.deps, settings: { ...core.deps.settings, operatorName: 'Cơ quan khác' } },
  }
  await hear(renamed, 'hoa', 'Sandbox là gì?')
  expect(await keptTexts()).toEqual([])
})
