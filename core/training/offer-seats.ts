import type { Transaction } from '../db.ts'
import { schedule } from '../outbox.ts'
import { afterQuietHours, DEFAULT_QUIET_HOURS, type QuietHours } from '../quiet-hours.ts'
import { countTaken } from './count-taken.ts'
import type { SeatRules } from './hold-session.ts'
import { SEATED } from './registration-states.ts'
import type { Seating } from './seating.ts'

const HOUR_MS = 3_600_000
/** How long a seat is kept for who is offered it (our proposal, as pretix and Hi.Events do it by default). */
const LONGEST_OFFER_MS = 24 * HOUR_MS
/** With less time than this before the start nobody can still come. */
const SHORTEST_OFFER_MS = HOUR_MS / 2

/**
 * Until when a seat that became free is kept: 24 hours from when the person can be told, near the start half of the
 * time that is left, so that the next one has a chance too, and never until an hour of the night, in which nobody else
 * could be told. Null when it is too late to offer anything.
 */
export function offerUntil(startsAt: Date, now: Date, quiet: QuietHours = DEFAULT_QUIET_HOURS): Date | null {
  const told = afterQuietHours(now, quiet).getTime()
  const left = startsAt.getTime() - told
  if (left < SHORTEST_OFFER_MS) return null
  const until = new Date(told + Math.max(SHORTEST_OFFER_MS, Math.min(LONGEST_OFFER_MS, left / 2)))
  const morning = afterQuietHours(until)
  return morning <= startsAt ? morning : until
}

/**
 * Ends offers whose time is over and offers every free seat to the waiting list, lowest number first; who is of a unit
 * that has all its seats keeps the place and the next one is asked. The session's row has to be held (`holdSession`).
 * Whoever is concerned is told by a job that is scheduled here.
 */
export async function settleSeats(tx: Transaction, rules: SeatRules, seating: Seating): Promise<void> {
  await lapseOffers(tx, rules.id, seating)
  if (rules.state !== 'open') return
  const taken = await countTaken(tx, rules.id, null)
  const free = rules.seats === null ? await countWaiting(tx, rules.id) : rules.seats - taken.all
  const late: string[] = []
  let offered = 0
  while (offered < free) {
    const next = await findNext(tx, rules, late)
    if (next === null) break
    const until = offerUntil(rules.startsAt, seating.now, next.quiet)
    if (until === null) {
      late.push(next.id)
      continue
    }
    const { revision } = await tx.registration.update({
      where: { id: next.id },
      data: {
        ...{ state: 'offered', offeredUntil: until, changedAt: seating.now },
        revision: { increment: 1 },
      },
    })
    const payload = { registrationId: next.id, revision }
    await schedule(tx, { job: 'training-tell', payload }, { lane: 'waiting' })
    offered++
  }
}

type Waiting = { id: string; quiet: QuietHours }

/** Who is next and has not been passed over, and when they are not to be disturbed. */
async function findNext(
  tx: Transaction,
  { id, seatsPerUnit }: SeatRules,
  passedOver: string[],
): Promise<Waiting | null> {
  const [next] = await tx.$queryRaw<{ id: string; from: number | null; to: number | null }[]>`
    select waiting.id, preference."quietFrom" as from, preference."quietTo" as to
    from "Registration" waiting
    left join "AlertPreference" preference
      on preference."personId" = coalesce(waiting."personId", waiting."registeredById")
    where waiting."sessionId" = ${id}::uuid and waiting.state = 'waiting' and waiting.id <> all(${passedOver}::uuid[])
      and (${seatsPerUnit}::int is null or (
        select count(*) from "Registration" seated
        where seated."sessionId" = waiting."sessionId" and seated.state = any(${SEATED})
          and seated."unitCode" is not distinct from waiting."unitCode"
      ) < ${seatsPerUnit}::int)
    order by waiting."waitingNumber" limit 1`
  if (next === undefined) return null
  const { from, to } = next
  return { id: next.id, quiet: from === null || to === null ? DEFAULT_QUIET_HOURS : { from, to } }
}

type Telling = { registrationId: string; revision: number }

async function lapseOffers(tx: Transaction, sessionId: string, { now }: Seating): Promise<void> {
  const lapsed = await tx.$queryRaw<Telling[]>`
    update "Registration" set
      state = 'cancelled', "offeredUntil" = null, "waitingNumber" = null, "changedAt" = ${now}, revision = revision + 1
    where "sessionId" = ${sessionId}::uuid and state = 'offered' and "offeredUntil" <= ${now}
    returning id as "registrationId", revision`
  for (const one of lapsed) {
    await schedule(tx, { job: 'training-tell', payload: one }, { lane: 'waiting' })
  }
}

const countWaiting = (tx: Transaction, sessionId: string) =>
  tx.registration.count({ where: { sessionId, state: 'waiting' } })
