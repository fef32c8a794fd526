import type { Transaction } from '../../db.ts'
import type { Answers } from '../../forms/form.ts'
import { unitTexts } from '../../texts/units.ts'
import { parseUnitKind } from '../../units/unit.ts'
import { readPublicText } from '../publish-version.ts'
import { readAnswers } from '../read-answers.ts'
import { titleOf } from '../title-of.ts'
import { type ChallengeState, parseChallengeState } from '../transitions.ts'
import type { Likened } from './build-kin-index.ts'
import { currentKinIndex } from './current-kin-index.ts'
import { NOT_YET_SEEN_BY_OTHERS, SEEN_BY_OTHERS, SEEN_IN_UNIT } from './kin-states.ts'
import { type KinLevel, levelOf } from './measure-likeness.ts'
import type { Part } from './read-profile.ts'
import { statementParts } from './statement-parts.ts'

/** A statement that is like the one in hand. Of another unit's nothing is told but what is here. */
export type Kin = {
  challengeId: string
  code: string
  title: string
  unitName: string
  /** Of the table of transitions. */
  state: string
  level: KinLevel
  /** 0…1; see `measureLikeness`. */
  likeness: number
  /** The asker's own, one that their unit has or has joined, or another unit's. */
  whose: 'author' | 'unit' | 'other'
}

/** `unitCode`: the unit that the answers name, or that the statement belongs to. */
export type Asked = { challengeId: string; answers: Answers; unitCode: string | null }

const TITLE = 'title'
const MOST = 3
/** So many of the unit's own unfinished statements are compared, the newest first. */
const MOST_OWN = 50

/**
 * How close in meaning a statement is to each of others, 0…1 on the scale of `measureLikeness`, so that the same levels
 * hold: where a model gives vectors, whoever calls calibrates them.
 */
export type Meaning = (statement: string, others: readonly string[]) => Promise<readonly number[]>

/**
 * Finds the statements most like one in hand, the best first and at most three: those that are submitted or further, of
 * any unit, and besides them what whoever reads this one may know of (`knownBeside`). Takes the client itself, never a
 * `tx`. [] while nothing is written that could be compared. With `meaning`, the higher of both likenesses counts.
 */
export async function findKin(
  db: Transaction,
  { challengeId, answers, unitCode }: Asked,
  meaning?: Meaning,
): Promise<Kin[]> {
  const parts = statementParts(answers)
  if (parts.length === 0) return []
  const asker = await findAsker(db, { challengeId, unitCode })
  const index = await currentKinIndex(db)
  const own = (await findOwn(db, challengeId, asker)).map((row) => {
    const theirs = statementParts(readAnswers(row))
    return { id: row.id, parts: theirs, likeness: index.compare(parts, theirs) }
  })
  const likened = [...index.search(parts), ...own].filter(({ id }) => id !== challengeId)
  const weighed = meaning === undefined ? likened : await weighMeaning(parts, likened, meaning)
  const best = weighed
    .filter(({ likeness }) => levelOf(likeness) !== null)
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, MOST)
  return describe(db, best, asker)
}

async function weighMeaning(
  parts: readonly Part[],
  likened: readonly Likened[],
  meaning: Meaning,
): Promise<Likened[]> {
  const textOf = (each: readonly Part[]) => each.map(({ text }) => text).join('\n')
  const close = await meaning(
    textOf(parts),
    likened.map((each) => textOf(each.parts)),
  )
  return likened.map((each, at) => ({ ...each, likeness: Math.max(each.likeness, close[at] ?? 0) }))
}

/** `unitCode`: null where the author holds no role in the unit; naming a unit in a draft opens nothing of it. */
type Asker = { authorId: string | null; unitCode: string | null; state: ChallengeState | null }

async function findAsker(db: Transaction, { challengeId, unitCode }: Omit<Asked, 'answers'>): Promise<Asker> {
  const row = await db.challenge.findUnique({
    where: { id: challengeId },
    select: { authorId: true, state: true },
  })
  if (row === null) return { authorId: null, unitCode: null, state: null }
  const { authorId } = row
  const roles =
    unitCode === null
      ? 0
      : await db.roleGrant.count({ where: { personId: authorId, unitCode, revokedAt: null } })
  return { authorId, unitCode: roles > 0 ? unitCode : null, state: parseChallengeState(row.state) }
}

/**
 * What is known, besides what everybody may know, to all who can have this statement before them: a draft is its
 * author's alone, one within the unit is the unit's, too, and any later one is also read by the programme's staff.
 */
function knownBeside({ authorId, unitCode, state }: Asker) {
  const ofAuthor =
    state === 'DRAFT' && authorId !== null ? [{ authorId, state: { in: [...NOT_YET_SEEN_BY_OTHERS] } }] : []
  const isWithin = NOT_YET_SEEN_BY_OTHERS.some((each) => each === state)
  return [
    ...ofAuthor,
    ...(isWithin && unitCode !== null ? [{ unitCode, state: { in: [...SEEN_IN_UNIT] } }] : []),
  ]
}

/** What is not in the index, which everybody shares: it changes with every answer. */
async function findOwn(db: Transaction, challengeId: string, asker: Asker) {
  return db.challenge.findMany({
    where: { id: { not: challengeId }, keepUntil: null, OR: knownBeside(asker) },
    select: { id: true, answers: true, formVersion: true },
    orderBy: { touchedAt: 'desc' },
    take: MOST_OWN,
  })
}

async function describe(
  db: Transaction,
  best: readonly { id: string; likeness: number }[],
  asker: Asker,
): Promise<Kin[]> {
  const rows = await db.challenge.findMany({
    where: { id: { in: best.map(({ id }) => id) } },
    include: { unit: true, owners: { select: { unitCode: true } } },
  })
  return best.flatMap(({ id, likeness }) => {
    const row = rows.find((each) => each.id === id)
    const level = levelOf(likeness)
    if (row === undefined || level === null) return []
    const owned = whose(row, asker)
    // It may have been taken back since it was found.
    if (!isKnown(row, asker)) return []
    const { code, state, unit } = row
    const unitName = unit ? unitTexts.name({ ...unit, kind: parseUnitKind(unit.kind) }) : ''
    // What staff took out of a title for the public is not shown to other units either.
    const title = readPublicText(row.publicText)?.[TITLE] ?? titleOf(row)
    return [{ challengeId: id, code, state, unitName, title, level, likeness, whose: owned }]
  })
}

function isKnown(row: { authorId: string; unitCode: string | null; state: string }, asker: Asker): boolean {
  if (SEEN_BY_OTHERS.some((state) => state === row.state)) return true
  return knownBeside(asker).some(
    (known) =>
      known.state.in.some((state) => state === row.state) &&
      ('authorId' in known ? known.authorId === row.authorId : known.unitCode === row.unitCode),
  )
}

function whose(
  row: { authorId: string; unitCode: string | null; owners: { unitCode: string }[] },
  { authorId, unitCode }: Asker,
): Kin['whose'] {
  if (row.authorId === authorId) return 'author'
  const units = [row.unitCode, ...row.owners.map((owner) => owner.unitCode)]
  return unitCode !== null && units.includes(unitCode) ? 'unit' : 'other'
}
