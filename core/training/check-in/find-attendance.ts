import type { Transaction } from '../../db.ts'
import { parseUnitKind, type UnitKind } from '../../units/unit.ts'
import { wordsOf } from '../topic-words.ts'

/** Somebody on the list of a session. */
export type Attendee = {
  id: string
  name: string | null
  unit: { kind: UnitKind; name: string } | null
  state: 'registered' | 'attended' | 'waiting' | 'offered'
}

const LISTED = ['registered', 'attended', 'waiting', 'offered'] as const

/**
 * Everybody who may be ticked on a session's list, by unit and name. `words`: only those with all of them in the name or
 * the unit's name, whatever their marks.
 */
export async function findAttendance(
  tx: Transaction,
  { sessionId, words }: { sessionId: string; words: string | null },
): Promise<Attendee[]> {
  const rows = await tx.registration.findMany({
    where: { sessionId, state: { in: [...LISTED] } },
    select: { id: true, name: true, state: true, unit: { select: { kind: true, name: true } } },
  })
  const wanted = words === null ? [] : wordsOf(words)
  return rows
    .flatMap(({ state, unit, ...row }) => {
      const listed = LISTED.find((each) => each === state)
      const known = unit && { ...unit, kind: parseUnitKind(unit.kind) }
      return listed === undefined ? [] : [{ ...row, state: listed, unit: known }]
    })
    .filter(({ name, unit }) => {
      const stand = wordsOf(`${name ?? ''} , ${unit?.name ?? ''}`)
      return wanted.every((word) => stand.includes(word) || KIND_WORDS.has(word))
    })
    .toSorted(inOrder)
}

/** "phường Bến Nghé": the kind is no part of the name. */
const KIND_WORDS = new Set(['phuong', 'xa', 'dac', 'khu', 'p', 'x'])

const { compare } = new Intl.Collator('vi')
const inOrder = (a: Attendee, b: Attendee) =>
  compare(a.unit?.name ?? '', b.unit?.name ?? '') ||
  compare(a.name ?? '', b.name ?? '') ||
  (a.id < b.id ? -1 : 1)
