import { randomUUID } from 'node:crypto'
import { moveChallenge } from '../../core/dialogues/challenges/move-challenge.ts'
import type { ChannelName } from '../../core/message.ts'
import { loadUnits } from '../../core/units/load-units.ts'
import { readCityUnits } from '../../core/units/read-city-units.ts'
import { openTestCore, type TestCore } from './build-deps.ts'
import type { Backend } from './database.ts'
import { giveRole, personOf } from './drafting.ts'
import { completeAnswers, putStatement, settledCopy } from './statements.ts'

export const UNIT = '26740'
export const CONTACT = 'Văn phòng UBND phường, 028 3829 0000'

/** The core with an author, two leads of the unit and two of the programme's staff, and a clock to set. */
export async function openReviewingCore(backend: Backend = 'embedded') {
  const clock = { now: new Date('2026-11-23T02:00:00Z') }
  const core = await openTestCore(backend, { now: () => clock.now })
  await loadUnits(await readCityUnits(), core)
  await giveRole(core, 'minh', 'official', UNIT)
  for (const lead of ['hoa', 'tam']) await giveRole(core, lead, 'unit_lead', UNIT)
  for (const staff of ['thu', 'son']) await giveRole(core, staff, 'programme_staff', null)
  return { core, clock }
}

type Stage = 'UNIT_REVIEW' | 'SUBMITTED' | 'APPROVED' | 'PUBLISHED'

/** A statement of Minh's that came to a stage as far as the record goes; from `APPROVED` on it is ready for the public. */
export async function statementAt(core: TestCore, stage: Stage) {
  const ready = stage === 'APPROVED' || stage === 'PUBLISHED'
  const row = await putStatement(core.database.prisma, {
    authorId: await personOf(core, 'minh'),
    ...(ready && {
      ...{ publicText: settledCopy(completeAnswers()), contact: CONTACT },
      deadline: new Date('2026-12-30T16:59:00Z'),
    }),
  })
  const stages: [Stage, string][] = [
    ['UNIT_REVIEW', 'minh'],
    ['SUBMITTED', 'hoa'],
    ['APPROVED', 'thu'],
    ['PUBLISHED', 'thu'],
  ]
  for (const [to, who] of stages.slice(0, stages.findIndex(([each]) => each === stage) + 1)) {
    await moveAs(core, who, { challengeId: row.id, to })
  }
  return row
}

/** Moves a statement as a user, without the conversation. */
export async function moveAs(
  core: TestCore,
  user: string,
  request: Omit<Parameters<typeof moveChallenge>[1], 'by'>,
) {
  const personId = await personOf(core, user)
  const channel: ChannelName = 'console'
  const by = { personId, identityId: randomUUID(), channel, inboundId: 0n, now: core.deps.now() }
  return core.database.prisma.$transaction((tx) => moveChallenge(tx, { ...request, by }))
}

/** What a user was told without having asked, the oldest first. */
export async function noticesOf(core: TestCore, user: string): Promise<string[]> {
  const rows = await core.database.prisma.delivery.findMany({
    where: { personId: await personOf(core, user), inboundId: null, key: { startsWith: 'challenge-' } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ body }) => (body as { text: { text: string } }).text.text)
}

export const stateOf = async (core: TestCore, id: string) =>
  (await core.database.prisma.challenge.findUniqueOrThrow({ where: { id } })).state

/** The moves on record: from, to, as what. */
export async function recordOf(core: TestCore, id: string): Promise<string[]> {
  const rows = await core.database.prisma.challengeTransition.findMany({
    where: { challengeId: id },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ from, to, actedAs }) => `${from} → ${to} (${actedAs})`)
}
