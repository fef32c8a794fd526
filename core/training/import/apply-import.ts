import type { Transaction } from '../../db.ts'
import { courseKey } from '../course-key.ts'
import { recordChanges } from '../record-changes.ts'
import type { Seating } from '../seating.ts'
import { sessionCode } from '../training-code.ts'
import type { ImportedSession } from './imported-session.ts'
import { type Planned, planImport } from './plan-import.ts'

const IMPORT_LOCK = 7_270_003
/** Rows for one statement: PostgreSQL takes 65,535 parameters at most. */
const BATCH = 1_000

export type Applied = { created: number; changed: number; same: number }

/**
 * Makes the schedule say what the rows say, all of them or, when it throws, none. Rows that say what is there already
 * are left alone; whoever is registered for a session that changed is told of it once (`recordChanges`).
 */
export async function applyImport(
  tx: Transaction,
  sessions: readonly ImportedSession[],
  { byId, ...seating }: Seating & { byId: string | null },
): Promise<Applied> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${IMPORT_LOCK})`
  const planned = await planImport(tx, sessions)
  const courses = await writeCourses(tx, sessions, seating)
  const columns = (session: ImportedSession) => columnsOf(session, courses)

  const created = planned.filter(({ is }) => is === 'new')
  const rows = created.map(({ session }) => ({
    ...columns(session),
    state: session.state ?? 'open',
    id: seating.newId(),
    code: sessionCode(seating.newId()),
    importKey: session.key,
    checkInSecret: seating.newId(),
    createdAt: seating.now,
    changedAt: seating.now,
    changedById: byId,
  }))
  for (const batch of batches(rows)) await tx.trainingSession.createMany({ data: batch })
  const changed = planned.filter((one) => one.is === 'changed')
  for (const batch of batches(changed)) await rewrite(tx, batch, { columns, byId, now: seating.now })
  await recordChanges(tx, changed, { byId, seating })
  return {
    created: rows.length,
    changed: changed.length,
    same: planned.length - rows.length - changed.length,
  }
}

async function writeCourses(
  tx: Transaction,
  sessions: readonly ImportedSession[],
  { now, newId }: Seating,
): Promise<Map<string, string>> {
  const titles = new Map(sessions.map(({ course }) => [courseKey(course), course]))
  await tx.course.createMany({
    data: [...titles].map(([titleKey, title]) => ({ id: newId(), titleKey, title, createdAt: now })),
    skipDuplicates: true,
  })
  const found = await tx.course.findMany({ where: { titleKey: { in: [...titles.keys()] } } })
  return new Map(found.map(({ titleKey, id }) => [titleKey, id]))
}

function columnsOf(session: ImportedSession, courses: Map<string, string>) {
  const { row: _row, key: _key, notes: _notes, state: _state, course, times, ...rest } = session
  const startsAt = times[0]?.from
  const endsAt = times.at(-1)?.to
  const courseId = courses.get(courseKey(course))
  if (startsAt === undefined || endsAt === undefined || courseId === undefined) {
    throw new Error('an imported session has a course and a time')
  }
  const written = times.map(({ from, to }) => ({ from: from.toISOString(), to: to.toISOString() }))
  return { ...rest, courseId, times: written, startsAt, endsAt }
}

type Rewriting = { columns: (session: ImportedSession) => object; byId: string | null; now: Date }

/** Many sessions in one statement: a spreadsheet of thousands is one turn of a conversation. */
async function rewrite(
  tx: Transaction,
  batch: Extract<Planned, { is: 'changed' }>[],
  { columns, byId, now }: Rewriting,
): Promise<void> {
  const rows = batch.map(({ session, old }) => ({
    ...columns(session),
    id: old.id,
    state: session.state ?? old.state,
  }))
  await tx.$executeRaw`
    update "TrainingSession" session set
      "courseId" = row."courseId", times = row.times, "startsAt" = row."startsAt", "endsAt" = row."endsAt",
      place = row.place, link = row.link, "bridgePoint" = row."bridgePoint", trainer = row.trainer,
      topics = row.topics, materials = row.materials, tiers = row.tiers, "unitCodes" = row."unitCodes",
      seats = row.seats, "seatsPerUnit" = row."seatsPerUnit", "registerBy" = row."registerBy", state = row.state,
      "changedAt" = ${now}, "changedById" = ${byId}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      id uuid, "courseId" uuid, times jsonb, "startsAt" timestamptz, "endsAt" timestamptz, place text, link text,
      "bridgePoint" text, trainer text, topics text[], materials text[], tiers text[], "unitCodes" text[],
      seats int, "seatsPerUnit" int, "registerBy" timestamptz, state text
    )
    where session.id = row.id`
}

const batches = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / BATCH) }, (_, at) => list.slice(at * BATCH, (at + 1) * BATCH))
