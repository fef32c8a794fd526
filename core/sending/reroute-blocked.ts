import { notify, type Transaction } from '../db.ts'

/**
 * Notes that a person has shut us out where these deliveries were to go, and queues each once more for the person's next
 * account: the preferred channel first, then the one they wrote from last. The new key is the first one with that
 * account, so a message goes to an account once, however often it is turned away on the way. Nothing is queued for who
 * has no other account, or for a group.
 */
export async function rerouteBlocked(tx: Transaction, ids: bigint[], now: Date): Promise<void> {
  const blocked = ids.map(String)
  await tx.$executeRaw`
    update "Identity" identity set "blockedAt" = coalesce(identity."blockedAt", ${now})
    from "Delivery" delivery
    where delivery.id = any(${blocked}::bigint[])
      and identity.channel = delivery.channel and identity."chatId" = delivery."chatId"`
  const queued = await tx.$queryRaw<{ lane: string }[]>`
    insert into "Delivery" (key, lane, channel, "chatId", "personId", purpose, priority, body, "notBefore",
      deferral, consent, "campaignId", "subscriptionId")
    select split_part(delivery.key, '@', 1) || '@' || next.id, next.channel, next.channel, next."chatId",
      next."personId", delivery.purpose, delivery.priority, delivery.body, ${now}::timestamptz,
      delivery.deferral, delivery.consent, delivery."campaignId", delivery."subscriptionId"
    from "Delivery" delivery
    join "Identity" shut on shut.channel = delivery.channel and shut."chatId" = delivery."chatId"
    join "Person" person on person.id = shut."personId"
    cross join lateral (
      select * from "Identity" other
      where other."personId" = person.id and other.id <> shut.id and other."blockedAt" is null
      order by (other.channel = person."preferredChannel") is true desc, other."lastInboundAt" desc limit 1
    ) next
    where delivery.id = any(${blocked}::bigint[])
    order by delivery.id
    on conflict (key) do nothing
    returning lane`
  for (const lane of new Set(queued.map((row) => row.lane))) await notify(tx, `lane:${lane}`)
}
