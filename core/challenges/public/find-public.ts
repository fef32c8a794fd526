import { type Sql, sql, type Transaction } from '../../db.ts'
import { parseUnitKind } from '../../units/unit.ts'
import { readPublicText } from '../publish-version.ts'
import { parseChallengeState } from '../transitions.ts'
import { PUBLIC_STATES, type PublicChallenge } from './public-challenge.ts'

/** What to list. Lists that are empty ask for nothing; `ids` null: any. `openAt`: only those still open then. */
export type PublicFilter = {
  fields: readonly string[]
  unitCodes: readonly string[]
  ids: readonly string[] | null
  openAt: Date | null
}

export async function findPublicByCode(db: Transaction, code: string): Promise<PublicChallenge | null> {
  return one(await read(db, sql`c.code = ${code}`))
}

export async function findPublicById(db: Transaction, id: string): Promise<PublicChallenge | null> {
  return one(await read(db, sql`c.id = ${id}::uuid`))
}

/**
 * A page of the public challenges a filter leaves, and how many there are: the open ones first, by what ends next; the
 * others newest first. With `ids` in the order of those.
 */
export async function listPublic(
  db: Transaction,
  filter: PublicFilter,
  page: { from: number; count: number; now: Date },
): Promise<{ challenges: PublicChallenge[]; total: number }> {
  const { fields, unitCodes, ids, openAt } = filter
  const where = sql`
    (${fields.length === 0} or v.field = any(${[...fields]}::text[]))
    and (${unitCodes.length === 0} or v."unitCode" = any(${[...unitCodes]}::text[]) or exists (
      select from "ChallengeOwner" o where o."challengeId" = c.id and o."unitCode" = any(${[...unitCodes]}::text[])))
    and (${ids === null} or c.id = any(${[...(ids ?? [])]}::uuid[]))
    and (${openAt === null} or (c.state = 'PUBLISHED' and (v.deadline is null or v.deadline > ${openAt}::timestamptz)))`
  const challenges = await read(
    db,
    where,
    sql`order by array_position(${[...(ids ?? [])]}::uuid[], c.id),
      (c.state = 'PUBLISHED' and (v.deadline is null or v.deadline > ${page.now}::timestamptz)) desc,
      case when v.deadline > ${page.now}::timestamptz then v.deadline end asc nulls last, v."publishedAt" desc, c.code
      limit ${page.count} offset ${page.from}`,
  )
  const [counted] = await db.$queryRaw<{ total: number }[]>(
    sql`select count(*)::int as total ${FROM} where ${IS_PUBLIC} and ${where}`,
  )
  return { challenges, total: counted?.total ?? 0 }
}

/** All public challenges. For the index. */
export const findAllPublic = (db: Transaction): Promise<PublicChallenge[]> => read(db, sql`true`)

const IS_PUBLIC = sql`c.version > 0 and c.state = any(${PUBLIC_STATES}::text[])`
const FROM = sql`
  from "Challenge" c join "ChallengeVersion" v on v."challengeId" = c.id and v.version = c.version
  left join "Unit" u on u.code = v."unitCode"`

type Row = {
  id: string
  code: string
  version: number
  state: string
  title: string
  field: string
  unitKind: string | null
  unitName: string | null
  contact: string
  deadline: Date | null
  text: unknown
}

async function read(
  db: Transaction,
  where: Sql,
  order: Sql = sql`order by c.code`,
): Promise<PublicChallenge[]> {
  const rows = await db.$queryRaw<Row[]>(sql`
    select c.id, c.code, c.version, c.state, v.title, v.field, u.kind as "unitKind", u.name as "unitName",
      v.contact, v.deadline, v.text ${FROM} where ${IS_PUBLIC} and ${where} ${order}`)
  return rows.map(({ unitKind, unitName, ...row }) => ({
    ...row,
    state: parseChallengeState(row.state),
    unit: unitKind === null || unitName === null ? null : { kind: parseUnitKind(unitKind), name: unitName },
    text: readPublicText(row.text) ?? {},
  }))
}

const one = ([first]: PublicChallenge[]): PublicChallenge | null => first ?? null
