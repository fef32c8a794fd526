import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Kin } from '../../core/challenges/kin/find-kin.ts'
import type { Writer } from '../../core/dialogue.ts'
import { joinAsOwner } from '../../core/dialogues/challenges/join-as-owner.ts'
import { joinQuestion, kinQuestion, readKinChoice } from '../../core/dialogues/challenges/kin-step.ts'
import { resolveChoice } from '../../core/resolve-choice.ts'
import { kinTexts } from '../../core/texts/kin.ts'
import { backends, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { createPerson, createStatement, createUnits, inWords, noticesTo } from '../support/statement-rows.ts'
import { untilWaiting } from '../support/until-waiting.ts'

const kin = (changes: Partial<Kin> = {}): Kin => ({
  challengeId: randomUUID(),
  code: 'BT-7K2MN',
  title: 'Giảm thời gian chờ tại bộ phận một cửa',
  unitName: 'Phường Bàn Cờ',
  state: 'PUBLISHED',
  level: 'same',
  likeness: 0.7,
  whose: 'other',
  ...changes,
})

test('one statement is named with its unit, and answered by typing a number', () => {
  const found = kin()
  const { text, choices = [] } = kinQuestion([found])
  expect(text.text).toBe(
    [
      'Trợ lý thấy một bài toán gần giống bài của anh/chị:',
      '• Phường Bàn Cờ: «Giảm thời gian chờ tại bộ phận một cửa» (BT-7K2MN)',
      'Anh/chị muốn làm thế nào?',
    ].join('\n'),
  )
  const chosen = (typed: string) => {
    const resolved = resolveChoice({ text: typed }, { id: 'q', choices, closed: false })
    return resolved.status === 'chosen' ? readKinChoice(resolved.id) : resolved.status
  }
  expect(chosen('1')).toEqual({ kind: 'ask_join', challengeId: found.challengeId })
  expect(chosen('viet tiep va neu diem khac')).toEqual({ kind: 'go_on' })
  expect(chosen('3 nhé')).toEqual({ kind: 'cancel' })
  expect(chosen('gộp hết cho tôi')).toBe('none')
})

test('joining is asked once more, because it has no way back, and a number answers', () => {
  const found = kin()
  const question = joinQuestion([found], found.challengeId)
  expect(question?.text.text).toContain('không tách ra lại được')
  const choices = question?.choices ?? []
  const chosen = (typed: string) => {
    const resolved = resolveChoice({ text: typed }, { id: 'q', choices, closed: false })
    return resolved.status === 'chosen' ? readKinChoice(resolved.id) : resolved.status
  }
  expect(chosen('1')).toEqual({ kind: 'join', challengeId: found.challengeId })
  expect(chosen('dung, cung dung ten')).toEqual({ kind: 'join', challengeId: found.challengeId })
  expect(chosen('2')).toEqual({ kind: 'back' })
  for (const { id } of choices) expect(id).toMatch(/^[\x20-\x7e]{1,32}$/)
  expect(joinQuestion([found], randomUUID())).toBeNull()
  expect(joinQuestion([kin({ ...found, state: 'CLOSED' })], found.challengeId)).toBeNull()
})

test('nobody joins their own statement, or one that is over', () => {
  const others = [
    kin({ whose: 'author', state: 'DRAFT' }),
    kin({ whose: 'unit' }),
    kin({ state: 'CLOSED', level: 'kin' }),
  ]
  const { text, choices = [] } = kinQuestion(others)
  expect(choices.map(({ label }) => label)).toEqual([kinTexts.goOn, kinTexts.cancel])
  expect(text.text).toContain(
    'Bài khác của chính anh/chị: «Giảm thời gian chờ tại bộ phận một cửa» (BT-7K2MN), bản nháp',
  )
  expect(text.text).toContain('đã kết thúc')
})

test('three long titles stay on a phone, and every id fits a button', () => {
  const long = kin({
    title: 'Xây dựng giải pháp tổng thể nâng cao chất lượng phục vụ người dân '.repeat(4),
    level: 'kin',
  })
  const { text, choices = [] } = kinQuestion([long, { ...long, challengeId: randomUUID() }, long])
  expect(text.text.length).toBeLessThan(600)
  for (const { id } of choices) expect(id).toMatch(/^[\x20-\x7e]{1,32}$/)
  for (const other of ['kin:join:', 'kin:join:xyz', 'kin:join:%%%', 'consent:yes'])
    expect(readKinChoice(other)).toBeNull()
})

// On a server where there is one: only there two of them really run at once.
const backend = backends.includes('postgres') ? 'postgres' : 'embedded'

let database: TestDatabase
let lan: Writer
let minh: Writer
let leadOfA: Writer
let leadOfB: Writer

beforeAll(async () => {
  database = await openTestDatabase(backend)
  await createUnits(database, { A: 'An Khánh', B: 'Bàn Cờ' })
  lan = await createPerson(database, { role: 'official', unitCode: 'A' })
  minh = await createPerson(database, { role: 'official', unitCode: 'B' })
  leadOfA = await createPerson(database, { role: 'unit_lead', unitCode: 'A' })
  leadOfB = await createPerson(database, { role: 'unit_lead', unitCode: 'B' })
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.prisma.delivery.deleteMany()
})

const answers = inWords({ title: 'Giảm thời gian chờ tại bộ phận một cửa', problem: 'Người dân chờ lâu.' })
const join = (by: Writer, challengeId: string, draftId: string, unitCode = 'A') =>
  database.prisma.$transaction((tx) => joinAsOwner(tx, by, { challengeId, draftId, unitCode }))
const stateOf = async (id: string) => database.prisma.challenge.findUniqueOrThrow({ where: { id } })

test('a ward joins: its draft is merged, on record, and the other author and both leads hear of it', async () => {
  const challengeId = await createStatement(database, {
    author: minh,
    unitCode: 'B',
    state: 'PUBLISHED',
    answers,
    code: 'BT-JOIN2',
  })
  const draftId = await createStatement(database, { author: lan, unitCode: 'A', answers })
  const joined = await join(lan, challengeId, draftId)
  expect(joined.status).toBe('joined')
  expect(joined.say.text.text).toContain('BT-JOIN2')

  expect(await stateOf(draftId)).toMatchObject({ state: 'MERGED', mergedIntoId: challengeId })
  const owners = await database.prisma.challengeOwner.findMany({ where: { challengeId } })
  expect(owners).toMatchObject([{ unitCode: 'A', personId: lan.personId }])
  const moves = await database.prisma.challengeTransition.findMany({ where: { challengeId: draftId } })
  expect(moves).toMatchObject([{ from: 'DRAFT', to: 'MERGED', actorId: lan.personId, actedAs: 'author' }])

  const named = { title: 'Giảm thời gian chờ tại bộ phận một cửa', code: 'BT-JOIN2' }
  for (const owner of [minh, leadOfB]) {
    expect(await noticesTo(database, owner.personId)).toEqual([
      kinTexts.noticeToOwner('Phường An Khánh', named),
    ])
  }
  expect(await noticesTo(database, leadOfA.personId)).toEqual([kinTexts.noticeToLead(named, 'Phường Bàn Cờ')])
  expect(await noticesTo(database, lan.personId)).toEqual([])

  const second = await createStatement(database, { author: lan, unitCode: 'A', answers })
  expect(await join(lan, challengeId, second)).toMatchObject({ status: 'refused', why: 'own_unit' })
  expect((await stateOf(second)).state).toBe('DRAFT')
})

test('who may not, or comes too late, is told, and their draft stays as it was', async () => {
  const open = await createStatement(database, { author: minh, unitCode: 'B', state: 'SUBMITTED', answers })
  const closed = await createStatement(database, { author: minh, unitCode: 'B', state: 'WITHDRAWN', answers })
  const draftId = await createStatement(database, { author: lan, unitCode: 'A', answers })
  const guest = await createPerson(database)
  const ofGuest = await createStatement(database, { author: guest, answers })
  expect(await join(guest, open, ofGuest)).toMatchObject({ why: 'not_of_unit' })
  expect(await join(lan, open, draftId, 'B')).toMatchObject({ why: 'not_of_unit' })
  expect(await join(lan, closed, draftId)).toMatchObject({ why: 'not_open' })
  expect(await join(lan, randomUUID(), draftId)).toMatchObject({ why: 'not_open' })
  expect(await join(minh, open, draftId, 'B')).toMatchObject({ why: 'own_unit' })
  expect(await join(leadOfA, open, draftId)).toMatchObject({ why: 'not_movable' })
  for (const id of [draftId, ofGuest]) expect(await stateOf(id)).toMatchObject({ state: 'DRAFT', answers })
  expect(await database.prisma.challengeOwner.count({ where: { challengeId: open } })).toBe(0)
  expect(await database.prisma.delivery.count()).toBe(0)
})

test('two taps merge the draft once', async () => {
  const challengeId = await createStatement(database, {
    author: minh,
    unitCode: 'B',
    state: 'SUBMITTED',
    answers,
  })
  const draftId = await createStatement(database, { author: lan, unitCode: 'A', answers })
  const both = await Promise.all([join(lan, challengeId, draftId), join(lan, challengeId, draftId)])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['joined', 'refused'])
  expect(await database.prisma.challengeTransition.count({ where: { challengeId: draftId } })).toBe(1)
})

test.runIf(backend === 'postgres')('a statement that is just being withdrawn takes no draft', async () => {
  const challengeId = await createStatement(database, {
    author: minh,
    unitCode: 'B',
    state: 'SUBMITTED',
    answers,
  })
  const draftId = await createStatement(database, { author: lan, unitCode: 'A', answers })
  let joined: ReturnType<typeof join> | undefined
  await database.prisma.$transaction(async (tx) => {
    await tx.challenge.update({ where: { id: challengeId }, data: { state: 'WITHDRAWN' } })
    joined = join(lan, challengeId, draftId)
    await untilWaiting(tx, joined)
  })
  expect(await joined).toMatchObject({ status: 'refused', why: 'not_open' })
  expect((await stateOf(draftId)).state).toBe('DRAFT')
})
