import { notify, type Transaction } from '../db.ts'
import { schedule } from '../outbox.ts'
import { type CampaignState, campaignState, HELD_UNTIL } from './campaign.ts'

const PAGE = 5_000

/**
 * Moves the next page of a campaign's waiting deliveries to where its state wants them, and schedules the page after it:
 * a paused one's wait without an end, a cancelled one's are withheld, one that was resumed has them due again, to be
 * looked at as any before they go. What is being sent is left alone.
 */
export async function moveRows(
  tx: Transaction,
  { campaignId, now }: { campaignId: bigint; now: Date },
): Promise<void> {
  const [campaign] = await tx.$queryRaw<{ state: string; movedTo: bigint }[]>`
    select state, "movedTo" from "Campaign" where id = ${campaignId} and "movedTo" is not null for update`
  if (campaign === undefined) return
  const page = await tx.$queryRaw<{ id: bigint }[]>`
    select id from "Delivery" where "campaignId" = ${campaignId} and status in ('pending', 'sending')
      and id > ${campaign.movedTo} order by id limit ${PAGE}`
  const last = page.at(-1)?.id ?? null
  if (last !== null) {
    await moveBetween(tx, {
      campaignId,
      after: campaign.movedTo,
      last,
      state: campaignState(campaign.state),
      now,
    })
  }
  const more = page.length === PAGE
  await tx.$executeRaw`
    update "Campaign" set "movedTo" = ${more ? last : null}::bigint, "touchedAt" = now() where id = ${campaignId}`
  const payload = { campaignId: String(campaignId) }
  if (more) await schedule(tx, { job: 'campaign-rows', payload }, { lane: 'background' })
}

type Moving = { campaignId: bigint; after: bigint; last: bigint; state: CampaignState; now: Date }

async function moveBetween(tx: Transaction, { campaignId, after, last, state, now }: Moving): Promise<void> {
  if (state === 'cancelled') {
    await tx.$executeRaw`
      update "Delivery" set status = 'withheld', failure = 'cancelled'
      where "campaignId" = ${campaignId} and status = 'pending' and id > ${after} and id <= ${last}`
    return
  }
  if (state === 'paused') {
    await tx.$executeRaw`
      update "Delivery" set "notBefore" = ${HELD_UNTIL}::timestamptz, deferral = 'campaign_paused'
      where "campaignId" = ${campaignId} and status = 'pending' and id > ${after} and id <= ${last}`
    return
  }
  const moved = await tx.$queryRaw<{ lane: string }[]>`
    with moved as (
      update "Delivery" set "notBefore" = ${now}::timestamptz
      where "campaignId" = ${campaignId} and status = 'pending' and id > ${after} and id <= ${last}
        and "notBefore" >= ${HELD_UNTIL}::timestamptz
      returning lane
    ) select distinct lane from moved`
  for (const { lane } of moved) await notify(tx, `lane:${lane}`)
}
