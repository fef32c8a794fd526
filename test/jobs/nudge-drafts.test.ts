import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { saveDraft } from '../../core/challenges/drafts/save-draft.ts'
import { nudgeDrafts } from '../../jobs/handlers/nudge-drafts.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { backends } from '../support/database.ts'
import { createPerson, createStatement, inWords, noticesTo } from '../support/statement-rows.ts'
import { hear } from '../support/talk.ts'

// On a server where there is one: only there two of them really run at once.
const backend = backends.includes('postgres') ? 'postgres' : 'embedded'

let core: TestCore

beforeAll(async () => {
  core = await openTestCore(backend)
})
afterAll(() => core.close())
beforeEach(async () => {
  await core.database.prisma.delivery.deleteMany()
  await core.database.prisma.challenge.deleteMany({ where: { transitions: { none: {} } } })
})

/** A moment, Vietnam time: `at('2026-12-30 09:00')`. */
const at = (time: string) => new Date(`${time.replace(' ', 'T')}:00+07:00`)
const runAt = (time: string) => nudgeDrafts({ ...core.deps, now: () => at(time) })
const touched = '2026-12-28 10:00'
const answers = inWords({ title: 'Giảm thời gian chờ ở một cửa' })
const draftOf = (author: Awaited<ReturnType<typeof createPerson>>, changes = {}) =>
  createStatement(core.database, { author, answers, code: 'BT-NHAC2', touchedAt: at(touched), ...changes })

test('an idle draft is recalled on day three and day ten, over the turn of the year, and never again', async () => {
  const lan = await createPerson(core.database)
  await draftOf(lan)
  const heard: string[] = []
  for (const time of [
    '2026-12-31 09:00',
    '2026-12-31 10:30',
    '2027-01-01 09:00',
    '2027-01-07 09:00',
    '2027-01-07 10:30',
    '2027-02-28 09:00',
  ]) {
    await runAt(time)
    heard.push(`${time.slice(0, 10)}: ${(await noticesTo(core.database, lan.personId)).length}`)
  }
  expect(heard).toEqual([
    '2026-12-31: 0',
    '2026-12-31: 1',
    '2027-01-01: 1',
    '2027-01-07: 1',
    '2027-01-07: 2',
    '2027-02-28: 2',
  ])
  const [first = ''] = await noticesTo(core.database, lan.personId)
  expect(first).toContain(
    'Bài toán «Giảm thời gian chờ ở một cửa» (BT-NHAC2) còn soạn dở từ ngày 28/12/2026.',
  )
  expect(first).toContain('"mở BT-NHAC2"')
  expect(first).toContain('"thôi nhắc"')
  expect(first.length).toBeLessThan(400)
})

test('nothing is said at night; what is due then is said in the morning', async () => {
  const lan = await createPerson(core.database)
  await draftOf(lan, { touchedAt: at('2026-12-28 22:15') })
  await runAt('2026-12-31 22:30')
  expect(await noticesTo(core.database, lan.personId)).toEqual([])
  await runAt('2027-01-01 07:00')
  expect(await noticesTo(core.database, lan.personId)).toHaveLength(1)
})

test('two processes at the same moment remind once', async () => {
  const lan = await createPerson(core.database)
  await draftOf(lan)
  await Promise.all([runAt('2027-01-01 09:00'), runAt('2027-01-01 09:00')])
  expect(await noticesTo(core.database, lan.personId)).toHaveLength(1)
})

test('after a long standstill there is one reminder, not two in a row', async () => {
  const lan = await createPerson(core.database)
  await draftOf(lan)
  for (const time of ['2027-01-20 09:00', '2027-01-20 10:00', '2027-02-20 09:00']) await runAt(time)
  expect(await noticesTo(core.database, lan.personId)).toHaveLength(1)
})

test('who went on with the draft is reminded anew when it lies idle again', async () => {
  const lan = await createPerson(core.database)
  const id = await draftOf(lan)
  await runAt('2027-01-01 09:00')
  const saving = { id, authorId: lan.personId, revision: 0, answers, now: at('2027-01-02 09:00') }
  expect((await saveDraft(core.database.prisma, saving)).status).toBe('saved')
  await runAt('2027-01-04 09:00')
  expect(await noticesTo(core.database, lan.personId)).toHaveLength(1)
  await runAt('2027-01-05 10:00')
  expect(await noticesTo(core.database, lan.personId)).toHaveLength(2)
})

test('who is just writing, shut us out, agreed to nothing, gave the draft up or handed it in is left alone', async () => {
  const people = await Promise.all([
    createPerson(core.database, { lastInboundAt: at('2027-01-01 08:30') }),
    createPerson(core.database, { blocked: true }),
    createPerson(core.database, { consents: false }),
    createPerson(core.database),
    createPerson(core.database),
  ])
  const changes = [{}, {}, {}, { keepUntil: at('2027-01-20 09:00') }, { state: 'UNIT_REVIEW' }]
  for (const [index, person] of people.entries())
    await draftOf(person, { code: `BT-${index}`, ...changes[index] })
  await runAt('2027-01-01 09:00')
  expect(await core.database.prisma.delivery.count()).toBe(0)
  await runAt('2027-01-01 10:00')
  expect(await core.database.prisma.delivery.count()).toBe(1)
})

test('whoever withdrew their consent after the draft was begun is left alone', async () => {
  const lan = await createPerson(core.database)
  await draftOf(lan)
  await core.database.prisma.consent.create({
    data: {
      personId: lan.personId,
      identityId: lan.identityId,
      purpose: 'account',
      choice: 'withdrawn',
      noticeVersion: '',
      channel: 'console',
    },
  })
  await runAt('2027-01-01 09:00')
  expect(await noticesTo(core.database, lan.personId)).toEqual([])
})

test('several idle drafts come in one message, and a returned statement counts from its return', async () => {
  const lan = await createPerson(core.database)
  for (const code of ['BT-AAAA2', 'BT-BBBB2', 'BT-CCCC2', 'BT-DDDD2']) await draftOf(lan, { code })
  const returned = await draftOf(lan, { code: 'BT-TRA22', state: 'RETURNED' })
  await core.database.prisma.challengeTransition.create({
    data: {
      challengeId: returned,
      from: 'SUBMITTED',
      to: 'RETURNED',
      actedAs: 'programme_staff',
      at: at('2026-12-31 15:00'),
    },
  })
  await runAt('2027-01-01 09:00')
  const [together = '', ...more] = await noticesTo(core.database, lan.personId)
  expect(more).toEqual([])
  expect(together).toContain('Anh/chị còn 4 bài toán viết dở:')
  expect(together).toContain('và 1 bài khác')
  expect(together.length).toBeLessThan(600)
  await runAt('2027-01-03 16:00')
  expect((await noticesTo(core.database, lan.personId)).at(-1)).toContain('được trả lại để sửa')
})

const longAgo = () => core.database.prisma.identity.updateMany({ data: { lastInboundAt: new Date(0) } })

test('"thôi nhắc" ends it in one word, and says when there is nothing to end', async () => {
  const lan = await createPerson(core.database)
  await core.database.prisma.identity.update({
    where: { id: lan.identityId },
    data: { externalId: 'lan', chatId: 'lan' },
  })
  expect((await hear(core, 'lan', 'thoi nhac')).join()).toContain('không có bản nháp nào đang được nhắc')
  const id = await draftOf(lan)
  await longAgo()
  await runAt('2027-01-01 09:00')
  expect((await hear(core, 'lan', 'Thôi nhắc ạ!')).join()).toContain('sẽ không nhắc')
  const row = await core.database.prisma.challenge.findUniqueOrThrow({ where: { id } })
  expect(row).toMatchObject({ state: 'DRAFT', answers, revision: 0 })
  await longAgo()
  await runAt('2027-01-20 09:00')
  expect(await noticesTo(core.database, lan.personId)).toHaveLength(1)
})
