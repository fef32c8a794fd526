import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Writer } from '../../core/dialogue.ts'
import { publishDue } from '../../jobs/handlers/publish-due.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { backends } from '../support/database.ts'
import { createPerson, createStatement, createUnits, inWords, noticesTo } from '../support/statement-rows.ts'

// On a server where there is one: only there two of them really run at once.
const backend = backends.includes('postgres') ? 'postgres' : 'embedded'

let core: TestCore
let lan: Writer
let thu: Writer

beforeAll(async () => {
  core = await openTestCore(backend)
  await createUnits(core.database, { A: 'An Khánh' })
  lan = await createPerson(core.database, { role: 'official', unitCode: 'A' })
  thu = await createPerson(core.database, { role: 'programme_staff' })
})
afterAll(() => core.close())
beforeEach(async () => {
  await core.database.prisma.delivery.deleteMany()
})

const at = (time: string) => new Date(`${time.replace(' ', 'T')}:00+07:00`)
const runAt = (time: string) => publishDue({ ...core.deps, now: () => at(time) })
const answers = inWords({ title: 'Giảm ngập ở các hẻm thấp', problem: 'Mưa lớn là ngập.' })

async function approved(publishAt: string, deadline: string, code: string): Promise<string> {
  const id = await createStatement(core.database, {
    ...{ author: lan, unitCode: 'A', state: 'APPROVED', answers, code },
    ...{ publishAt: at(publishAt), deadline: at(deadline) },
  })
  const publicText = { title: 'Giảm ngập ở các hẻm thấp', problem: 'Mưa lớn là ngập.' }
  const contact = 'Văn phòng UBND phường An Khánh'
  await core.database.prisma.challenge.update({ where: { id }, data: { publicText, contact } })
  return id
}
const rowOf = (id: string) =>
  core.database.prisma.challenge.findUniqueOrThrow({ where: { id }, include: { versions: true } })

test('a statement set for New Year morning comes out then, once, by two processes', async () => {
  const id = await approved('2027-01-01 08:00', '2027-02-28 23:59', 'BT-TET22')
  await runAt('2026-12-31 23:59')
  expect((await rowOf(id)).state).toBe('APPROVED')
  await Promise.all([runAt('2027-01-01 08:00'), runAt('2027-01-01 08:00')])
  const row = await rowOf(id)
  expect(row).toMatchObject({ state: 'PUBLISHED', version: 1, publishedAt: at('2027-01-01 08:00') })
  expect(row.versions).toHaveLength(1)
  const moves = await core.database.prisma.challengeTransition.findMany({ where: { challengeId: id } })
  expect(moves).toMatchObject([{ from: 'APPROVED', to: 'PUBLISHED', actedAs: 'system', actorId: null }])
  expect((await noticesTo(core.database, lan.personId)).join()).toContain('BT-TET22')
})

test('what lacks something by then stays, staff are told once, and the next one still comes out', async () => {
  const late = await approved('2027-03-01 08:00', '2027-02-28 23:59', 'BT-MUON2')
  const good = await approved('2027-03-01 08:00', '2027-04-30 23:59', 'BT-DUNG2')
  for (const time of ['2027-03-01 08:00', '2027-03-01 08:01', '2027-03-01 08:02']) await runAt(time)
  expect((await rowOf(late)).state).toBe('APPROVED')
  expect((await rowOf(good)).state).toBe('PUBLISHED')
  const told = (await noticesTo(core.database, thu.personId)).filter((text) => text.includes('BT-MUON2'))
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('08:00 01/03/2027')
})

test('a time that staff took back is not kept', async () => {
  const id = await approved('2027-05-01 08:00', '2027-06-30 23:59', 'BT-HUY22')
  await core.database.prisma.challenge.update({ where: { id }, data: { publishAt: null } })
  await runAt('2027-05-01 08:00')
  expect((await rowOf(id)).state).toBe('APPROVED')
})
