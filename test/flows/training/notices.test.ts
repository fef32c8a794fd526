import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseReply } from '../../../core/reply-json.ts'
import { changeSession, type SessionChange } from '../../../core/training/change-session.ts'
import { recordChanges } from '../../../core/training/record-changes.ts'
import { createTrainingScreen } from '../../../core/training/screen-notices.ts'
import { findSessions } from '../../../core/training/session.ts'
import { createRunJob } from '../../../jobs/run-job.ts'
import { seatingAt } from '../../core/training/build-session.ts'
import { BAN_CO, type Day, openDay } from './day-scene.ts'

/** The class is on 01/12/2026 at 08:00. */
let day: Day
beforeEach(async () => {
  day = await openDay({ lan: { name: 'Nguyễn Thị Lan' }, minh: { name: 'Trần Minh', unitCode: BAN_CO } })
})
afterEach(() => day.close())

const at = (time: string) => new Date(`2026-${time}:00+07:00`)

/** Staff change the class at a time, and whoever has to be told is. */
async function change(time: string, one: SessionChange): Promise<void> {
  day.setNow(at(time).toISOString())
  const [session] = await findSessions(day.prisma, { ids: [day.session.id] })
  if (session === undefined) throw new Error('there is no class')
  const { id, revision, changedAt } = session
  const byId = await day.personOf('thu')
  const wanted = { id, revision, changedAt, change: one, byId }
  expect(await day.prisma.$transaction((tx) => changeSession(tx, wanted, seatingAt(at(time))))).toEqual({
    status: 'changed',
  })
  await day.runDue()
}

async function run(time: string, job: 'training-remind' | 'training-sweep'): Promise<void> {
  day.setNow(at(time).toISOString())
  await createRunJob(day.core.deps)(job, {})
  await day.runDue()
}

/** What would become at a time of everything that waits for somebody, oldest first: why not, or how it begins. */
async function phoneOf(user: string, time: string): Promise<string[]> {
  const rows = await day.prisma.delivery.findMany({
    where: { personId: await day.personOf(user), consent: 'account' },
    orderBy: { id: 'asc' },
  })
  const due = rows.map(({ id, body }) => ({ id, reply: parseReply(body) }))
  const verdicts = await createTrainingScreen({ db: day.prisma, now: () => at(time) })(due)
  return due.map(({ id, reply }) => {
    const verdict = verdicts.get(id)
    if (verdict === undefined) return 'nothing is said of it'
    return verdict.status === 'send' ? (reply.text.text.split('\n')[0] ?? '') : verdict.why
  })
}

test('of two changes in one evening people hear in the morning, in one message', async () => {
  await change('11-25T21:30', { kind: 'place', place: 'Hội trường B', link: null })
  const times = { from: at('12-01T13:30'), to: at('12-01T16:30') }
  await change('11-25T22:00', { kind: 'times', times: [times] })
  expect(await phoneOf('lan', '11-25T22:10')).toEqual(['newer_change', 'quiet_hours'])
  expect(await phoneOf('lan', '11-26T07:00')).toEqual([
    'newer_change',
    'Lớp anh/chị đăng ký vừa đổi nơi học và thời gian. Thông tin mới:',
  ])
})

test('who was told of the first change is told of the second alone', async () => {
  await change('11-25T09:00', { kind: 'place', place: 'Hội trường B', link: null })
  await day.prisma.delivery.updateMany({ where: { consent: 'account' }, data: { status: 'sent' } })
  const times = { from: at('12-01T13:30'), to: at('12-01T16:30') }
  await change('11-25T10:00', { kind: 'times', times: [times] })
  expect((await phoneOf('lan', '11-25T10:01')).at(-1)).toBe(
    'Lớp anh/chị đăng ký vừa đổi thời gian. Thông tin mới:',
  )
})

test('a reminder that waits is not sent any more once the class is cancelled, or the seat given up', async () => {
  await run('11-28T08:00', 'training-remind')
  expect(await phoneOf('lan', '11-28T08:01')).toEqual(['Nhắc lịch: 3 ngày nữa anh/chị có lớp.'])
  await day.prisma.registration.updateMany({
    where: { personId: await day.personOf('minh') },
    data: { state: 'cancelled' },
  })
  expect(await phoneOf('minh', '11-28T08:01')).toEqual(['left'])
  await change('11-28T08:02', { kind: 'cancel', reason: 'Giảng viên bị ốm' })
  expect(await phoneOf('lan', '11-28T08:03')).toEqual([
    'moved_on',
    expect.stringMatching(
      /^Lớp Sở hữu trí tuệ \(LOP-K7M2PQ\) ngày 01\/12\/2026 đã hủy, lý do: Giảng viên bị ốm\. /,
    ),
  ])
})

test('a class that is moved nearer is news, and no reminder on top of it', async () => {
  const times = { from: at('11-26T08:00'), to: at('11-26T11:30') }
  await change('11-25T10:00', { kind: 'times', times: [times] })
  await run('11-25T10:05', 'training-remind')
  expect(await phoneOf('lan', '11-25T10:06')).toHaveLength(1)
  await run('11-26T07:00', 'training-remind')
  expect((await phoneOf('lan', '11-26T07:01')).at(-1)).toBe('Nhắc lịch: hôm nay anh/chị có lớp.')
})

test('who takes a seat that became free the evening before is not reminded of the day before', async () => {
  await day.prisma.registration.updateMany({
    where: { personId: await day.personOf('lan') },
    data: { changedAt: at('11-30T20:00') },
  })
  await run('11-30T20:05', 'training-remind')
  expect(await phoneOf('lan', '11-30T20:06')).toEqual([])
  expect(await phoneOf('minh', '11-30T20:06')).toHaveLength(1)
})

test('who named colleagues is reminded of all of them in one message, and told of a change in one', async () => {
  for (const name of ['Lê An', 'Võ Bình']) await day.name('lan', name)
  await run('11-28T08:00', 'training-remind')
  expect(await phoneOf('lan', '11-28T08:01')).toEqual([
    'Nhắc lịch: 3 ngày nữa anh/chị và Lê An, Võ Bình có lớp.',
  ])
  await change('11-28T09:00', { kind: 'place', place: 'Hội trường B', link: null })
  const notices = await day.notices('lan')
  expect(notices).toHaveLength(2)
  expect(notices[1]).toContain('Anh/chị báo giúp: Lê An, Võ Bình.')
  const row = await day.prisma.delivery.findFirstOrThrow({
    orderBy: { id: 'desc' },
    where: { personId: await day.personOf('lan') },
  })
  expect(parseReply(row.body).file?.name).toBe('LOP-K7M2PQ.ics')
})

test('who withdraws the consent to be kept gives up the seat and hears nothing more; the next is offered it', async () => {
  await day.prisma.trainingSession.update({ where: { id: day.session.id }, data: { seats: 2 } })
  await day.enter('dao', { name: 'Lê Đào', state: 'waiting' })
  await change('11-25T09:00', { kind: 'place', place: 'Hội trường B', link: null })
  await day.say('lan', 'rut dong y')
  expect(await phoneOf('lan', '11-25T09:01')).toEqual(['consent_withdrawn'])
  await run('11-25T09:02', 'training-sweep')
  expect(await day.states()).toMatchObject({
    '': 'cancelled',
    'Trần Minh': 'registered',
    'Lê Đào': 'offered',
  })
  expect((await phoneOf('dao', '11-25T09:03')).at(-1)).toBe('Đã có chỗ cho anh/chị trong lớp:')
})

test('an offer that runs out is passed on by itself', async () => {
  await day.prisma.registration.updateMany({
    where: { personId: await day.personOf('minh') },
    data: { state: 'offered', waitingNumber: 1, offeredUntil: at('11-25T09:00') },
  })
  await run('11-25T08:59', 'training-sweep')
  expect((await day.states())['Trần Minh']).toBe('offered')
  await run('11-25T09:00', 'training-sweep')
  expect((await day.states())['Trần Minh']).toBe('cancelled')
})

test('a class that was cancelled by mistake is back, and people are told so', async () => {
  await change('11-25T09:00', { kind: 'cancel', reason: 'Giảng viên bị ốm' })
  const [old] = await findSessions(day.prisma, { ids: [day.session.id] })
  if (old === undefined) throw new Error('there is no class')
  await day.prisma.$transaction(async (tx) => {
    await tx.trainingSession.update({ where: { id: old.id }, data: { state: 'open' } })
    const changed = [{ old, session: { state: 'open' }, columns: ['state'] }]
    await recordChanges(tx, changed, { byId: null, seating: seatingAt(at('11-25T10:00')) })
  })
  await day.runDue()
  expect((await phoneOf('lan', '11-25T10:01')).at(-1)).toBe(
    'Lớp anh/chị đăng ký từng hủy nay mở lại. Thông tin mới:',
  )
})
