import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Attachment, OpenedAttachment } from '../../../core/message.ts'
import { conversation } from '../../../core/texts/conversation.ts'
import { drafting } from '../../../core/texts/drafting.ts'
import { formTexts } from '../../../core/texts/forms.ts'
import { handleMessage } from '../../../jobs/handlers/handle-message.ts'
import { buildInbound, type TestCore } from '../../support/build-deps.ts'
import { converse, draftOf, giveRole, openDraftingCore } from '../../support/drafting.ts'
import { talk } from '../../support/talk.ts'

let core: TestCore
let content: OpenedAttachment = { status: 'unavailable' }

beforeAll(async () => {
  core = await openDraftingCore({ openAttachment: async () => content })
})
afterAll(() => core.close())

/** At the fourth field, which takes a long answer. */
async function atSurvey(user: string) {
  await giveRole(core, user, 'official', '26740')
  return converse(core, user, 'soạn bài toán', '1', 'Quản trị địa phương', '1', 'Phó chủ tịch phường')
}

async function send(user: string, changes: { text?: string; attachment?: Attachment; id?: string }) {
  const { text = '', ...rest } = changes
  const message = buildInbound(user, text, rest)
  await core.receive(message)
  const { prisma } = core.database
  const inbound = await prisma.inbound.findFirstOrThrow({ where: { externalId: message.id } })
  await handleMessage({ personId: inbound.personId }, core.deps)
  const rows = await prisma.delivery.findMany({ where: { inboundId: inbound.id }, orderBy: { id: 'asc' } })
  return { text: JSON.stringify(rows.map(({ body }) => body)), message }
}

test('a question in the middle is answered with its source, then the pending question comes again', async () => {
  await atSurvey('lan')
  const heard = await converse(core, 'lan', 'R&D là gì?')
  expect(heard).toContain('Nguồn:')
  expect(heard.indexOf('Nguồn:')).toBeLessThan(heard.indexOf('mục 4/27'))
  expect(heard).toContain(formTexts.factYes('mục 4 (Khảo sát)'))
})

test('the cited fact goes into the field with its source, when the person says so', async () => {
  await atSurvey('minh')
  await converse(core, 'minh', 'Sandbox là gì?', '1', 'xong')
  const { answers } = await draftOf(core, 'minh')
  const survey = (answers as Record<string, { text: string; sources: string[] }>).survey
  expect(survey?.text).toMatch(/\(theo .*2022.*\)$/)
  expect(survey?.sources.length).toBeGreaterThan(0)
})

test('after a question the answer can simply be typed', async () => {
  await atSurvey('nam')
  await converse(core, 'nam', 'R&D là gì?', 'Phường hỏi 150 người dân trong tháng 10.', 'xong')
  expect((await draftOf(core, 'nam')).answers).toMatchObject({
    survey: { text: 'Phường hỏi 150 người dân trong tháng 10.' },
  })
})

test('words that only sounded like a question can still become the answer', async () => {
  await atSurvey('oanh')
  const heard = await converse(core, 'oanh', 'Tại sao phải có Sandbox')
  expect(heard).toContain(formTexts.factWasAnswer)
  await converse(core, 'oanh', formTexts.factWasAnswer)
  expect((await draftOf(core, 'oanh')).answers).toMatchObject({ survey: { text: 'Tại sao phải có Sandbox' } })
})

test('a photo is attached to the field in hand, once, however often it is delivered', async () => {
  await atSurvey('phuc')
  content = { status: 'opened', name: 'so-theo-doi.jpg', bytes: new Uint8Array([1, 2, 3]) }
  const attachment: Attachment = { kind: 'photo', ref: 'photo-1' }
  const { text, message } = await send('phuc', { attachment })
  expect(text).toContain(drafting.attached('so-theo-doi.jpg', 'mục 4 (Khảo sát)'))
  await core.receive(message)
  const { id } = await draftOf(core, 'phuc')
  expect(await core.database.prisma.challengeFile.findMany({ where: { challengeId: id } })).toMatchObject([
    { fieldId: 'survey' },
  ])
})

test('a document is read, and each value found is confirmed', async () => {
  await atSurvey('quyen')
  const letter =
    'Tên bài toán: Giảm thời gian chờ tại bộ phận một cửa\nVấn đề: Người dân phải chờ quá lâu khi nộp hồ sơ.'
  content = { status: 'opened', name: 'de-xuat.txt', bytes: new TextEncoder().encode(letter) }
  const { text } = await send('quyen', { attachment: { kind: 'file', ref: 'file-1', name: 'de-xuat.txt' } })
  expect(text).toContain(drafting.file.found(2))
  await converse(core, 'quyen', formTexts.proposalYes, formTexts.proposalNo)
  const { answers } = await draftOf(core, 'quyen')
  expect(Object.keys(answers as object)).toEqual(expect.arrayContaining(['problem']))
  expect(answers).not.toHaveProperty('title')
})

test('what is written with a photo is not lost: it is asked about, and so is what could not be fetched', async () => {
  await atSurvey('rang')
  content = { status: 'opened', name: 'anh.jpg', bytes: new Uint8Array([1]) }
  const photo = { kind: 'photo', ref: 'photo-2' } as const
  expect((await send('rang', { text: 'Phường hỏi 90 người.', attachment: photo })).text).toContain(
    '«Phường hỏi 90 người.»',
  )
  await converse(core, 'rang', formTexts.keepTextYes)
  content = { status: 'unavailable' }
  await send('rang', { text: 'Và đếm hồ sơ.', attachment: photo })
  await converse(core, 'rang', formTexts.keepTextYes, 'xong')
  expect((await draftOf(core, 'rang')).answers).toMatchObject({
    survey: { text: 'Phường hỏi 90 người.\nVà đếm hồ sơ.' },
  })
})

test('a photo for a draft that was changed meanwhile is asked for again', async () => {
  await atSurvey('sang')
  content = { status: 'opened', name: 'anh.jpg', bytes: new Uint8Array([1]) }
  const { id } = await draftOf(core, 'sang')
  await core.database.prisma.challenge.update({ where: { id }, data: { revision: { increment: 1 } } })
  const { text } = await send('sang', { attachment: { kind: 'photo', ref: 'photo-3' } })
  expect(text).toContain(drafting.attachAgain)
})

test('what cannot be taken is said, and the question stays', async () => {
  await atSurvey('son')
  content = { status: 'unavailable' }
  const { text } = await send('son', { attachment: { kind: 'file', ref: 'x' } })
  expect(text).toContain('gửi tệp')
  expect((await send('son', { attachment: { kind: 'voice' } })).text).toContain(
    conversation.attachments.voice,
  )
  expect(await converse(core, 'son', 'nhắc lại')).toContain('mục 4/27')
})

test('a document with a state-secret marking is not kept', async () => {
  await atSurvey('tu')
  const marked = 'BÁO CÁO\nĐộ mật: TỐI MẬT\nVấn đề: Người dân phải chờ quá lâu.'
  content = { status: 'opened', name: 'bao-cao.txt', bytes: new TextEncoder().encode(marked) }
  const { text } = await send('tu', { attachment: { kind: 'file', ref: 'file-2', name: 'bao-cao.txt' } })
  expect(text).toContain(drafting.file.secret)
  expect(await core.database.prisma.storedFile.count({ where: { name: 'bao-cao.txt' } })).toBe(0)
})

test('a tap that comes twice changes nothing twice', async () => {
  await giveRole(core, 'uyen', 'official', '26740')
  await converse(core, 'uyen', 'soạn bài toán', '1')
  const [question] = (await talk(core, 'uyen', 'nhắc lại')).slice(-1)
  const button = question?.choices?.[0]?.id ?? ''
  await talk(core, 'uyen', '', button)
  const before = await draftOf(core, 'uyen')
  const [again] = await talk(core, 'uyen', '', button)
  expect(again?.text.text).toContain(conversation.choiceClosed)
  const { answers, revision } = await draftOf(core, 'uyen')
  expect([answers, revision]).toEqual([before.answers, before.revision])
})
