import type { Transaction } from '../../db.ts'
import type { RegistrationState } from '../registration-states.ts'

type Marking = {
  sessionId: string
  registrationIds: string[]
  how: 'code' | 'list'
  /** Who typed the code or ticked the list. */
  byId: string
  now: Date
}

/** A code lets in who has a seat; staff at the door let in who waits for one, too. */
const MAY_BECOME_PRESENT: Record<Marking['how'], RegistrationState[]> = {
  code: ['registered'],
  list: ['registered', 'waiting', 'offered'],
}

/**
 * Marks people of one session as there, and notes it. Gives the registrations that were not marked before: of two who do
 * the same at once, one gets them.
 */
export async function markPresent(
  tx: Transaction,
  { sessionId, registrationIds, how, byId, now }: Marking,
): Promise<string[]> {
  const marked = await tx.$queryRaw<{ id: string }[]>`
    with marked as (
      update "Registration" set
        state = 'attended', "attendedAt" = ${now}, "changedAt" = ${now}, "offeredUntil" = null, "waitingNumber" = null
      where "sessionId" = ${sessionId}::uuid and id = any(${registrationIds}::uuid[])
        and state = any(${MAY_BECOME_PRESENT[how]})
      returning id
    )
    insert into "AttendanceEntry" ("registrationId", kind, how, "byId", at)
    select id, 'present', ${how}, ${byId}::uuid, ${now} from marked
    returning "registrationId" as id`
  return marked.map(({ id }) => id)
}

/** Takes it back, and notes that, too. Gives the registrations that were marked until now. */
export async function unmarkPresent(
  tx: Transaction,
  { sessionId, registrationIds, byId, now }: Omit<Marking, 'how'>,
): Promise<string[]> {
  const unmarked = await tx.$queryRaw<{ id: string }[]>`
    with unmarked as (
      update "Registration" set state = 'registered', "attendedAt" = null, "changedAt" = ${now}
      where "sessionId" = ${sessionId}::uuid and id = any(${registrationIds}::uuid[]) and state = 'attended'
      returning id
    )
    insert into "AttendanceEntry" ("registrationId", kind, how, "byId", at)
    select id, 'undone', 'list', ${byId}::uuid, ${now} from unmarked
    returning "registrationId" as id`
  return unmarked.map(({ id }) => id)
}
