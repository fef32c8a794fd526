import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../../core/people/roles.ts'
import { parseReply } from '../../../core/reply-json.ts'
import { challengeQuestions } from '../../../core/texts/challenge-questions.ts'
import { openTestCore, type TestCore } from '../../support/build-deps.ts'
import { hear } from '../../support/talk.ts'
import { publish } from './published.ts'

let core: TestCore
let challengeId: string
const now = new Date('2026-11-21T03:00:00Z')
const TITLE = 'Giảm thời gian chờ khám bệnh tại trạm y tế'
beforeAll(async () => {
  core = await openTestCore('embedded', { now: () => now })
  await core.database.prisma.unit.create({ data: { code: '26740', kind: 'ward', name: 'Sài Gòn' } })
  challengeId = await publish(core, { code: 'BT-7K2QX', title: TITLE })
  await give('truong', 'unit_lead', '26740')
  await give('can', 'official', '26740')
  await give('khac', 'unit_lead', null)
  await give('thu', 'programme_staff', null)
})
afterAll(() => core.close())

const say = async (user: string, ...lines: string[]) => {
  let said: string[] = []
  for (const line of lines) said = await hear(core, user, line)
  return said
}
const personOf = async (user: string) =>
  (await core.database.prisma.identity.findFirstOrThrow({ where: { externalId: user } })).personId
async function give(user: string, role: Role, unitCode: string | null) {
  await say(user, 'chào em', '2')
  await core.database.prisma.roleGrant.create({ data: { personId: await personOf(user), role, unitCode } })
}
const noticesTo = async (user: string) => {
  const where = { personId: await personOf(user), purpose: 'reminder' }
  const rows = await core.database.prisma.delivery.findMany({ where, orderBy: { id: 'asc' } })
  return rows.map(({ body }) => parseReply(body).text.text)
}
/** Asks, and gives the question's code. */
async function ask(user: string, question: string): Promise<string> {
  const [sent = ''] = await say(user, `hỏi BT-7K2QX: ${question}`, '1')
  return /HD-\w{5}/.exec(sent)?.[0] ?? ''
}
const stateOf = async (code: string) =>
  (await core.database.prisma.challengeQuestion.findUniqueOrThrow({ where: { code } })).state

test('a question goes to lead and staff without its asker, is answered and approved, and everybody learns', async () => {
  await say('vy', 'chào em', '2')
  const [shown = ''] = await say(
    'vy',
    'hỏi BT-7K2QX: Trạm đã có phần mềm lấy số thứ tự chưa? Gọi tôi 0903123456',
  )
  expect(shown).toContain('Đơn vị không biết ai hỏi')
  expect(shown).not.toContain('0903123456')
  const [sent = ''] = await say('vy', '1')
  const code = /HD-\w{5}/.exec(sent)?.[0] ?? ''
  for (const user of ['truong', 'thu']) {
    const [notice = ''] = await noticesTo(user)
    expect(notice).toContain(`trả lời ${code}`)
    expect(notice).not.toMatch(/vy|0903/)
  }
  expect(await noticesTo('khac')).toEqual([])

  const [asked = ''] = await say('truong', `tra loi ${code.toLowerCase()}`)
  expect(asked).toContain('phần mềm lấy số thứ tự')
  const [preview = ''] = await say('truong', 'Trạm chưa có, đang gọi tên bằng miệng.')
  expect(preview).toContain('Công bố cho mọi người?')
  expect(await stateOf(code)).toBe('asked')
  expect(await say('truong', '1')).toEqual([challengeQuestions.published(code)])

  expect((await noticesTo('vy')).join()).toContain('đang gọi tên bằng miệng')
  expect(await core.database.prisma.campaign.findMany({ where: { kind: 'answer' } })).toMatchObject([
    { challengeId },
  ])
  expect((await say('an', 'chào em', '2', 'xem BT-7K2QX')).join()).toContain('Đáp: Trạm chưa có')
})

test('a published answer is found again, by the code or by nearly the same question, with its source', async () => {
  for (const question of [
    'BT-7K2QX trạm có phần mềm lấy số chưa',
    'bt-7k2qx da co phan mem lay so thu tu chua',
    'trạm y tế khám bệnh đã có phần mềm lấy số thứ tự chưa gọi tôi với',
  ]) {
    const said = (await say('an', question)).join()
    expect(said).toContain('đang gọi tên bằng miệng')
    expect(said).toContain('Nguồn: Hỏi đáp BT-7K2QX')
  }
  expect((await say('an', 'BT-7K2QX có cần tích hợp VNeID không')).join()).toBe(
    challengeQuestions.mayAsk('BT-7K2QX'),
  )
  expect((await say('an', 'Inno-Coffee là gì?')).join()).not.toContain('Hỏi đáp')
})

test('an official of the unit proposes an answer, and it is out only when the lead approved it', async () => {
  const code = await ask('vy', 'Có được khảo sát tại trạm không ạ?')
  await say('can', `trả lời ${code}: Được, anh/chị liên hệ văn phòng phường.`)
  expect(await say('can', '1')).toEqual([challengeQuestions.forwarded(code)])
  expect(await stateOf(code)).toBe('answered')
  expect((await noticesTo('truong')).at(-1)).toContain(`duyệt ${code}`)
  expect(await say('can', `duyệt ${code}`)).toEqual([challengeQuestions.notFound(code)])
  await say('truong', `duyet ${code}`, 'công bố')
  expect(await stateOf(code)).toBe('published')
})

test('a question that is declined is told, with the reason, to its asker alone', async () => {
  const code = await ask('vy', 'Ngân sách tối đa là bao nhiêu tiền?')
  await say('thu', `từ chối ${code}`, 'Kinh phí được thông báo khi đặt hàng.', '1')
  expect((await noticesTo('vy')).at(-1)).toContain('Kinh phí được thông báo khi đặt hàng')
  expect((await say('an', 'xem BT-7K2QX')).join()).not.toContain('Ngân sách')
  expect(await say('truong', `trả lời ${code}`)).toEqual([challengeQuestions.settled(code)])
})

test('of two who answer at once the second is told, and a stranger learns of no question', async () => {
  const code = await ask('vy', 'Trạm có mạng không dây cho bệnh nhân không?')
  expect(await say('an', `trả lời ${code}`)).toEqual([challengeQuestions.notFound(code)])
  await say('truong', `trả lời ${code}: Có mạng.`)
  await say('thu', `trả lời ${code}: Chưa có mạng.`, '1')
  expect(await say('truong', '1')).toEqual([challengeQuestions.changedMeanwhile(code)])
  expect(await stateOf(code)).toBe('published')
})

test('nobody floods an office with questions, and a question too short is asked again', async () => {
  expect((await say('cam', 'chào em', '2', 'hỏi BT-7K2QX: sao')).join()).toBe(challengeQuestions.tooShort)
  await say('cam', 'thôi')
  for (let count = 1; count <= 5; count++) await ask('cam', `Câu hỏi thứ ${count} về trạm y tế?`)
  expect((await say('cam', 'hỏi BT-7K2QX: Thêm một câu hỏi nữa được không?', '1')).join()).toContain(
    '5 câu hỏi chờ',
  )
})

test('names in a question or an answer are shown before everybody reads them, and can be covered', async () => {
  await say('vy', 'chào em', '2')
  const [warned = ''] = await say('vy', 'hỏi BT-7K2QX: Tôi là Nguyễn Văn Tám, có được gặp trạm không?')
  expect(warned).toContain('trong câu có tên người «Nguyễn Văn Tám»')
  const [sent = ''] = await say('vy', '1')
  const code = /HD-\w{5}/.exec(sent)?.[0] ?? ''
  const [asked = ''] = await say('truong', `trả lời ${code}: Được, gặp chị Lê Thị Hoa tại trạm.`)
  expect(asked).toContain('Lưu ý: trong đó có tên người «Nguyễn Văn Tám»; tên người «Lê Thị Hoa»')
  expect((await say('truong', 'che nhung cho do')).join()).not.toMatch(/Tám|Hoa|Lưu ý/)
  expect(await say('truong', '1')).toEqual([challengeQuestions.published(code)])
  const row = await core.database.prisma.challengeQuestion.findUniqueOrThrow({ where: { code } })
  expect([row.text, row.answer].join()).not.toMatch(/Tám|Hoa/)
  expect((await noticesTo('vy')).at(-1)).toContain('gặp chị [tên người đã che] tại trạm')
})

test('an author who left the unit neither hears of questions nor answers them in its name', async () => {
  const { prisma } = core.database
  await give('tac-gia', 'official', '26740')
  const authorId = await personOf('tac-gia')
  await prisma.challenge.update({ where: { id: challengeId }, data: { authorId } })
  const first = await ask('dung', 'Trạm mở cửa cả thứ bảy không ạ?')
  expect((await noticesTo('tac-gia')).join()).toContain(first)
  await say('tac-gia', `trả lời ${first}: Có mở cửa.`)
  await prisma.roleGrant.updateMany({ where: { personId: authorId }, data: { revokedAt: now } })
  expect(await say('tac-gia', '1')).toEqual([challengeQuestions.notFound(first)])
  const second = await ask('dung', 'Trạm mở cửa cả chủ nhật không ạ?')
  expect((await noticesTo('tac-gia')).join()).not.toContain(second)
  expect(await say('tac-gia', `trả lời ${second}: Không.`)).toEqual([challengeQuestions.notFound(second)])
})

test('what was withdrawn meanwhile gets no public answer', async () => {
  const code = await ask('em', 'Trạm có bao nhiêu phòng khám ạ?')
  await say('truong', `trả lời ${code}: Có bốn phòng.`)
  const { prisma } = core.database
  await prisma.challenge.update({ where: { id: challengeId }, data: { state: 'WITHDRAWN' } })
  expect(await say('truong', '1')).toEqual([challengeQuestions.notPublic(code)])
  expect(await stateOf(code)).toBe('asked')
  await prisma.challenge.update({ where: { id: challengeId }, data: { state: 'PUBLISHED' } })
})
