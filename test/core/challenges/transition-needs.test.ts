import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mover, transition } from '../../../core/challenges/transition.ts'
import { TRANSITIONS } from '../../../core/challenges/transitions.ts'
import type { Grant, Role } from '../../../core/people/roles.ts'
import { loadUnits } from '../../../core/units/load-units.ts'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { completeAnswers, putStatement, settledCopy } from '../../support/statements.ts'

const NOW = new Date('2026-11-23T03:00:00Z')
const LATER = new Date('2026-12-30T16:59:00Z')
const CONTACT = 'Văn phòng UBND phường, 028 3829 0000'

let database: TestDatabase
let author: string
let reviewer: string

beforeAll(async () => {
  database = await openTestDatabase()
  await loadUnits(await readCityUnits(), { database })
  author = (await database.prisma.person.create({ data: {} })).id
  reviewer = (await database.prisma.person.create({ data: {} })).id
})
afterAll(() => database.close())

const as = (personId: string, role: Role, unitCode: string | null = null): Mover => {
  const grants: Grant[] = [{ role, unitCode }]
  return { personId, identityId: randomUUID(), channel: 'zalo-bot', inboundId: 7n, now: NOW, grants }
}
const staff = () => as(reviewer, 'programme_staff')
const put = (statement: Omit<Parameters<typeof putStatement>[1], 'authorId'>) =>
  putStatement(database.prisma, { authorId: author, ...statement })
const move = (request: Parameters<typeof transition>[1]) =>
  database.prisma.$transaction((tx) => transition(tx, request))

test('whatever asks for a reason is refused without one, and with one of spaces', async () => {
  for (const { from, to, by, needs } of TRANSITIONS.filter((row) => row.needs.includes('reason'))) {
    const { id } = await put({
      ...{ state: from, publicText: settledCopy(completeAnswers()), contact: CONTACT, deadline: LATER },
    })
    const target = await put({ state: 'SUBMITTED' })
    const mover = by.includes('author')
      ? as(author, 'official', '26740')
      : by.includes('unit_lead')
        ? as(reviewer, 'unit_lead', '26740')
        : staff()
    for (const reason of [undefined, '', '  \n']) {
      const asked = {
        challengeId: id,
        to,
        by: mover,
        targetId: target.id,
        ...(reason !== undefined && { reason }),
      }
      expect({ from, to, needs, ...(await move(asked)) }).toMatchObject({ why: 'reason_needed' })
    }
  }
})

test('a statement that lacks an answer is not handed in, and says which', async () => {
  const { affected: _, ...answers } = completeAnswers()
  const { id } = await put({ answers: { ...answers, title: { kind: 'text', text: 'Chờ' } } })
  const sent = await move({ challengeId: id, to: 'UNIT_REVIEW', by: as(author, 'official', '26740') })
  expect(sent).toEqual({
    ...{ status: 'refused', why: 'incomplete' },
    lacking: { fields: ['affected', 'title'], parts: [] },
  })
})

test('nothing is published without its public copy, an office to ask and a day ahead', async () => {
  const { id } = await put({ state: 'APPROVED' })
  const request = { challengeId: id, to: 'PUBLISHED', by: staff() } as const
  expect(await move(request)).toMatchObject({ lacking: { parts: ['public_text', 'contact', 'deadline'] } })

  const { problem: _, ...partly } = settledCopy(completeAnswers())
  const past = new Date('2026-11-22T16:59:00Z')
  expect(await move({ ...request, set: { publicText: partly, contact: ' ', deadline: past } })).toMatchObject(
    { lacking: { parts: ['public_text', 'contact', 'deadline'] } },
  )
  const set = { publicText: settledCopy(completeAnswers()), contact: CONTACT, deadline: LATER }
  expect(await move({ ...request, set })).toMatchObject({ status: 'done' })
})

test('a time for publishing lies before the deadline', async () => {
  const { id } = await put({
    ...{ state: 'APPROVED', publicText: settledCopy(completeAnswers()), contact: CONTACT, deadline: LATER },
  })
  const request = { challengeId: id, to: 'APPROVED', by: staff() } as const
  const after = new Date(LATER.getTime() + 60_000)
  expect(await move({ ...request, set: { publishAt: after } })).toMatchObject({
    lacking: { parts: ['deadline'] },
  })
  const before = new Date(LATER.getTime() - 60_000)
  expect(await move({ ...request, set: { publishAt: before } })).toMatchObject({ status: 'done' })
})

test('the assistant publishes at the time that was set, and not before', async () => {
  const ready = {
    state: 'APPROVED',
    publicText: settledCopy(completeAnswers()),
    contact: CONTACT,
    deadline: LATER,
  } as const
  const early = await put({ ...ready, publishAt: new Date(NOW.getTime() + 1) })
  const due = await put({ ...ready, publishAt: NOW })
  const unset = await put(ready)
  const publish = (challengeId: string) =>
    move({ challengeId, to: 'PUBLISHED', by: { system: true, now: NOW } })
  expect(await publish(early.id)).toMatchObject({ why: 'not_allowed' })
  expect(await publish(unset.id)).toMatchObject({ why: 'not_allowed' })
  expect(await publish(due.id)).toMatchObject({ status: 'done', actedAs: 'system' })
  expect(await publish(due.id)).toMatchObject({ why: 'changed_meanwhile' })
})

test('what was once public cannot become a draft again', async () => {
  const { id } = await put({ state: 'WITHDRAWN', version: 1 })
  expect(await move({ challengeId: id, to: 'DRAFT', by: as(author, 'official', '26740') })).toMatchObject({
    why: 'not_allowed',
  })
})

test('a statement is merged into another that goes on, and not into itself', async () => {
  const { id } = await put({ state: 'SUBMITTED' })
  const ended = await put({ state: 'WITHDRAWN' })
  const other = await put({ state: 'PUBLISHED' })
  const merge = (targetId?: string) =>
    move({
      challengeId: id,
      to: 'MERGED',
      by: staff(),
      reason: 'Hai bài giống nhau',
      ...(targetId && { targetId }),
    })
  for (const unfit of [undefined, id, ended.id, randomUUID()]) {
    expect(await merge(unfit)).toMatchObject({ lacking: { parts: ['target'] } })
  }
  expect(await merge(other.id)).toMatchObject({ status: 'done' })
})

test('who acts on what they saw a moment ago is told who was first, and when', async () => {
  const { id, revision } = await put({ state: 'UNIT_REVIEW' })
  const lead = as(reviewer, 'unit_lead', '26740')
  await move({ challengeId: id, to: 'SUBMITTED', by: lead, revision })
  const second = as(author, 'unit_lead', '26740')
  expect(await move({ challengeId: id, to: 'SUBMITTED', by: second, revision })).toEqual({
    ...{ status: 'refused', why: 'changed_meanwhile', state: 'SUBMITTED' },
    last: { actedAs: 'unit_lead', at: NOW, byYou: false },
  })
})

test('of what changed without a move, too, an old view decides nothing', async () => {
  const { id, revision } = await put({
    state: 'APPROVED',
    publicText: settledCopy(completeAnswers()),
    contact: CONTACT,
    deadline: LATER,
  })
  await database.prisma.challenge.update({ where: { id }, data: { revision: revision + 1 } })
  expect(await move({ challengeId: id, to: 'PUBLISHED', by: staff(), revision })).toMatchObject({
    why: 'changed_meanwhile',
  })
})

test('nobody rewrites the record', async () => {
  const { id } = await put({ state: 'UNIT_REVIEW' })
  await move({ challengeId: id, to: 'SUBMITTED', by: as(reviewer, 'unit_lead', '26740') })
  const record = database.prisma.challengeTransition
  await expect(record.deleteMany()).rejects.toThrow('append-only')
  await expect(record.updateMany({ data: { reason: 'khác' } })).rejects.toThrow('append-only')
})

test('a statement that came back is looked at anew before it is public', async () => {
  const { id } = await put({ state: 'APPROVED', publicText: settledCopy(completeAnswers()) })
  await move({ challengeId: id, to: 'RETURNED', by: staff(), reason: 'Cần bổ sung số liệu' })
  expect((await database.prisma.challenge.findUniqueOrThrow({ where: { id } })).publicText).toBeNull()
})
