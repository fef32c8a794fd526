import { fanOutPage } from '../../core/alerts/fan-out-page.ts'
import type { Deps } from '../../core/deps.ts'
import { currentNotice } from '../../core/people/current-notice.ts'
import { PRIORITY } from '../../core/sending/priority.ts'

/** On a server a page of this size takes some tenths of a second; the embedded database has one session for everybody. */
const PAGE = { server: 5_000, embedded: 500, memory: 500 }

/** Settles one page of a campaign's audience and schedules the next. Run again, it finds the page settled. */
export async function fanOutAlert(
  { campaignId, page }: { campaignId: string; page: number },
  { database, settings, now, log }: Deps,
): Promise<void> {
  const started = Date.now()
  await database.prisma.$transaction((tx) =>
    fanOutPage(tx, {
      campaignId: BigInt(campaignId),
      page,
      size: PAGE[database.kind],
      now: now(),
      noticeVersion: currentNotice(settings).version,
      priorityOf: (purpose) => PRIORITY[purpose],
    }),
  )
  if (isPowerOfFour(page + 1)) await database.prisma.$executeRaw`analyze "Delivery"`
  log.info('alert.page_settled', { campaign: campaignId, page, ms: Date.now() - started })
}

/**
 * The senders look for what is due among rows that were not there a second ago. Until PostgreSQL has counted them it
 * takes them for few, and sorts all of them at every look; the embedded database never counts by itself.
 */
const isPowerOfFour = (page: number) => Number.isInteger(Math.log2(page) / 2)
