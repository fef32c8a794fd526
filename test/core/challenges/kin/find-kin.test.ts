import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { findKin } from '../../../../core/challenges/kin/find-kin.ts'
import { CHALLENGE_STATES, type ChallengeState } from '../../../../core/challenges/transitions.ts'
import type { Writer } from '../../../../core/dialogue.ts'
import { backends, openTestDatabase, type TestDatabase } from '../../../support/database.ts'
import { createPerson, createStatement, createUnits, inWords } from '../../../support/statement-rows.ts'

const backend = backends.includes('postgres') ? 'postgres' : 'embedded'

let database: TestDatabase
let lan: Writer
let minh: Writer

beforeAll(async () => {
  database = await openTestDatabase(backend)
  await createUnits(database, { A: 'An Khánh', B: 'Bàn Cờ' })
  lan = await createPerson(database, { role: 'official', unitCode: 'A' })
  minh = await createPerson(database, { role: 'official', unitCode: 'B' })
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.prisma.challengeOwner.deleteMany()
  await database.prisma.challenge.deleteMany()
})

const queue = inWords({
  title: 'Giảm thời gian chờ tại bộ phận một cửa',
  problem: 'Người dân phải chờ trung bình 45 phút khi nộp hồ sơ, giờ cao điểm xếp hàng ra hành lang.',
})
const asked = inWords({
  problem: 'Ba con den nop ho so o mot cua phai xep hang, cho lau ca tieng dong ho moi toi luot.',
})
const kinOf = async (draftId: string, unitCode: string | null = 'A') =>
  findKin(database.prisma, { challengeId: draftId, answers: asked, unitCode })
const draftOfLan = () => createStatement(database, { author: lan, unitCode: 'A', answers: asked })

test('a ward hears of the same problem in another ward, and of nothing but its title, unit and code', async () => {
  await createStatement(database, {
    author: minh,
    unitCode: 'B',
    state: 'SUBMITTED',
    answers: queue,
    code: 'BT-22222',
  })
  const [kin, ...more] = await kinOf(await draftOfLan())
  expect(kin).toMatchObject({ code: 'BT-22222', unitName: 'Phường Bàn Cờ', level: 'same', whose: 'other' })
  expect(kin?.title).toBe('Giảm thời gian chờ tại bộ phận một cửa')
  expect(more).toEqual([])
  expect(JSON.stringify(kin)).not.toContain('45 phút')
})

test('of every state, only what is submitted and further is shown to others', async () => {
  for (const state of CHALLENGE_STATES) {
    await database.prisma.challenge.deleteMany()
    const draftId = await draftOfLan()
    await createStatement(database, { author: minh, unitCode: 'B', state, answers: queue })
    const isHidden = [
      'DRAFT',
      'UNIT_REVIEW',
      'RETURNED',
      'WITHDRAWN',
      'MERGED',
      'CANCELLED',
      'SUPERSEDED',
    ].includes(state)
    expect(await kinOf(draftId), state).toHaveLength(isHidden ? 0 : 1)
  }
})

test("the author's own draft and the unit's are told as such, but not what was given up", async () => {
  const colleague = await createPerson(database, { role: 'official', unitCode: 'A' })
  const draftId = await draftOfLan()
  await createStatement(database, { author: lan, answers: queue, code: 'BT-OWN22' })
  await createStatement(database, { author: lan, answers: queue, keepUntil: new Date() })
  await createStatement(database, {
    author: colleague,
    unitCode: 'A',
    state: 'UNIT_REVIEW',
    answers: queue,
    code: 'BT-UNIT2',
  })
  await createStatement(database, { author: colleague, unitCode: 'A', answers: queue, code: 'BT-SHY22' })
  const found = await kinOf(draftId)
  expect(found.map(({ code, whose }) => `${code} ${whose}`).toSorted()).toEqual([
    'BT-OWN22 author',
    'BT-UNIT2 unit',
  ])
})

test('naming a unit in a draft opens nothing of what that unit has under way', async () => {
  const draftId = await draftOfLan()
  for (const state of ['UNIT_REVIEW', 'RETURNED'] as const)
    await createStatement(database, { author: minh, unitCode: 'B', state, answers: queue })
  expect(await kinOf(draftId, 'B')).toEqual([])
})

test('who reads a statement hears nothing of what only its author, or only its unit, may know', async () => {
  await createStatement(database, { author: lan, unitCode: 'A', answers: queue, code: 'BT-SHY22' })
  await createStatement(database, {
    author: lan,
    unitCode: 'A',
    state: 'RETURNED',
    answers: queue,
    code: 'BT-UNIT2',
  })
  const seen = async (state: ChallengeState) => {
    const id = await createStatement(database, { author: lan, unitCode: 'A', state, answers: asked })
    const found = await kinOf(id)
    await database.prisma.challenge.delete({ where: { id } })
    return found.map(({ code }) => code).toSorted()
  }
  expect(await seen('DRAFT')).toEqual(['BT-SHY22', 'BT-UNIT2'])
  expect(await seen('UNIT_REVIEW')).toEqual(['BT-UNIT2'])
  expect(await seen('SUBMITTED')).toEqual([])
  expect(await seen('PUBLISHED')).toEqual([])
})

test('a statement that the unit has joined counts as its own', async () => {
  const id = await createStatement(database, {
    author: minh,
    unitCode: 'B',
    state: 'PUBLISHED',
    answers: queue,
  })
  const { personId } = lan
  await database.prisma.challengeOwner.create({
    data: { challengeId: id, unitCode: 'A', personId, at: new Date() },
  })
  expect((await kinOf(await draftOfLan()))[0]?.whose).toBe('unit')
})

test('what comes, changes and goes is noticed at once', async () => {
  const draftId = await draftOfLan()
  expect(await kinOf(draftId)).toEqual([])
  const id = await createStatement(database, {
    author: minh,
    unitCode: 'B',
    state: 'SUBMITTED',
    answers: queue,
  })
  expect(await kinOf(draftId)).toHaveLength(1)
  const dogs = inWords({ title: 'Chó thả rông cắn người', problem: 'Sáu tháng có 52 ca bị chó cắn.' })
  await database.prisma.challenge.update({ where: { id }, data: { answers: dogs, revision: 1 } })
  expect(await kinOf(draftId)).toEqual([])
  await database.prisma.challenge.update({ where: { id }, data: { answers: queue, revision: 2 } })
  expect(await kinOf(draftId)).toHaveLength(1)
  await database.prisma.challenge.update({ where: { id }, data: { state: 'WITHDRAWN', revision: 3 } })
  expect(await kinOf(draftId)).toEqual([])
})

test('at most three are told, the likest first', async () => {
  for (const at of [1, 2, 3, 4]) {
    const answers = { ...queue, ...inWords({ causes: `Nguyên nhân thứ ${'khác '.repeat(at)}` }) }
    await createStatement(database, { author: minh, unitCode: 'B', state: 'PUBLISHED', answers })
  }
  const found = await kinOf(await draftOfLan())
  expect(found).toHaveLength(3)
  expect(found.map(({ likeness }) => likeness)).toEqual(
    found.map(({ likeness }) => likeness).toSorted((a, b) => b - a),
  )
})

test('the title that staff redacted is the one that others see', async () => {
  const id = await createStatement(database, {
    author: minh,
    unitCode: 'B',
    state: 'PUBLISHED',
    answers: queue,
  })
  await database.prisma.challenge.update({
    where: { id },
    data: { publicText: { title: 'Bớt chờ ở một cửa' } },
  })
  expect((await kinOf(await draftOfLan()))[0]?.title).toBe('Bớt chờ ở một cửa')
})

test('a statement of which nothing is written has no kin, and one without a unit finds others', async () => {
  await createStatement(database, { author: minh, unitCode: 'B', state: 'PUBLISHED', answers: queue })
  const draftId = await draftOfLan()
  expect(await findKin(database.prisma, { challengeId: draftId, answers: {}, unitCode: 'A' })).toEqual([])
  expect(await kinOf(draftId, null)).toHaveLength(1)
})

test('where vectors are at hand, the closer of both likenesses counts', async () => {
  const trees = inWords({
    title: 'Cây xanh gãy đổ',
    problem: 'Cây lớn gãy đổ khi mưa, người dân phải chờ lâu.',
  })
  await createStatement(database, { author: minh, unitCode: 'B', state: 'PUBLISHED', answers: trees })
  const challengeId = await draftOfLan()
  const of = { challengeId, answers: asked, unitCode: 'A' }
  const seen: string[] = []
  const found = await findKin(database.prisma, of, async (statement, others) => {
    seen.push(statement, ...others)
    return others.map(() => 0.9)
  })
  expect(found).toMatchObject([{ level: 'same', likeness: 0.9 }])
  expect(seen[0]).toContain('xep hang')
  expect(seen[1]).toContain('Cây xanh')
})
