import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeTexts } from '../../../core/texts/training-change.ts'
import { register } from '../../../core/training/register.ts'
import { createPeople, createSession, seatingAt } from '../../core/training/build-session.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
let code: string
beforeAll(async () => {
  scene = await openScene()
  await scene.give('thu', 'programme_staff')
  code = 'LOP-A2B3C4'
  const { id } = await createSession(scene.prisma, { code, place: 'Hội trường A', seats: 1 })
  for (const person of await createPeople(scene.prisma, 2)) {
    const who = { kind: 'self' as const, name: null, ...person }
    await scene.prisma.$transaction((tx) => register(tx, { sessionId: id, unit: null, who }, seatingAt()))
  }
})
afterAll(() => scene.close())

const session = () => scene.prisma.trainingSession.findUniqueOrThrow({ where: { code } })
const told = async () => {
  await scene.runDue()
  return scene.prisma.delivery.count({ where: { purpose: 'reminder' } })
}

test('staff give a class a new time: what will be is shown first, and everybody concerned is told once', async () => {
  expect(await scene.say('thu', `sua lop ${code}`)).toContain('1. Ngày giờ học')
  expect(await scene.say('thu', '1')).toContain(changeTexts.askTimes)
  expect(await scene.say('thu', 'hôm nào rảnh')).toContain(changeTexts.badTimes)
  const shown = await scene.say('thu', '14h-16h30 ngày 05/12/2026')
  expect(shown).toContain('Thứ bảy 05/12/2026, 14:00–16:30')
  expect(shown).toContain('2 người đã đăng ký sẽ được báo.')
  expect((await session()).revision).toBe(0)
  expect(await scene.say('thu', '1')).toBe(changeTexts.done)
  expect(await session()).toMatchObject({ revision: 1, startsAt: new Date('2026-12-05T14:00:00+07:00') })
  expect(await told()).toBe(2)
  expect(await told()).toBe(2)
})

test('one seat more is offered to who waits, and is no news for the others', async () => {
  for (const text of [`sửa lớp ${code}`, 'số chỗ', '2 chỗ', '1']) await scene.say('thu', text)
  expect(
    (await scene.prisma.registration.findMany({ orderBy: { state: 'asc' } })).map(({ state }) => state),
  ).toEqual(['offered', 'registered'])
  expect(await told()).toBe(3)
})

test('of two who change it at once, the second is told', async () => {
  for (const text of [`sửa lớp ${code}`, 'nơi học', 'Hội trường B']) await scene.say('thu', text)
  await scene.prisma.trainingSession.update({ where: { code }, data: { revision: { increment: 1 } } })
  expect(await scene.say('thu', '1')).toBe(changeTexts.changedMeanwhile)
  expect((await session()).place).toBe('Hội trường A')
})

test('a class is cancelled with a reason that people are told', async () => {
  for (const text of [`hủy lớp ${code}`, 'Giảng viên bị ốm']) await scene.say('thu', text)
  expect(await scene.say('thu', 'ghi thay doi')).toBe(changeTexts.done)
  expect(await session()).toMatchObject({ state: 'cancelled', cancelReason: 'Giảng viên bị ốm' })
  expect(await told()).toBe(5)
  expect(await scene.say('thu', `sửa lớp ${code}`)).toContain(changeTexts.isCancelled)
})

test('nobody else changes a class', async () => {
  await scene.give('lan', 'unit_lead', '26740')
  expect(await scene.say('lan', `sửa lớp ${code}`)).toContain(changeTexts.notAllowed)
  expect(await scene.say('lan', `hủy lớp ${code}`)).not.toContain(changeTexts.askReason)
})
