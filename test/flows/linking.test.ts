import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseReply } from '../../core/reply-json.ts'
import { conversation } from '../../core/texts/conversation.ts'
import { linking } from '../../core/texts/linking.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { askForCode, link, on, personOf } from '../support/linking.ts'
import { hear, talk } from '../support/talk.ts'

let core: TestCore

beforeAll(async () => {
  core = await openTestCore()
})
afterAll(() => core.close())

const { channels } = linking
const toldOn = async (channel: string, user: string) => {
  const rows = await core.database.prisma.delivery.findMany({
    where: { channel, chatId: user },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ body }) => parseReply(body).text.text)
}
const meet = async (...speakers: ReturnType<typeof on>[]) => {
  for (const speaker of speakers) await hear(core, speaker, 'xin chào')
}

test('Lan begins on Telegram, goes on at Zalo by numbers alone, and ends on the web, as one person', async () => {
  const telegram = on('telegram', 'lan-t')
  const zalo = on('zalo-bot', 'lan-z')
  const web = on('web', 'lan-w')
  await meet(telegram, zalo)
  await hear(core, telegram, 'gặp cán bộ')
  const code = await askForCode(core, telegram)

  const [question] = await talk(core, zalo, code)
  expect(question?.text.text).toBe(linking.confirm('Telegram'))
  expect(question?.choices?.map(({ label }) => label)).toEqual(['Nối', 'Không'])
  const joined = await hear(core, zalo, '1')
  expect(joined[0]).toContain(linking.joined(channels.telegram))
  expect(joined.at(-1)).toBe(conversation.handoverAsk)
  expect((await toldOn('telegram', 'lan-t')).at(-1)).toBe(linking.joinedNotice(channels['zalo-bot']))

  const first = await hear(core, web, `/start ${await askForCode(core, zalo)}`)
  expect(first[0]).toContain('trợ lý AI')
  expect(first.at(-1)).toBe(linking.confirm(channels['zalo-bot']))
  await hear(core, web, 'noi')
  const [done] = await hear(core, web, 'Kế hoạch có số hiệu văn bản là bao nhiêu?')
  const stored = await core.database.prisma.openQuestion.findFirstOrThrow()
  expect(done).toContain(stored.code)

  const people = await Promise.all([telegram, zalo, web].map((speaker) => personOf(core, speaker)))
  expect(new Set([stored.personId, ...people.map(({ id }) => id)]).size).toBe(1)
})

test('a code typed where it was given, or between channels that are one already, is said to be so', async () => {
  const telegram = on('telegram', 'an-t')
  const zalo = on('zalo-bot', 'an-z')
  await meet(telegram, zalo)
  const code = await askForCode(core, telegram)
  expect(await hear(core, telegram, code)).toEqual([linking.codeOwn])
  await hear(core, zalo, code)
  await hear(core, zalo, 'nối')
  expect(await hear(core, zalo, code)).toEqual([linking.codeLinkedAlready])
  expect(await hear(core, telegram, await askForCode(core, zalo))).toEqual([linking.codeLinkedAlready])
})

test('“không” joins nobody, and the question that was interrupted is put again', async () => {
  const telegram = on('telegram', 'binh-t')
  const zalo = on('zalo-bot', 'binh-z')
  await meet(telegram, zalo)
  await hear(core, zalo, 'quyền riêng tư')
  const [confirm] = await hear(core, zalo, await askForCode(core, telegram))
  expect(confirm).toBe(linking.confirm('Telegram'))
  const [no, again] = await hear(core, zalo, 'khong')
  expect(no).toBe(linking.notJoined)
  expect(again).toContain('Câu 1/4')
  expect((await hear(core, zalo, '1'))[0]).toContain('Câu 2/4')
  expect((await personOf(core, zalo)).id).not.toBe((await personOf(core, telegram)).id)
})

test('where a dialogue waits for words, six digits are its answer; with “liên kết” before them they are a code', async () => {
  const telegram = on('telegram', 'chi-t')
  const zalo = on('zalo-bot', 'chi-z')
  await meet(telegram, zalo)
  await hear(core, zalo, 'gặp cán bộ')
  const code = await askForCode(core, telegram)
  expect(await hear(core, zalo, code)).toEqual([conversation.handoverTooShort])
  expect(await hear(core, zalo, `lien ket ${code}`)).toEqual([linking.confirm('Telegram')])
})

test('both sides have begun something: one is chosen, and the other is found again', async () => {
  const telegram = on('telegram', 'dung-t')
  const zalo = on('zalo-bot', 'dung-z')
  await meet(telegram, zalo)
  await hear(core, telegram, 'gặp cán bộ')
  await hear(core, zalo, 'quyền riêng tư')
  await hear(core, zalo, '1')
  const [joined, which] = await link(core, telegram, zalo)
  expect(joined).toBe(linking.joined('Telegram'))
  expect(which).toContain(linking.whichToGoOn('Telegram'))
  expect(await hear(core, zalo, '2')).toEqual([
    linking.resumed(linking.titles.handover),
    conversation.handoverAsk,
  ])
  const [, consent] = await hear(core, telegram, 'tiep tuc viec kia')
  expect(consent).toContain('Câu 2/4')
  await hear(core, telegram, 'tiếp tục việc kia')
  expect((await hear(core, zalo, 'Câu hỏi dài vừa đủ cho cán bộ'))[0]).toContain('NC-')
  await hear(core, telegram, 'tiếp tục việc kia')
  expect((await hear(core, telegram, '2'))[0]).toContain('Câu 3/4')
})

test('nothing was put aside: it is said', async () => {
  const telegram = on('telegram', 'em-t')
  await meet(telegram)
  expect(await hear(core, telegram, 'tiếp tục việc kia')).toEqual([linking.nothingShelved])
  expect(await hear(core, telegram, 'bỏ liên kết')).toEqual([linking.nothingToPart])
})

test('what both agreed to and refused is kept; a no of either side counts until a later yes', async () => {
  const telegram = on('telegram', 'hoa-t')
  const zalo = on('zalo-bot', 'hoa-z')
  await meet(telegram, zalo)
  await hear(core, telegram, 'quyền riêng tư')
  for (const answer of ['1', '1', '2', '2']) await hear(core, telegram, answer)
  await hear(core, zalo, 'quyền riêng tư')
  for (const answer of ['1', '2', '2', '2']) await hear(core, zalo, answer)
  await link(core, telegram, zalo)
  const [withdrawn] = await hear(core, telegram, 'rút đồng ý')
  expect(withdrawn).toContain(conversation.consentNames.account)
  expect(withdrawn).not.toContain(conversation.consentNames.alerts)
  await hear(core, zalo, 'quyền riêng tư')
  for (const answer of ['2', '1', '2', '2']) await hear(core, zalo, answer)
  expect((await hear(core, telegram, 'rút đồng ý'))[0]).toContain(conversation.consentNames.alerts)
})

test('“bỏ liên kết” asks first, then each side is a person of its own, with what it had agreed to', async () => {
  const telegram = on('telegram', 'khoa-t')
  const zalo = on('zalo-bot', 'khoa-z')
  await meet(telegram, zalo)
  await hear(core, telegram, 'quyền riêng tư')
  for (const answer of ['1', '1', '1', '1']) await hear(core, telegram, answer)
  await link(core, telegram, zalo)

  expect(await hear(core, zalo, 'bo lien ket')).toEqual([linking.confirmPart('Telegram', null)])
  expect(await hear(core, zalo, '2')).toEqual([linking.notParted])
  await hear(core, zalo, 'bỏ liên kết')
  expect(await hear(core, zalo, '1')).toEqual([linking.parted('Telegram', null)])
  expect((await personOf(core, zalo)).id).not.toBe((await personOf(core, telegram)).id)
  expect((await hear(core, zalo, 'Sandbox là gì?')).at(-1)).toBe(conversation.consentOffer)
  expect(await hear(core, zalo, 'rút đồng ý')).toEqual([conversation.consentNothingToWithdraw])
  expect((await hear(core, telegram, 'rút đồng ý'))[0]).toContain(conversation.consentNames.account)
  expect((await link(core, telegram, zalo))[0]).toBe(linking.joined('Telegram'))
})

test('the channel for alerts is chosen among those that are linked, and forgotten when it leaves', async () => {
  const telegram = on('telegram', 'mai-t')
  const zalo = on('zalo-bot', 'mai-z')
  await meet(telegram, zalo)
  expect(await hear(core, telegram, 'kênh nhận tin')).toEqual([linking.oneChannelOnly('Telegram')])
  await link(core, telegram, zalo)
  const [question] = await talk(core, telegram, 'kenh nhan tin')
  expect(question?.choices?.map(({ label }) => label)).toEqual(['Telegram', 'Zalo'])
  expect(await hear(core, telegram, 'zalo')).toEqual([linking.preferred('Zalo')])
  expect((await personOf(core, telegram)).preferredChannel).toBe('zalo-bot')
  expect((await hear(core, zalo, 'kênh nhận tin'))[0]).toContain('Hiện nay: Zalo')
  await hear(core, zalo, 'bỏ liên kết')
  await hear(core, zalo, '1')
  expect((await personOf(core, telegram)).preferredChannel).toBeNull()
})
