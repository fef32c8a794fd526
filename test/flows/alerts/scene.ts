import { randomUUID } from 'node:crypto'
import { announceVersion } from '../../../core/alerts/announce-version.ts'
import type { SendError } from '../../../core/errors.ts'
import type { Channel, ChannelName } from '../../../core/message.ts'
import { currentNotice } from '../../../core/people/current-notice.ts'
import { DEFAULT_SETTINGS } from '../../../core/settings.ts'
import { createSender } from '../../../jobs/create-sender.ts'
import { createRunJob } from '../../../jobs/run-job.ts'
import { openTestCore, silent, type TestCore } from '../../support/build-deps.ts'
import type { Backend } from '../../support/database.ts'

/** Ten in the morning of an ordinary Tuesday in Viet Nam. */
export const MORNING = new Date('2027-03-02T03:00:00Z')

export type Wish = {
  on?: ChannelName
  everything?: boolean
  fields?: string[]
  unitCodes?: string[]
  keywords?: string[]
  consent?: 'granted' | 'withdrawn' | null
  rhythm?: string
  quietFrom?: number
  quietTo?: number
  pausedUntil?: Date
  stoppedAt?: Date
}

export type Sent = { channel: ChannelName; chatId: string; text: string }

/** Publishing and everything that follows, with people who subscribed and channels that remember what they were given. */
export async function openScene(backend: Backend = 'embedded') {
  let now = MORNING
  const core: TestCore = await openTestCore(backend, { now: () => now })
  const { prisma } = core.database
  const runJob = createRunJob(core.deps)
  const sent: Sent[] = []
  const failing = new Map<string, SendError>()
  const owner = randomUUID()
  const senders = (['telegram', 'zalo-bot', 'web', 'console'] as const).map((name) => {
    const channel: Channel = {
      name,
      parse: async () => [],
      async send(to, reply) {
        const failure = failing.get(`${name} ${to.chatId}`)
        if (failure) throw failure
        sent.push({ channel: name, chatId: to.chatId, text: reply.text.text })
        return { messageId: `m${sent.length}` }
      },
    }
    const { database } = core
    return createSender(channel, { database, settings: DEFAULT_SETTINGS, log: silent, now: () => now, owner })
  })
  const notice = currentNotice(DEFAULT_SETTINGS).version

  const agree = async (personId: string, identityId: string, channel: string, choice: string) => {
    const said = { personId, identityId, channel, choice, purpose: 'alerts', noticeVersion: notice }
    await prisma.consent.create({ data: said })
  }

  return {
    core,
    prisma,
    sent,
    failing,
    notice,
    runJob,
    at: (time: Date) => {
      now = time
    },
    now: () => now,
    close: () => core.close(),

    /** Somebody who subscribed. */
    async reader(name: string, wish: Wish = {}): Promise<string> {
      const {
        on = 'telegram',
        consent = 'granted',
        rhythm,
        quietFrom,
        quietTo,
        pausedUntil,
        stoppedAt,
      } = wish
      const { id } = await prisma.person.create({ data: {} })
      const identity = await prisma.identity.create({
        data: { personId: id, homeId: id, channel: on, externalId: name, chatId: name, lastInboundAt: now },
      })
      if (consent !== null) await agree(id, identity.id, on, consent)
      const { everything = false, fields = [], unitCodes = [], keywords = [] } = wish
      await prisma.subscription.create({
        data: {
          personId: id,
          identityId: identity.id,
          everything,
          fields,
          unitCodes,
          keywords,
          createdAt: now,
        },
      })
      const preference = { rhythm, quietFrom, quietTo, pausedUntil, stoppedAt }
      const set = Object.fromEntries(Object.entries(preference).filter(([, value]) => value !== undefined))
      await prisma.alertPreference.create({ data: { personId: id, ...set } })
      return id
    },

    /** Many who subscribed to everything; gives their chats on Telegram. */
    async crowd(count: number): Promise<string[]> {
      const name = randomUUID().slice(0, 8)
      await prisma.$executeRaw`
        with person as (
          insert into "Person" (id) select gen_random_uuid() from generate_series(1, ${count}::int) returning id
        ), identity as (
          insert into "Identity" (id, "personId", "homeId", channel, "externalId", "chatId", "lastInboundAt")
          select gen_random_uuid(), id, id, 'telegram', chat, chat, ${now}::timestamptz
          from (select id, ${name} || '-' || row_number() over () as chat from person) numbered
          returning id, "personId"
        ), consent as (
          insert into "Consent" ("personId", "identityId", purpose, choice, "noticeVersion", channel)
          select "personId", id, 'alerts', 'granted', ${notice}, 'telegram' from identity
        )
        insert into "Subscription" (id, "personId", everything, "createdAt")
        select gen_random_uuid(), "personId", true, ${now}::timestamptz from identity`
      return Array.from({ length: count }, (_, at) => `${name}-${at + 1}`)
    },

    /** A further account of somebody, where they wrote from before. */
    async alsoOn(personId: string, channel: ChannelName, name: string): Promise<void> {
      const first = await prisma.identity.findFirstOrThrow({ where: { personId } })
      const lastInboundAt = new Date(now.getTime() - 3_600_000)
      const identity = await prisma.identity.create({
        data: { personId, homeId: personId, channel, externalId: name, chatId: name, lastInboundAt },
      })
      await prisma.identityLink.create({
        data: { fromId: first.id, toId: identity.id, lastConsentId: 0, at: now },
      })
    },

    async withdrawConsent(personId: string): Promise<void> {
      const identity = await prisma.identity.findFirstOrThrow({ where: { personId } })
      await agree(personId, identity.id, identity.channel, 'withdrawn')
    },

    async unit(code: string, name: string) {
      await prisma.unit.create({ data: { code, kind: 'ward', name } })
    },

    /** A statement that was just published, with its first version, and told of. */
    async publish(
      about: { field?: string; unitCode?: string; title?: string; text?: string; deadline?: Date } = {},
    ) {
      const { field = 'health', unitCode = null, title = 'Giảm thời gian chờ khám', deadline = null } = about
      const author = await prisma.person.create({ data: {} })
      const challengeId = randomUUID()
      const code = `BT-${challengeId.slice(0, 5).toUpperCase()}`
      await prisma.challenge.create({
        data: {
          ...{ id: challengeId, code, name: title, state: 'PUBLISHED', authorId: author.id, unitCode },
          ...{ formVersion: 1, version: 1, deadline, publishedAt: now },
        },
      })
      const text = { problem: about.text ?? 'Người dân chờ lâu' }
      const version = { challengeId, version: 1, text, title, field, unitCode, contact: '', deadline }
      await prisma.challengeVersion.create({ data: { ...version, kind: 'published', publishedAt: now } })
      const { campaignId } = await prisma.$transaction((tx) =>
        announceVersion(tx, { challengeId, version: 1, kind: 'published', now }),
      )
      return { challengeId, campaignId: BigInt(campaignId), code }
    },

    /** A further version, told to followers. */
    async change(challengeId: string, kind: 'changed' | 'deadline_extended', note: string | null = null) {
      const last = await prisma.challengeVersion.findFirstOrThrow({
        where: { challengeId },
        orderBy: { version: 'desc' },
      })
      const version = last.version + 1
      await prisma.challengeVersion.create({
        data: { ...last, text: { problem: 'sửa' }, version, kind, note, publishedAt: now },
      })
      await prisma.challenge.update({ where: { id: challengeId }, data: { version } })
      const { campaignId } = await prisma.$transaction((tx) =>
        announceVersion(tx, { challengeId, version, kind, now }),
      )
      return BigInt(campaignId)
    },

    follow: (challengeId: string, personId: string, since = now) =>
      prisma.challengeFollow.create({ data: { challengeId, personId, since } }),

    /** Runs the work that waits, and what follows from it, until none is left. */
    async work(): Promise<void> {
      for (;;) {
        const rows = await prisma.outbox.findMany({ orderBy: { createdAt: 'asc' } })
        if (rows.length === 0) return
        for (const { id, job, payload } of rows) {
          await prisma.outbox.delete({ where: { id } })
          await runJob(job, payload)
        }
      }
    },

    /** Every lane sends what is due. */
    async send(): Promise<void> {
      for (const sender of senders) {
        while ((await sender({ rest: async () => true, stopping: () => false })).next === 'more');
      }
    },

    rows: (campaignId: bigint) => prisma.delivery.findMany({ where: { campaignId }, orderBy: { id: 'asc' } }),
  }
}

export type Scene = Awaited<ReturnType<typeof openScene>>
