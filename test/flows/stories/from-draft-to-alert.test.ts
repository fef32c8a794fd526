import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maskSensitive } from '../../../core/sensitive.ts'
import { createRunJob } from '../../../jobs/run-job.ts'
import { openStory, type Story } from '../../support/story.ts'
import { at, hai, thu, UNIT } from './from-draft-to-alert/cast.ts'
import {
  draftOnZalo,
  finish,
  improveAndSend,
  invite,
  resumeOnTelegram,
} from './from-draft-to-alert/drafting.ts'
import {
  authorMends,
  leadApproves,
  leadApprovesAgain,
  publish,
  readAndWait,
  staffReturn,
  startupSubscribes,
} from './from-draft-to-alert/reviewing.ts'

const PAGE = 'docs/stories/from-draft-to-alert.md'

const INTRODUCTION = `# From a draft to an alert

A ward official drafts a problem statement on Zalo, between two meetings, typing numbers and words without diacritics; it
is approved, returned, mended and published, and a startup hears of it. What stands in quotes is what the phones show,
message by message. Nobody in it exists. Written by \`test/flows/stories/from-draft-to-alert.test.ts\`.`

/** About a phone's screen. A page of a statement and an answer from the corpus are read at leisure. */
const LONGEST = 640
const MAY_BE_LONGER = /\(Trang \d+\/\d+\)|Xem lại, trang|\(\d\/\d\)|Nguồn: |Dữ liệu của anh\/chị|Bản nội bộ:/

/** Of the example and of what Lan types: an office's, and nobody's. */
const OFFICE_LINE = '028 0000 0005'

let story: Story
beforeAll(async () => {
  story = await openStory({ start: at('2026-10-30', '15:50'), seed: 4 })
  await story.give(hai, 'unit_lead', UNIT)
  await story.give(thu, 'programme_staff', null)
  await invite(story)
  await draftOnZalo(story)
  await resumeOnTelegram(story)
  await finish(story)
  await improveAndSend(story)
  await leadApproves(story)
  await staffReturn(story)
  await authorMends(story)
  await leadApprovesAgain(story)
  await startupSubscribes(story)
  await publish(story)
  await readAndWait(story)
})
afterAll(() => story.close())

test('it reads as it is written down', async () => {
  const told = story.markdown(INTRODUCTION)
  if (process.env.UPDATE_STORIES === 'yes') await writeFile(PAGE, told)
  expect(told).toBe(await readFile(PAGE, 'utf8'))
})

test('the statement is published, and every move is on record', async () => {
  const { id, ...row } = await story.prisma.challenge.findFirstOrThrow()
  expect(await story.prisma.challenge.count()).toBe(1)
  expect(row).toMatchObject({ state: 'PUBLISHED', version: 1, unitCode: UNIT, publishAt: null })
  expect(row.authorId).toBe((await story.personOf('Lan')).id)
  expect(row.deadline).toEqual(new Date('2026-12-31T16:59:00.000Z'))

  const moves = await story.prisma.challengeTransition.findMany({
    where: { challengeId: id },
    orderBy: { id: 'asc' },
  })
  expect(moves.map(({ from, to, actedAs, channel }) => [from, to, actedAs, channel].join(' '))).toEqual([
    'DRAFT UNIT_REVIEW author telegram',
    'UNIT_REVIEW SUBMITTED unit_lead zalo-bot',
    'SUBMITTED RETURNED programme_staff zalo-bot',
    'RETURNED UNIT_REVIEW author telegram',
    'UNIT_REVIEW SUBMITTED unit_lead zalo-bot',
    'SUBMITTED APPROVED programme_staff zalo-bot',
    'APPROVED PUBLISHED programme_staff zalo-bot',
  ])
  expect(moves.map(({ reason }) => reason !== null)).toEqual([false, false, true, false, false, false, false])
  const comments = await story.prisma.challengeComment.findMany({ where: { challengeId: id } })
  expect(
    comments.map(({ fieldId, sentAt, resolvedAt }) => [fieldId, sentAt !== null, resolvedAt !== null]),
  ).toEqual([
    ['urgency', true, true],
    ['scope', true, true],
  ])
})

test('all that was typed is in the statement, as it was corrected and mended', async () => {
  const { answers } = await story.prisma.challenge.findFirstOrThrow()
  expect(Object.keys(answers as object)).toHaveLength(24)
  expect(JSON.stringify(answers)).toContain('320 ho so')
  expect(JSON.stringify(answers)).not.toContain('230')
  expect(answers).toMatchObject({
    indicators: {
      rows: [
        { before: '3', target: '1' },
        { name: 'Mức độ hài lòng', before: '55', target: '85' },
      ],
    },
    scope: { text: expect.stringContaining('tam tru') },
    urgency: { text: expect.not.stringContaining('Theo bài báo') },
  })
})

test('the public reads nothing internal, and no name', async () => {
  const [version, ...more] = await story.prisma.challengeVersion.findMany()
  expect(more).toEqual([])
  expect(version).toMatchObject({ version: 1, kind: 'published', field: 'local_governance', unitCode: UNIT })
  const shown = Object.keys(version?.text as object)
  for (const internal of ['unit_lead', 'support_wanted', 'confidential_part'])
    expect(shown).not.toContain(internal)
  for (const text of [JSON.stringify(version), ...textsTo('Nam')])
    expect(text).not.toMatch(/Nguyen|Sau 82|Pho Chu tich/)
  expect(textsTo('Nam').join()).toContain('[tên người đã che]')
})

test('everything that was queued was sent, and the startup is told once, however often the job runs', async () => {
  const isAlert = (text: string) => text.startsWith('Bài toán mới')
  expect(textsTo('Nam').filter(isAlert)).toHaveLength(1)
  const campaign = await story.prisma.campaign.findFirstOrThrow()
  await createRunJob(story.core.deps)('fan-out-alert', { campaignId: String(campaign.id), page: 0 })
  await story.due('send-digests')
  expect(textsTo('Nam').filter(isAlert)).toHaveLength(1)
  const statuses = await story.prisma.delivery.groupBy({ by: ['status', 'purpose'], _count: true })
  expect(statuses.filter(({ status }) => status !== 'sent')).toEqual([])
  expect(statuses.find(({ purpose }) => purpose === 'alert')?._count).toBe(1)
  expect(await story.prisma.outbox.count()).toBe(0)
  expect(await story.prisma.openQuestion.count()).toBe(1)
})

test('every message fits a phone, and none carries a number of a person', () => {
  for (const { text } of story.heard) {
    expect(text.length, text).toBeLessThanOrEqual(MAY_BE_LONGER.test(text) ? 2_000 : LONGEST)
    expect(maskSensitive(text.replaceAll(OFFICE_LINE, '')).found, text).toEqual([])
  }
})

test('who hears something without having asked is told what to type next', () => {
  expect(story.unasked.length).toBeGreaterThan(10)
  for (const { text } of story.unasked) expect(text).toMatch(/gõ ["“]/i)
})

const textsTo = (name: string) =>
  story.heard.filter((message) => message.name === name).map(({ text }) => text)
