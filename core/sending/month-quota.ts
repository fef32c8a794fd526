import type { PrismaClient } from '../db.ts'
import type { Log } from '../log.ts'
import type { Purpose } from '../message.ts'
import { startOfMonth } from '../vietnam-time.ts'
import { PRIORITY, PURPOSES } from './priority.ts'

export type QuotaUsage = { used: number; of: number }

export type MonthQuota = {
  /** Which deliveries may be claimed now: all, or replies alone when little is left. Tells staff when that nears. */
  mayClaim(): Promise<Purpose[]>
  usage(): Promise<QuotaUsage>
}

/** Parts of the month's messages in per cent: from the first staff are told, from the second replies alone go out. */
const WARNING = 80
const RESERVE = 95
/** Counting is cheap but not free; what a sender gets through in between is far less than the reserve. */
const RECOUNT_MS = 10_000

/**
 * The messages that one bot may send in a calendar month in Viet Nam (a plan of Zalo's Bot Platform; the platform has no
 * way to ask for what is left). Counted from the deliveries, so that restarts and other processes do not matter; a try
 * whose outcome is unknown counts, and a reply longer than `partLength` counts once for each part.
 */
export function createMonthQuota(deps: {
  prisma: PrismaClient
  lane: string
  of: number
  partLength: number
  log: Log
  now: () => Date
}): MonthQuota {
  const { lane, of, log, now } = deps
  let counted = { used: 0, at: Number.NEGATIVE_INFINITY }
  let told = { month: 0, percent: 0 }

  const usage = async (): Promise<QuotaUsage> => {
    const at = now().getTime()
    if (at - counted.at >= RECOUNT_MS) counted = { used: await countMessages(deps, startOfMonth(now())), at }
    return { used: counted.used, of }
  }

  const tell = (used: number) => {
    const month = startOfMonth(now()).getTime()
    if (month !== told.month) told = { month, percent: 0 }
    const percent = [RESERVE, WARNING].find((step) => used >= (of * step) / 100) ?? 0
    if (percent <= told.percent) return
    told.percent = percent
    log.error('quota.nearly_used', { lane, percent, used, of })
  }

  return {
    usage,
    async mayClaim() {
      const { used } = await usage()
      tell(used)
      return used >= (of * RESERVE) / 100 ? ['reply'] : PURPOSES
    },
  }
}

/** Priority by priority, so that the lane's index leads to this month's rows. */
async function countMessages(
  { prisma, lane, partLength }: { prisma: PrismaClient; lane: string; partLength: number },
  since: Date,
): Promise<number> {
  const [row] = await prisma.$queryRaw<{ messages: bigint }[]>`
    select coalesce(sum(greatest(1, ceil(length(body -> 'text' ->> 'text') / ${partLength}::float8))), 0)::bigint
      as messages
    from "Delivery"
    where lane = ${lane} and status in ('sent', 'unknown') and priority = any(${Object.values(PRIORITY)}::int[])
      and coalesce("sentAt", "createdAt") >= ${since}::timestamptz`
  return Number(row?.messages ?? 0)
}
