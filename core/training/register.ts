import type { Transaction } from '../db.ts'
import { countTaken, isFree } from './count-taken.ts'
import { courseKey } from './course-key.ts'
import { holdSession, type SeatRules } from './hold-session.ts'
import { settleSeats } from './offer-seats.ts'
import { ACTIVE, parseRegistrationState, type RegistrationState } from './registration-states.ts'
import type { Seating } from './seating.ts'

/** Who is to have a seat: somebody who talks to us, or a colleague whom a unit's lead named. */
export type Registrant =
  | { kind: 'self'; personId: string; identityId: string; name: string | null }
  | { kind: 'colleague'; name: string; nameKey: string; byPersonId: string; byIdentityId: string }

/** Why nobody can register (any more). */
export type Closed = 'cancelled' | 'not_open' | 'started' | 'deadline_passed'

/** `position`: how many are before one on the waiting list, and oneself: 1 is next. */
export type Registered =
  | { status: 'registered'; registrationId: string }
  | { status: 'waiting'; registrationId: string; position: number; because: 'session_full' | 'unit_full' }
  | { status: 'already'; registrationId: string; state: RegistrationState }
  | { status: 'closed'; why: Closed }
  | { status: 'not_for_unit' | 'needs_unit' | 'gone' }

/**
 * Gives one seat, or a place on the waiting list where the session or the unit has none left. Everything is counted
 * behind the session's lock, so that no seat is given twice. Asking again changes nothing.
 */
export async function register(
  tx: Transaction,
  wanted: { sessionId: string; unit: { code: string; kind: string } | null; who: Registrant },
  seating: Seating,
): Promise<Registered> {
  const rules = await holdSession(tx, wanted.sessionId)
  if (rules === null) return { status: 'gone' }
  const why = whyClosed(rules, seating.now)
  if (why !== null) return { status: 'closed', why }
  const { unit } = wanted
  if (unit === null && (isNarrow(rules) || rules.seatsPerUnit !== null)) return { status: 'needs_unit' }
  if (unit !== null && !isFor(rules, unit)) return { status: 'not_for_unit' }
  await settleSeats(tx, rules, seating)

  const known =
    (await findKnown(tx, wanted)) ?? (await takeOver(tx, wanted, seating)) ?? (await findNamed(tx, wanted))
  const state = known && parseRegistrationState(known.state)
  if (known && state !== null && state !== 'cancelled') {
    return { status: 'already', registrationId: known.id, state }
  }
  const taken = await countTaken(tx, rules.id, unit?.code ?? null)
  const free = isFree(rules, taken)
  const registrationId = known?.id ?? seating.newId()
  const waitingNumber = free ? null : await nextWaitingNumber(tx, rules.id)
  const entry = {
    ...columnsOf(wanted.who),
    unitCode: unit?.code ?? null,
    state: free ? 'registered' : 'waiting',
    waitingNumber,
    offeredUntil: null,
    changedAt: seating.now,
  }
  if (known) {
    await tx.registration.update({
      where: { id: known.id },
      data: { ...entry, revision: { increment: 1 } },
    })
  } else {
    await tx.registration.create({
      data: { ...entry, id: registrationId, sessionId: rules.id, createdAt: seating.now },
    })
  }
  if (waitingNumber === null) return { status: 'registered', registrationId }
  const position = await waitingPosition(tx, rules.id, waitingNumber)
  const isSessionFull = rules.seats !== null && taken.all >= rules.seats
  return {
    status: 'waiting',
    registrationId,
    position,
    because: isSessionFull ? 'session_full' : 'unit_full',
  }
}

/** Why nobody can register for a session at a time; null where one can. */
export function whyClosed(
  { state, startsAt, registerBy }: Pick<SeatRules, 'state' | 'startsAt' | 'registerBy'>,
  now: Date,
): Closed | null {
  if (state === 'cancelled') return 'cancelled'
  if (state !== 'open') return 'not_open'
  if (startsAt <= now) return 'started'
  return registerBy !== null && registerBy < now ? 'deadline_passed' : null
}

/** Whether a session is meant for a unit: no audience given means everybody. */
export function isFor(
  { tiers, unitCodes }: Pick<SeatRules, 'tiers' | 'unitCodes'>,
  unit: { code: string; kind: string },
): boolean {
  if (tiers.length === 0 && unitCodes.length === 0) return true
  return tiers.includes(unit.kind) || unitCodes.includes(unit.code)
}

/** How many wait with this number or a lower one. */
export async function waitingPosition(tx: Transaction, sessionId: string, number: number): Promise<number> {
  return tx.registration.count({
    where: { sessionId, state: 'waiting', waitingNumber: { lte: number } },
  })
}

const isNarrow = ({ tiers, unitCodes }: SeatRules) => tiers.length > 0 || unitCodes.length > 0

function findKnown(
  tx: Transaction,
  { sessionId, unit, who }: { sessionId: string; unit: { code: string } | null; who: Registrant },
) {
  const where =
    who.kind === 'self' ? { personId: who.personId } : { unitCode: unit?.code ?? null, nameKey: who.nameKey }
  return tx.registration.findFirst({ where: { sessionId, ...where }, select: { id: true, state: true } })
}

/** Whom the unit's lead has named already takes that seat and no second one. */
async function takeOver(
  tx: Transaction,
  { sessionId, unit, who }: { sessionId: string; unit: { code: string } | null; who: Registrant },
  { now }: Seating,
) {
  if (who.kind !== 'self' || who.name === null || unit === null) return null
  const [taken] = await tx.registration.updateManyAndReturn({
    where: {
      sessionId,
      unitCode: unit.code,
      nameKey: courseKey(who.name),
      personId: null,
      state: { in: ACTIVE },
    },
    data: { personId: who.personId, identityId: who.identityId, changedAt: now },
    select: { id: true, state: true },
  })
  return taken ?? null
}

/** Whoever registered themselves needs no second seat when the unit's lead names them, too. */
async function findNamed(
  tx: Transaction,
  { sessionId, unit, who }: { sessionId: string; unit: { code: string } | null; who: Registrant },
) {
  if (who.kind !== 'colleague' || unit === null) return null
  const own = await tx.registration.findMany({
    where: { sessionId, unitCode: unit.code, personId: { not: null }, state: { not: 'cancelled' } },
    select: { id: true, state: true, name: true },
  })
  return own.find(({ name }) => name !== null && courseKey(name) === who.nameKey) ?? null
}

/** The last number ever given and one more: who comes back after leaving is last again. */
async function nextWaitingNumber(tx: Transaction, sessionId: string): Promise<number> {
  const { _max } = await tx.registration.aggregate({ where: { sessionId }, _max: { waitingNumber: true } })
  return (_max.waitingNumber ?? 0) + 1
}

const columnsOf = (who: Registrant) =>
  who.kind === 'self'
    ? { personId: who.personId, identityId: who.identityId, name: who.name, source: 'self' }
    : {
        name: who.name,
        nameKey: who.nameKey,
        source: 'lead',
        registeredById: who.byPersonId,
        identityId: who.byIdentityId,
      }
