import { readFile, writeFile } from 'node:fs/promises'
import ical from 'node-ical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCertificateRoutes } from '../../../bots/certificate-routes.ts'
import { maskSensitive } from '../../../core/sensitive.ts'
import { certificateTexts } from '../../../core/texts/certificates.ts'
import { findCertificate } from '../../../core/training/certificate/find-certificate.ts'
import { openStory, type Story } from '../../support/story.ts'
import { certificate, checkIn, followUp, reports } from './training/after.ts'
import {
  addByHand,
  importSchedule,
  lanRegisters,
  reminded,
  remindedAgain,
  seatIsPassedOn,
  seatsRunOut,
} from './training/before.ts'
import { at, dao, giveRoles, lan, minh, SAI_GON, theClass } from './training/cast.ts'

const PAGE = 'docs/stories/training.md'

const INTRODUCTION = `# From a spreadsheet to a certificate

Staff bring in a schedule as their office keeps it; ward officials ask, register, wait, are reminded, checked in and asked
how it was, all on Zalo and typed, most of it without diacritics. What stands in quotes is what the phones show, message
by message. Nobody in it exists. Written by \`test/flows/stories/training.test.ts\`.`

/** About a phone's screen. */
const LONGEST = 640
const MAY_BE_LONGER = /Dữ liệu của anh\/chị/

let story: Story
/** The calendar entry behind the link that Lan got with her seat. */
let entry: string
/** The paper behind the link that Lan got at the end. */
let paper: { mime: string; bytes: Uint8Array }

beforeAll(async () => {
  story = await openStory({ start: at('2026-10-16', '09:30'), seed: 6 })
  await giveRoles(story)
  await importSchedule(story)
  await addByHand(story)
  await lanRegisters(story)
  entry = new TextDecoder().decode((await story.download(lan)).bytes)
  await seatsRunOut(story)
  await seatIsPassedOn(story)
  await reminded(story)
  await remindedAgain(story)
  await checkIn(story)
  await followUp(story)
  await certificate(story)
  paper = await story.download(lan)
  await reports(story)
})
afterAll(() => story.close())

test('it reads as it is written down', async () => {
  const told = story.markdown(INTRODUCTION)
  if (process.env.UPDATE_STORIES === 'yes') await writeFile(PAGE, told)
  expect(told).toBe(await readFile(PAGE, 'utf8'))
})

test('three classes are in the schedule, one of them not open yet', async () => {
  const sessions = await story.prisma.trainingSession.findMany({ orderBy: { startsAt: 'asc' } })
  expect(sessions.map(({ state, seats, link }) => [state, seats, link])).toEqual([
    ['open', 2, null],
    ['open', 40, 'https://hoc.example.vn/du-toan'],
    ['announced', 30, null],
  ])
  expect(sessions[0]).toMatchObject({ revision: 1, place: 'Phong hop 2, 35 Nguyen Thong' })
  expect(sessions[0]?.followedUpAt).not.toBeNull()
})

test('the two who were there hold the seats; who gave one up has none', async () => {
  const rows = await story.prisma.registration.findMany({
    where: { sessionId: (await theClass(story)).id },
    include: { attendance: true, certificate: true },
  })
  const of = async ({ name }: { name: string }) => {
    const { id } = await story.personOf(name)
    return rows.find(({ personId }) => personId === id)
  }
  expect(rows).toHaveLength(3)
  expect(await of(minh)).toMatchObject({ state: 'cancelled', attendance: [] })
  expect(await of(dao)).toMatchObject({ state: 'attended', feedbackGiven: false, certificate: null })
  const own = await of(lan)
  expect(own).toMatchObject({ state: 'attended', feedbackGiven: true, unitCode: SAI_GON })
  expect(own?.attendance.map(({ kind, how }) => [kind, how])).toEqual([['present', 'code']])
  expect(own?.certificate?.name).toBe('Nguyễn Thị Lan')
})

test('what Lan thought of the class is kept without her', async () => {
  const [feedback, ...more] = await story.prisma.sessionFeedback.findMany()
  expect(more).toEqual([])
  expect(feedback).toMatchObject({ useful: 5, clear: 4, comment: expect.stringContaining('hop tac xa') })
  expect(Object.keys(feedback ?? {})).toEqual(['id', 'sessionId', 'useful', 'clear', 'comment'])
})

test('one change is one message, and so is each reminder', () => {
  for (const { name } of [lan, dao]) {
    const texts = story.heard.filter((message) => message.name === name).map(({ text }) => text)
    expect(texts.filter((text) => text.includes('vừa đổi nơi học'))).toHaveLength(1)
    expect(texts.filter((text) => text.includes('giảng viên') && text.includes('đổi'))).toEqual([])
    const reminders = texts.filter((text) => text.startsWith('Nhắc lịch'))
    expect(reminders.map((text) => text.split('\n')[0])).toEqual([
      'Nhắc lịch: 3 ngày nữa anh/chị có lớp.',
      'Nhắc lịch: ngày mai anh/chị có lớp.',
      'Nhắc lịch: hôm nay anh/chị có lớp.',
    ])
  }
})

test('everything that was queued was sent, and nothing waits', async () => {
  const statuses = await story.prisma.delivery.groupBy({ by: ['status'], _count: true })
  expect(statuses.map(({ status }) => status)).toEqual(['sent'])
  expect(await story.prisma.outbox.count()).toBe(0)
})

test('the calendar entry is read by another library, and its lines are not too long', () => {
  const [event] = Object.values(ical.parseICS(entry)).filter((each) => each?.type === 'VEVENT')
  expect(event).toMatchObject({
    summary: 'Sở hữu trí tuệ cho cấp xã',
    location: 'Hội trường A, 244 Điện Biên Phủ',
  })
  // RFC 5545, 3.1: lines of 75 octets at most, whatever letters they are made of.
  for (const line of entry.split('\r\n')) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75)
})

test('the certificate is a PDF that is kept, and the public page says that it counts', async () => {
  expect([paper.mime, Buffer.from(paper.bytes.subarray(0, 5)).toString()]).toEqual([
    'application/pdf',
    '%PDF-',
  ])
  const { code } = await story.prisma.certificate.findFirstOrThrow()
  const { show } = createCertificateRoutes({ find: (typed) => findCertificate(story.prisma, typed) })
  const page = await (await show(new Request('http://localhost/chung-chi'), code)).text()
  expect(page).toContain(certificateTexts.page.valid)
  expect(page).toContain('Nguyễn T*** L***')
  expect(page).not.toContain('Thị Lan')
})

test('every message fits a phone, and none carries a number of a person', () => {
  for (const { text } of story.heard) {
    expect(text.length, text).toBeLessThanOrEqual(MAY_BE_LONGER.test(text) ? 2_000 : LONGEST)
    expect(maskSensitive(text.replaceAll(/https?:\/\/\S+/g, '')).found, text).toEqual([])
  }
})

test('who hears something without having asked is told what to type next', () => {
  expect(story.unasked.length).toBeGreaterThan(8)
  for (const { text } of story.unasked) expect(text).toMatch(/gõ "|trả lời "/i)
})
