import ical from 'node-ical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reply } from '../../../core/message.ts'
import { parseReply } from '../../../core/reply-json.ts'
import { registerTexts } from '../../../core/texts/training-register.ts'
import { workbook } from '../../core/training/import/untidy-sheets.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
const on = (user: string) => ({ user, on: 'zalo-bot' as const })

const HEAD = ['Mã lớp', 'Tên lớp', 'Ngày', 'Giờ', 'Địa điểm', 'Số chỗ', 'Số chỗ mỗi đơn vị', 'Link']
const SHTT = ['A1', 'Sở hữu trí tuệ', '01/12/2026', '8g00–11g30', 'Hội trường A', '2', null, null]
const DU_TOAN = ['A2', 'Lập dự toán', '03/12/2026', '13h30-16h30', null, '30', '1', 'https://zoom.us/j/1']

beforeAll(async () => {
  scene = await openScene()
  await scene.give('thu', 'programme_staff')
  await load([HEAD, SHTT, DU_TOAN])
})
afterAll(() => scene.close())

async function load(rows: Parameters<typeof workbook>[0]) {
  await scene.sendFile('thu', await workbook(rows))
  await scene.say('thu', 'ghi lịch')
  await scene.runDue()
}

const codeOf = async (course: string) =>
  (await scene.prisma.trainingSession.findFirstOrThrow({ where: { course: { title: course } } })).code

/** The calendar entry that came with a reply, read by another library than the one that wrote it. */
async function calendarOf(reply: Reply | undefined) {
  const file = await scene.prisma.storedFile.findUniqueOrThrow({ where: { id: reply?.file?.id ?? '' } })
  const text = new TextDecoder().decode(file.bytes)
  const [event] = Object.values(ical.parseICS(text)).filter((each) => each?.type === 'VEVENT')
  if (event?.type !== 'VEVENT') throw new Error('there is no event')
  return { event, method: /METHOD:(\w+)/.exec(text)?.[1], text }
}
const lastNotice = async (user: string) => {
  const row = await scene.prisma.delivery.findFirst({
    where: { personId: await scene.personOf(user), purpose: 'reminder' },
    orderBy: { id: 'desc' },
  })
  return row === null ? undefined : parseReply(row.body)
}

/** From the greeting to the seat, typed on Zalo. */
async function registerFor(user: string, course: string, unit: string, name: string): Promise<Reply[]> {
  await scene.talk(on(user), `dang ky ${await codeOf(course)}`)
  const consents = await scene.prisma.consent.count({ where: { personId: await scene.personOf(user) } })
  if (consents === 0) await scene.talk(on(user), '1')
  await scene.talk(on(user), unit)
  await scene.talk(on(user), name)
  return scene.talk(on(user), 'dang ky')
}

test('somebody asks, agrees to be kept, says unit and name, confirms, and has a seat with a calendar entry', async () => {
  expect(await scene.say(on('lan'), 'khi nao co lop so huu tri tue')).toContain(
    'Thứ ba 01/12/2026, 08:00–11:30',
  )
  expect(await scene.say(on('lan'), '1')).toContain(registerTexts.askConsent)
  expect(await scene.prisma.registration.count()).toBe(0)
  expect(await scene.say(on('lan'), 'dong y')).toContain(registerTexts.askUnit)
  expect(await scene.say(on('lan'), 'phuong ben nghe')).toContain(registerTexts.askName)
  expect(await scene.say(on('lan'), 'Nguyễn Thị Lan')).toContain('Người học: Nguyễn Thị Lan, Phường Sài Gòn')
  const [done] = await scene.talk(on('lan'), '1')
  expect(done?.text.text).toContain('Đã giữ chỗ cho anh/chị.')
  const { event, method, text } = await calendarOf(done)
  expect([event.summary, event.sequence, event.status, method]).toEqual([
    'Sở hữu trí tuệ',
    0,
    'CONFIRMED',
    'PUBLISH',
  ])
  expect(event.start).toEqual(new Date('2026-12-01T08:00:00+07:00'))
  expect(text).not.toMatch(/ATTENDEE|Lan/)
  expect(await scene.say(on('lan'), 'lop cua toi')).toContain('Đã có chỗ.')
})

test('who does not agree to be kept is not registered', async () => {
  await scene.talk(on('tu'), `đăng ký ${await codeOf('Lập dự toán')}`)
  expect(await scene.say(on('tu'), '2')).toContain(registerTexts.noConsent)
  expect(await scene.prisma.registration.count({ where: { personId: await scene.personOf('tu') } })).toBe(0)
})

test('a question in the middle is answered, and the registration goes on', async () => {
  await scene.talk(on('hoa'), `dang ky ${await codeOf('Lập dự toán')}`)
  const answer = await scene.say(on('hoa'), 'Inno-Coffee là gì?')
  expect(answer).toContain('Inno-Coffee')
  expect(answer).toContain(registerTexts.askConsent)
  await scene.talk(on('hoa'), 'hủy')
})

test('the third of two seats waits, is offered the seat that is given up, and takes it', async () => {
  await registerFor('minh', 'Sở hữu trí tuệ', 'phường bàn cờ', 'Trần Minh')
  const [waits] = await registerFor('dao', 'Sở hữu trí tuệ', 'phường bàn cờ', 'Lê Đào')
  expect(waits?.text.text).toContain('vị trí 1 trong danh sách chờ')
  expect(await scene.say(on('minh'), 'huy dang ky')).toContain('Hủy đăng ký lớp này?')
  const [left] = await scene.talk(on('minh'), 'huy dang ky')
  const { event, method } = await calendarOf(left)
  expect([event.status, method, event.sequence]).toEqual(['CANCELLED', 'CANCEL', 1])
  await scene.runDue()
  expect(await scene.notices('dao')).toEqual([expect.stringContaining('Trợ lý giữ chỗ đến 09:00 22/11/2026')])
  expect(await scene.say(on('dao'), 'nhan cho')).toContain('Đã giữ chỗ')
  expect(await scene.say(on('dao'), 'nhận chỗ')).toContain(registerTexts.noOffer)
})

test('two changes and a cancellation keep the entry: one message each, the same UID, a higher sequence', async () => {
  const { event: first } = await calendarOf(
    (await scene.talk(on('lan'), 'đăng ký học')) && (await firstEntry('lan')),
  )
  await load([HEAD, SHTT.with(3, '9g00–11g30'), DU_TOAN])
  const second = await calendarOf(await lastNotice('lan'))
  await load([HEAD, SHTT.with(4, 'Hội trường C').with(3, '9g00–11g30'), DU_TOAN])
  const third = await calendarOf(await lastNotice('lan'))
  await load([
    [...HEAD, 'Trạng thái'],
    [...SHTT.with(4, 'Hội trường C').with(3, '9g00–11g30'), 'Hủy'],
    [...DU_TOAN, null],
  ])
  const fourth = await calendarOf(await lastNotice('lan'))
  expect([second, third, fourth].map(({ event }) => event.uid)).toEqual([first.uid, first.uid, first.uid])
  expect([second, third, fourth].map(({ event }) => event.sequence)).toEqual([1, 2, 3])
  expect([second, third, fourth].map(({ event }) => event.status)).toEqual([
    'CONFIRMED',
    'CONFIRMED',
    'CANCELLED',
  ])
  expect(third.event.location).toBe('Hội trường C')
  const told = await scene.notices('lan')
  expect(told).toHaveLength(3)
  expect(told[0]).toContain('vừa đổi thời gian')
  expect(told[2]).toContain('đã hủy')
})

const firstEntry = async (user: string) => {
  const rows = await scene.prisma.delivery.findMany({
    where: { personId: await scene.personOf(user) },
    orderBy: { id: 'asc' },
  })
  return rows.map((row) => parseReply(row.body)).find((reply) => reply.file?.name.endsWith('.ics'))
}

test('a lead registers colleagues by name, within the seats of the unit', async () => {
  await scene.give('chi', 'unit_lead', '27154')
  await scene.talk('chi', 'đăng ký cho đồng nghiệp')
  await scene.talk('chi', 'đồng ý')
  expect(await scene.say('chi', '1')).toContain('mỗi người một dòng')
  expect(await scene.say('chi', '1. Phạm Văn Ba\n2. Võ Thị Tư')).toContain('2 người: Phạm Văn Ba, Võ Thị Tư')
  const outcome = await scene.say('chi', 'đăng ký')
  expect(outcome).toContain('- Phạm Văn Ba: đã có chỗ')
  expect(outcome).toContain('- Võ Thị Tư: danh sách chờ, vị trí 1')
  expect(await scene.say(on('lan'), 'đăng ký cho đồng nghiệp')).toContain(registerTexts.notLead)
})

test('reminders come three days, a day and an hour before, each once, and say how the class is held', async () => {
  await registerFor('hanh', 'Lập dự toán', 'phường tân định', 'Đỗ Hạnh')
  const remindAt = async (time: string) => {
    scene.setNow(time)
    await scene.core.deps.database.prisma.$transaction(async (tx) =>
      tx.outbox.create({ data: { job: 'training-remind', payload: {}, lane: 'background' } }),
    )
    await scene.runDue()
    return (await scene.notices('hanh')).length
  }
  expect(await remindAt('2026-11-30T13:00:00+07:00')).toBe(0)
  expect(await remindAt('2026-11-30T13:35:00+07:00')).toBe(1)
  expect(await remindAt('2026-11-30T14:00:00+07:00')).toBe(1)
  expect(await remindAt('2026-12-02T13:30:00+07:00')).toBe(2)
  expect(await remindAt('2026-12-03T12:31:00+07:00')).toBe(3)
  expect(await remindAt('2026-12-03T13:31:00+07:00')).toBe(3)
  expect((await scene.notices('hanh'))[2]).toContain('mở đường dẫn trước giờ học')
})
