import type { Database } from '../../core/db.ts'
import { currentNotice } from '../../core/people/current-notice.ts'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'

/** Whom a campaign about this field is for: all, some tens of thousands, some hundreds. */
export const AUDIENCES = { all: 'health', many: 'tax', few: 'education' } as const

const STEP = 100_000

/**
 * Adds people `from` to `to`, numbered, each with an account, the consent and a subscription, as if they had registered
 * one after another. Their chats are numbers, `chatOf(n)`. The first `many` and `few` also subscribe to the fields of
 * smaller audiences. Without quiet hours: a bench may run at night.
 */
export async function seedPeople(
  { prisma }: Database,
  of: { from: number; to: number; many: number; few: number; channelOf?: string },
): Promise<void> {
  const version = currentNotice(DEFAULT_SETTINGS).version
  for (let first = of.from; first <= of.to; first += STEP) {
    const last = Math.min(of.to, first + STEP - 1)
    await prisma.$transaction(
      async (tx) => {
        await tx.$executeRaw`
          create temporary table seed on commit drop as
          select gen_random_uuid() as person, gen_random_uuid() as identity, number,
            (array['telegram', 'zalo-bot', 'zalo-oa'])[case when ${of.channelOf ?? 'telegram'} = 'three' then 1 + number % 3 else 1 end] as channel
          from generate_series(${first}::int, ${last}::int) as number`
        await tx.$executeRaw`insert into "Person" (id) select person from seed`
        await tx.$executeRaw`
          insert into "Identity" (id, "personId", "homeId", channel, "externalId", "chatId", "lastInboundAt")
          select identity, person, person, channel, (${CHAT_BASE}::bigint + number)::text, (${CHAT_BASE}::bigint + number)::text, now() from seed`
        await tx.$executeRaw`
          insert into "Consent" ("personId", "identityId", purpose, choice, "noticeVersion", channel)
          select person, identity, 'alerts', 'granted', ${version}, channel from seed`
        await tx.$executeRaw`
          insert into "AlertPreference" ("personId", "quietFrom", "quietTo") select person, 0, 0 from seed`
        await tx.$executeRaw`
          insert into "Subscription" (id, "personId", fields, "unitCodes", keywords, "createdAt")
          select gen_random_uuid(), person, array[field], '{}', '{}', now() from seed
          cross join lateral (
            select ${AUDIENCES.all} as field
            union all select ${AUDIENCES.many} where number <= ${of.many}::int
            union all select ${AUDIENCES.few} where number <= ${of.few}::int) fields`
      },
      { timeout: 600_000 },
    )
  }
  await prisma.$executeRaw`analyze`
}

const CHAT_BASE = 4_100_000_000
export const chatOf = (number: number): string => String(CHAT_BASE + number)
