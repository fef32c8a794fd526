import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { saveDraft } from '../../../core/challenges/drafts/save-draft.ts'
import { stopNudges } from '../../../core/challenges/nudges.ts'
import type { Writer } from '../../../core/dialogue.ts'
import type { Channel } from '../../../core/message.ts'
import { createSender } from '../../../jobs/create-sender.ts'
import { nudgeDrafts } from '../../../jobs/handlers/nudge-drafts.ts'
import { openTestCore, type TestCore } from '../../support/build-deps.ts'
import { createPerson, createStatement, inWords } from '../../support/statement-rows.ts'

let core: TestCore
let lan: Writer
let draftId: string

beforeAll(async () => {
  core = await openTestCore()
})
afterAll(() => core.close())
beforeEach(async () => {
  const { prisma } = core.database
  await prisma.delivery.deleteMany()
  await prisma.challenge.deleteMany()
  lan = await createPerson(core.database)
  draftId = await createStatement(core.database, { author: lan, answers, touchedAt: at('2026-12-28 10:00') })
  await nudgeDrafts({ ...core.deps, now: () => at('2027-01-04 09:00') })
  expect(await prisma.delivery.count()).toBe(1)
})

const answers = inWords({ title: 'Giảm thời gian chờ ở một cửa' })
const at = (time: string) => new Date(`${time.replace(' ', 'T')}:00+07:00`)

/** What became of the reminder when it was its turn, and how many were sent. */
async function send(time = '2027-01-04 09:01') {
  let sent = 0
  const channel: Channel = {
    name: 'console',
    parse: async () => [],
    send: async () => {
      sent += 1
      return { messageId: String(sent) }
    },
  }
  const step = createSender(channel, { ...core.deps, now: () => at(time), owner: lan.personId })
  await step({ rest: async () => true, stopping: () => false })
  await core.database.prisma.lane.deleteMany()
  const row = await core.database.prisma.delivery.findFirstOrThrow()
  return { sent, status: row.status, why: row.failure ?? row.deferral, notBefore: row.notBefore }
}

test('a reminder goes out while the draft lies as it lay', async () => {
  expect(await send()).toMatchObject({ sent: 1, status: 'sent' })
})

test('who went on meanwhile is not reminded', async () => {
  const saving = { id: draftId, authorId: lan.personId, revision: 0, answers, now: at('2027-01-04 09:00') }
  await saveDraft(core.database.prisma, saving)
  expect(await send()).toMatchObject({ sent: 0, status: 'withheld', why: 'moved_on' })
})

test('what was given up or handed in meanwhile is not recalled', async () => {
  const { prisma } = core.database
  await prisma.challenge.update({ where: { id: draftId }, data: { keepUntil: at('2027-02-04 09:00') } })
  expect(await send()).toMatchObject({ sent: 0, why: 'moved_on' })
  await prisma.delivery.updateMany({ data: { status: 'pending' } })
  await prisma.challenge.update({ where: { id: draftId }, data: { keepUntil: null, state: 'UNIT_REVIEW' } })
  expect(await send()).toMatchObject({ sent: 0, why: 'moved_on' })
})

test('who wants no more reminders gets not even the one that is on its way', async () => {
  await stopNudges(core.database.prisma, { authorId: lan.personId, now: at('2027-01-04 09:00') })
  expect(await send()).toMatchObject({ sent: 0, status: 'withheld', why: 'stopped' })
})

test('who withdrew the consent to be remembered is left alone', async () => {
  const { personId, identityId } = lan
  await core.database.prisma.consent.create({
    data: {
      ...{ personId, identityId, purpose: 'account', choice: 'withdrawn' },
      ...{ noticeVersion: '', channel: 'console' },
    },
  })
  expect(await send()).toMatchObject({ sent: 0, status: 'withheld', why: 'consent_withdrawn' })
})

test('one that was held up until the night waits for the morning', async () => {
  const held = await send('2027-01-04 22:30')
  expect(held).toMatchObject({ sent: 0, status: 'pending', why: 'quiet_hours' })
  expect(held.notBefore).toEqual(at('2027-01-05 07:00'))
  expect(await send('2027-01-05 07:00')).toMatchObject({ sent: 1, status: 'sent' })
})
