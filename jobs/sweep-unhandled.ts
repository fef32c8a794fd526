import type { Deps } from '../core/deps.ts'
import { schedule } from '../core/outbox.ts'

const MOST = 200

/**
 * Schedules the handling of messages that wait longer than `olderThanMs` although nobody holds their person: their
 * job was lost with its queue, or given up on. Whose work still waits in the outbox is left alone. The database is the truth; the queue only wakes workers.
 * Returns how many people were found.
 */
export async function sweepUnhandled(
  { database, log }: Pick<Deps, 'database' | 'log'>,
  olderThanMs: number,
): Promise<number> {
  const found = await database.prisma.$transaction(async (tx) => {
    const people = await tx.$queryRaw<{ personId: string }[]>`
      select distinct inbound."personId" from "Inbound" inbound
      join "Person" person on person.id = inbound."personId"
      where inbound."handledAt" is null
        and inbound."receivedAt" < now() - ${olderThanMs} * interval '1 millisecond'
        and (person."claimedUntil" is null or person."claimedUntil" < now())
        and not exists (
          select from "Outbox" waiting
          where waiting.job = 'handle-message' and waiting.payload ->> 'personId' = person.id::text)
      limit ${MOST}`
    for (const { personId } of people) {
      await schedule(tx, { job: 'handle-message', payload: { personId } }, { lane: 'waiting' })
    }
    return people.length
  })
  if (found > 0) log.warn('sweep.unhandled', { people: found })
  return found
}
