import type { Transaction } from '../db.ts'
import { holdSession } from './hold-session.ts'
import { settleSeats } from './offer-seats.ts'
import { ACTIVE, parseRegistrationState, type RegistrationState } from './registration-states.ts'
import type { Seating } from './seating.ts'

/** Whose registration it is to decide on: the person's own, or one that they made for a colleague. */
export type Owner = { registrationId: string; personId: string }

/** `was`: where it stood before. `not_yours` also for what does not exist: nothing of others is given away. */
export type Left = { status: 'left'; was: RegistrationState } | { status: 'too_late' | 'not_yours' }

/** Gives up a seat, an offer or a place on the waiting list; the seat is offered to the next at once. */
export async function leave(tx: Transaction, owner: Owner, seating: Seating): Promise<Left> {
  const found = await findOwn(tx, owner)
  if (found === null) return { status: 'not_yours' }
  const rules = await holdSession(tx, found.sessionId)
  if (rules === null || rules.startsAt <= seating.now) return { status: 'too_late' }
  const [before] = await tx.$queryRaw<{ state: string }[]>`
    select state from "Registration" where id = ${owner.registrationId}::uuid`
  const { count } = await tx.registration.updateMany({
    where: { id: owner.registrationId, state: { in: ACTIVE } },
    data: {
      state: 'cancelled',
      offeredUntil: null,
      waitingNumber: null,
      changedAt: seating.now,
      revision: { increment: 1 },
    },
  })
  if (count === 0 || before === undefined) return { status: 'too_late' }
  await settleSeats(tx, rules, seating)
  return { status: 'left', was: parseRegistrationState(before.state) }
}

export type Accepted = { status: 'registered' | 'too_late' | 'not_yours' }

/** Takes the seat that is kept. `too_late`: its time is over, or the session was cancelled meanwhile. */
export async function acceptOffer(tx: Transaction, owner: Owner, seating: Seating): Promise<Accepted> {
  const found = await findOwn(tx, owner)
  if (found === null) return { status: 'not_yours' }
  const rules = await holdSession(tx, found.sessionId)
  if (rules === null || rules.state !== 'open') return { status: 'too_late' }
  const { count } = await tx.registration.updateMany({
    where: { id: owner.registrationId, state: 'offered', offeredUntil: { gt: seating.now } },
    data: {
      state: 'registered',
      offeredUntil: null,
      waitingNumber: null,
      changedAt: seating.now,
      revision: { increment: 1 },
    },
  })
  return { status: count === 1 ? 'registered' : 'too_late' }
}

const findOwn = (tx: Transaction, { registrationId, personId }: Owner) =>
  tx.registration.findFirst({
    where: {
      id: registrationId,
      OR: [{ personId }, { personId: null, registeredById: personId }],
    },
    select: { sessionId: true },
  })
