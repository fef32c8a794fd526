import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Mover, transition } from '../../../core/challenges/transition.ts'
import {
  CHALLENGE_STATES,
  type ChallengeState,
  type Party,
  TRANSITIONS,
} from '../../../core/challenges/transitions.ts'
import { JSON_NULL, type Transaction } from '../../../core/db.ts'
import type { Grant } from '../../../core/people/roles.ts'
import { loadUnits } from '../../../core/units/load-units.ts'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { completeAnswers, putStatement, settledCopy } from '../../support/statements.ts'

const HERE = '26740'
const ELSEWHERE = '27154'
const NOW = new Date('2026-11-23T03:00:00Z')
const REASON = 'Cần bổ sung nguồn số liệu'

let database: TestDatabase
let author: string
let colleague: string
let target: string

beforeAll(async () => {
  database = await openTestDatabase()
  await loadUnits(await readCityUnits(), { database })
  author = (await database.prisma.person.create({ data: {} })).id
  colleague = (await database.prisma.person.create({ data: {} })).id
  target = (
    await putStatement(database.prisma, { authorId: colleague, unitCode: ELSEWHERE, state: 'SUBMITTED' })
  ).id
})
afterAll(() => database.close())

const as = (personId: string, ...grants: Grant[]): Mover => ({
  ...{ personId, identityId: randomUUID(), channel: 'zalo-bot', inboundId: 7n, now: NOW, grants },
})
const official: Grant = { role: 'official', unitCode: HERE }

/** Everybody who might try, and what the table knows them as. */
const MOVERS: { who: string; by: () => Mover; parties: Party[]; member: boolean; wrote: boolean }[] = [
  {
    who: 'the author, an official of the unit',
    by: () => as(author, official),
    parties: ['author'],
    member: true,
    wrote: true,
  },
  { who: 'the author, of no unit', by: () => as(author), parties: ['author'], member: false, wrote: true },
  {
    who: 'the author, who leads the unit',
    by: () => as(author, { role: 'unit_lead', unitCode: HERE }),
    parties: ['author', 'unit_lead'],
    member: true,
    wrote: true,
  },
  {
    who: 'a lead of the unit',
    by: () => as(colleague, { role: 'unit_lead', unitCode: HERE }),
    parties: ['unit_lead'],
    member: true,
    wrote: false,
  },
  {
    who: 'a lead of another unit',
    by: () => as(colleague, { role: 'unit_lead', unitCode: ELSEWHERE }),
    parties: [],
    member: false,
    wrote: false,
  },
  {
    who: 'a colleague of the author',
    by: () => as(colleague, official),
    parties: [],
    member: true,
    wrote: false,
  },
  {
    who: 'a startup',
    by: () => as(colleague, { role: 'startup', unitCode: null }),
    parties: [],
    member: false,
    wrote: false,
  },
  {
    who: 'an expert',
    by: () => as(colleague, { role: 'expert', unitCode: null }),
    parties: [],
    member: false,
    wrote: false,
  },
  { who: 'a guest', by: () => as(colleague), parties: [], member: false, wrote: false },
  {
    who: 'programme staff',
    by: () => as(colleague, { role: 'programme_staff', unitCode: null }),
    parties: ['programme_staff'],
    member: false,
    wrote: false,
  },
  {
    who: 'an admin',
    by: () => as(colleague, { role: 'admin', unitCode: null }),
    parties: ['admin'],
    member: false,
    wrote: false,
  },
  {
    who: 'staff who wrote it for their unit',
    by: () => as(author, official, { role: 'programme_staff', unitCode: null }),
    parties: ['author', 'programme_staff'],
    member: true,
    wrote: true,
  },
  {
    who: 'the assistant',
    by: () => ({ system: true, now: NOW }),
    parties: ['system'],
    member: false,
    wrote: false,
  },
]

/** What the table promises, read without `transition`: with everything else in order, may this person move it? */
function isPromised(
  { parties, member, wrote }: (typeof MOVERS)[number],
  from: ChallengeState,
  to: ChallengeState,
) {
  return TRANSITIONS.some(
    (row) =>
      row.from === from &&
      row.to === to &&
      row.by.some((party) => parties.includes(party)) &&
      (!row.needs.includes('membership') || member) &&
      (!row.needs.includes('authorship') || wrote) &&
      (!row.needs.includes('other_hands') || !wrote),
  )
}

/** A statement of which nothing is missing for any move. */
const put = async (tx: Transaction, state: ChallengeState) => {
  const { answers, publicText, ...row } = await putStatement(tx, {
    ...{
      authorId: author,
      state,
      publicText: settledCopy(completeAnswers()),
      contact: 'Văn phòng UBND phường',
    },
    deadline: new Date('2026-12-30T16:59:00Z'),
    publishAt: new Date('2026-11-23T01:00:00Z'),
  })
  return { ...row, answers: answers ?? {}, publicText: publicText ?? {} }
}

describe.each(MOVERS)('$who', (mover) => {
  test('moves a statement exactly where the table says, and every move is on record', {
    timeout: 60_000,
  }, async () => {
    const isPerson = !mover.parties.includes('system')
    const who = { actorId: mover.wrote ? author : colleague, channel: 'zalo-bot', inboundId: 7n }
    await database.prisma.$transaction(
      async (tx) => {
        for (const from of CHALLENGE_STATES) {
          const row = await put(tx, from)
          const reached: ChallengeState[] = []
          for (const to of CHALLENGE_STATES) {
            const by = mover.by()
            const made = await transition(tx, {
              challengeId: row.id,
              to,
              by,
              reason: REASON,
              targetId: target,
            })
            if (made.status === 'refused') continue
            reached.push(to)
            expect(await tx.challenge.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
              state: to,
            })
            // The next state is tried from the same place.
            await tx.challenge.update({ where: { id: row.id }, data: { ...row, place: JSON_NULL } })
          }
          expect({ from, reached }).toEqual({
            from,
            reached: CHALLENGE_STATES.filter((to) => isPromised(mover, from, to)),
          })
          expect(await tx.challenge.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
            state: from,
          })
          const records = await tx.challengeTransition.findMany({
            where: { challengeId: row.id },
            orderBy: { id: 'asc' },
          })
          expect(records.map(({ to }) => to)).toEqual(reached)
          for (const record of records) {
            expect(mover.parties).toContain(record.actedAs)
            expect(record).toMatchObject({ from, at: NOW, reason: REASON, ...(isPerson ? who : NOBODY) })
          }
        }
      },
      { timeout: 60_000 },
    )
  })
})

const NOBODY = { actorId: null, identityId: null, channel: null, inboundId: null }

test('no row of the table is without somebody who may take it', () => {
  const unused = TRANSITIONS.filter(({ from, to }) => !MOVERS.some((mover) => isPromised(mover, from, to)))
  expect(unused).toEqual([])
})
