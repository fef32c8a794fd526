import type { Transaction } from '../db.ts'
import type { Answers } from '../forms/form.ts'
import type { Grant } from '../people/roles.ts'
import { unitTexts } from '../texts/units.ts'
import { parseUnitKind } from '../units/unit.ts'
import { partiesOf } from './parties.ts'
import { type PublicText, readPublicText } from './publish-version.ts'
import { readAnswers } from './read-answers.ts'
import { problemStatementForm } from './statement-form.ts'
import { titleOf } from './title-of.ts'
import { type ChallengeState, type Party, parseChallengeState } from './transitions.ts'

/** A statement as somebody who has to do with it may read it, and as what they may act on it. */
export type ReadChallenge = {
  id: string
  code: string
  title: string
  state: ChallengeState
  unitCode: string | null
  unitName: string | null
  authorId: string
  answers: Answers
  formVersion: number
  revision: number
  publicText: PublicText | null
  contact: string | null
  deadline: Date | null
  publishAt: Date | null
  version: number
  /** Since when it is in its state. */
  since: Date
  parties: readonly Party[]
}

type Reader = { id: string; actor: readonly Grant[] }

/**
 * The statement of this id or code, whole, for its author, the leads of its unit and the programme's staff, each from the
 * state on in which it came to them; null for everybody else, and where there is none. Who has nothing to do with a
 * statement does not learn that it exists.
 */
export async function readChallenge(
  db: Transaction,
  which: { id: string } | { code: string },
  reader: Reader,
): Promise<ReadChallenge | null> {
  const row = await db.challenge.findUnique({
    where: which,
    include: {
      unit: true,
      transitions: { orderBy: { id: 'desc' }, select: { from: true, to: true, at: true } },
    },
  })
  if (row === null) return null
  const state = parseChallengeState(row.state)
  const parties = partiesOf(row, { personId: reader.id, grants: reader.actor })
  const reached = new Set(row.transitions.map(({ to }) => to))
  if (!maySee({ state, reached }, parties)) return null
  const { unit } = row
  return {
    ...row,
    state,
    parties,
    title: titleOf(row),
    unitName: unit && unitTexts.name({ ...unit, kind: parseUnitKind(unit.kind) }),
    answers: readAnswers(row),
    formVersion: problemStatementForm.version,
    publicText: readPublicText(row.publicText),
    since: row.transitions.find(({ from, to }) => from !== to)?.at ?? row.createdAt,
  }
}

type Seen = { state: ChallengeState; reached: ReadonlySet<string> }

/**
 * A draft is its author's alone; one that came back is theirs and their unit's again. What was withdrawn or merged is
 * known to those whom it had reached.
 */
function maySee({ state, reached }: Seen, parties: readonly Party[]): boolean {
  if (parties.includes('author')) return true
  if (state === 'DRAFT') return false
  const isGone = state === 'WITHDRAWN' || state === 'MERGED'
  const reachedStaff = reached.has('SUBMITTED')
  if (parties.includes('unit_lead')) return !isGone || reachedStaff || reached.has('UNIT_REVIEW')
  if (!parties.includes('programme_staff') && !parties.includes('admin')) return false
  if (state === 'UNIT_REVIEW' || state === 'RETURNED') return false
  return !isGone || reachedStaff
}
