import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { OpenedAttachment } from '../../../core/message.ts'
import { createModel } from '../../../core/model.ts'
import { readPrompts } from '../../../core/prompts.ts'
import { drafting } from '../../../core/texts/drafting.ts'
import { formTexts } from '../../../core/texts/forms.ts'
import { handleMessage } from '../../../jobs/handlers/handle-message.ts'
import { buildInbound, silent, type TestCore } from '../../support/build-deps.ts'
import { converse, draftOf, giveRole, openDraftingCore, personOf } from '../../support/drafting.ts'
import { type FakeModel, openFakeModel } from '../../support/fake-model.ts'

let core: TestCore
let fake: FakeModel
let content: OpenedAttachment = { status: 'unavailable' }

/** Each test's model, so that the failures of one do not make another's rest. */
async function openModel() {
  core.deps.model = createModel({
    ...{ llm: fake.llm, prompts: await readPrompts('prompts'), prisma: core.database.prisma },
    ...{ tokensADay: 1_000_000, tokensAPersonADay: 1_000_000, timeoutMs: 2_000, abroad: false },
    log: silent,
    now: () => new Date(),
  })
}

beforeAll(async () => {
  core = await openDraftingCore({ openAttachment: async () => content })
  fake = await openFakeModel()
})
beforeEach(async () => {
  fake.mock.reset()
  await openModel()
})
afterAll(async () => {
  await fake.close()
  await core.close()
})

const CAUSE = 'mỗi loại hồ sơ một cuốn sổ, cuối ngày mới cộng lại'
const PASTED = [
  'Bộ phận một cửa của phường tiếp 230 lượt người mỗi ngày, buổi sáng ghế ngồi không đủ và nhiều người đứng ngoài sân.',
  `Ở quầy ${CAUSE}, nên không ai biết trong ngày còn bao nhiêu người đang đợi để mở thêm quầy.`,
  'Anh em ở quầy phải vừa tiếp người vừa chép tay, có hôm ở lại đến tối để dò cho khớp với phần mềm của thành phố.',
  'Bà con mong biết trước khi nào tới lượt mình để còn về lo việc nhà, đón con, đi chợ, thay vì ngồi cả buổi.',
].join(' ')
const WORDS = JSON.stringify({
  values: [
    { field: 'causes', value: `Ở quầy ${CAUSE}.`, quote: CAUSE },
    { field: 'affected', value: '230 lượt người mỗi ngày', quote: 'tiếp 230 lượt người mỗi ngày' },
    { field: 'urgency', value: 'Có hôm ở lại đến tối', quote: 'có hôm ở lại đến tối để dò cho khớp' },
    { field: 'basis', value: 'Theo Quyết định 99', quote: 'Bộ phận một cửa của phường' },
  ],
})

async function atSurvey(user: string) {
  await giveRole(core, user, 'official', '26740')
  return converse(core, user, 'soạn bài toán', '1', 'Quản trị địa phương', '1', 'Phó chủ tịch phường')
}

test('what a model finds in a pasted text is marked, confirmed one by one, and makes the draft one with AI', async () => {
  await atSurvey('lan')
  fake.mock.onMessage(/một cuốn sổ/, { content: WORDS })
  expect(await converse(core, 'lan', PASTED)).toContain(formTexts.pasteYes)
  expect(await converse(core, 'lan', formTexts.pasteYes)).not.toContain('(AI gợi ý)')
  const asked = await converse(core, 'lan', formTexts.proposalNo)
  expect(asked).toContain('(AI gợi ý)')
  expect(asked).toContain('Lấy từ câu: «tiếp 230 lượt người mỗi ngày»')
  expect((await draftOf(core, 'lan')).aiAssisted).toBe(false)
  await converse(core, 'lan', formTexts.proposalYes, formTexts.proposalNo)
  const { answers, aiAssisted } = await draftOf(core, 'lan')
  expect(aiAssisted).toBe(true)
  expect(answers).toMatchObject({ affected: { text: '230 lượt người mỗi ngày', ai: true } })
  expect(answers).not.toHaveProperty('urgency')
  expect(answers).not.toHaveProperty('basis')
})

test('what the rules find comes from the rules', async () => {
  await atSurvey('minh')
  const labelled = `Vấn đề: Người dân phải chờ quá lâu khi nộp hồ sơ.\n${PASTED}`
  fake.mock.onMessage(/một cuốn sổ/, {
    content: WORDS.replace('"values":[', '"values":[{"field":"problem","value":"khác","quote":"chép tay"},'),
  })
  const asked = await converse(core, 'minh', labelled, formTexts.pasteYes)
  expect(asked).toContain('Người dân phải chờ quá lâu khi nộp hồ sơ')
  expect(asked).not.toContain('(AI gợi ý)')
})

test('a document is read by both, too', async () => {
  await atSurvey('nam')
  fake.mock.onMessage(/một cuốn sổ/, { content: WORDS })
  content = { status: 'opened', name: 'de-xuat.txt', bytes: new TextEncoder().encode(PASTED) }
  const message = buildInbound('nam', '', { attachment: { kind: 'file', ref: 'f', name: 'de-xuat.txt' } })
  await core.receive(message)
  await handleMessage({ personId: await personOf(core, 'nam') }, core.deps)
  expect(await converse(core, 'nam', formTexts.proposalYes)).toContain('(AI gợi ý)')
})

test.each([
  ['says nothing of use', 'oanh', { content: 'xin chào' }],
  ['fails', 'phuc', { error: { message: 'no', type: 'server_error' }, status: 503 }],
] as const)(
  'with a model that %s, the text is taken as the answer that was asked for',
  async (_, user, response) => {
    await atSurvey(user)
    fake.mock.onMessage(/một cuốn sổ/, response)
    expect(await converse(core, user, PASTED)).toContain(formTexts.collecting('mục 4 (Khảo sát)', 1))
    expect((await draftOf(core, user)).answers).toMatchObject({ survey: { text: PASTED } })
    fake.mock.onMessage(/./, response)
    const advice = await converse(core, user, 'góp ý')
    expect(advice).not.toContain('AI gợi ý')
    expect(advice).toContain(formTexts.moreOrDone)
  },
)

test('an answer of a line or two is nobody’s business but the form’s', async () => {
  await atSurvey('quyen')
  await converse(core, 'quyen', 'Phường hỏi 150 người dân trong tháng 10/2026.')
  expect(fake.mock.getRequests()).toEqual([])
})

test('advice comes from the rubric, then from the model and marked, and the question comes again', async () => {
  await atSurvey('son')
  await converse(
    core,
    'son',
    'Dân phàn nàn nhiều.',
    'xong',
    'sửa 26',
    'Tên nhà thầu đang làm việc với phường.',
    'xong',
  )
  const hint = { field: 'survey', quote: 'phàn nàn', hint: 'Anh/chị cho biết phàn nàn về việc gì?' }
  fake.mock.onMessage(/phàn nàn/, { content: JSON.stringify({ hints: [hint] }) })
  const heard = await converse(core, 'son', 'Góp ý giúp em')
  expect(heard).toContain('• Mục 4 (Khảo sát): Chưa rõ đã tìm hiểu bằng cách nào')
  expect(heard).toContain(drafting.adviceOfModel([drafting.adviceLine('mục 4 (Khảo sát)', hint.hint)]))
  expect(heard.indexOf('AI gợi ý')).toBeLessThan(heard.indexOf('mục 5/27'))
  expect(JSON.stringify(fake.mock.getRequests())).not.toContain('nhà thầu')
  core.deps.model = null
  expect(await converse(core, 'son', 'gop y')).toContain('• Mục 4 (Khảo sát)')
})

test('who has written nothing yet is told so', async () => {
  await giveRole(core, 'tam', 'official', '26740')
  expect(await converse(core, 'tam', 'soạn bài toán', '1', 'góp ý')).toContain(drafting.noAdviceYet)
})
