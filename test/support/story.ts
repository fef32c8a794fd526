import { randomUUID } from 'node:crypto'
import { openFileRoutes } from '../../app/open-file-routes.ts'
import { renderTelegram } from '../../bots/telegram/render.ts'
import { renderZaloBot } from '../../bots/zalo-bot/render.ts'
import { loadCorpus } from '../../core/knowledge/load-corpus.ts'
import { readCorpus } from '../../core/knowledge/read-corpus.ts'
import { createLinks } from '../../core/links.ts'
import type { Channel, Reply } from '../../core/message.ts'
import type { JobName } from '../../core/outbox.ts'
import type { Role } from '../../core/people/roles.ts'
import { openingFiles } from '../../core/sending/open-reply-file.ts'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import { loadUnits } from '../../core/units/load-units.ts'
import { readCityUnits } from '../../core/units/read-city-units.ts'
import { createSender } from '../../jobs/create-sender.ts'
import { createRunJob } from '../../jobs/run-job.ts'
import { fileDeps } from '../../jobs/start-jobs.ts'
import { buildInbound, openTestCore, silent } from './build-deps.ts'
import { createRandom } from './random.ts'
import { createTranscript, type Figure, type Heard } from './transcript.ts'

/** How each platform shows a reply, message by message. */
const RENDER = {
  'zalo-bot': (reply: Reply) => renderZaloBot(reply).map(({ text }) => text),
  telegram: (reply: Reply) => renderTelegram(reply).map(({ text }) => text),
}

/**
 * A stage for a story that is told as a transcript: everything goes the way it goes in production (stored, handled by a
 * job, sent by a lane), by a clock and ids that are the same in every run.
 */
export async function openStory({ start, seed }: { start: Date; seed: number }) {
  let now = start
  const { publicUrl } = DEFAULT_SETTINGS
  const links = createLinks({ publicUrl, secret: 'of-the-stories'.repeat(3), now: () => now })
  const core = await openTestCore('embedded', { now: () => now, newId: createIds(seed), links })
  const { prisma } = core.database
  await loadUnits(await readCityUnits(), core)
  await loadCorpus(await readCorpus('knowledge'), { database: core.database, now: () => now })
  const runJob = createRunJob(core.deps)
  const transcript = createTranscript()
  const heard: Heard[] = []
  const unasked: Heard[] = []
  let speaker: Figure | null = null
  const owner = randomUUID()

  const senders = (['zalo-bot', 'telegram'] as const).map((on) => {
    const channel: Channel = {
      name: on,
      parse: async () => [],
      async send(to, reply) {
        for (const text of RENDER[on](reply)) {
          const message = { name: to.chatId, on, text }
          heard.push(message)
          if (speaker?.name !== message.name || speaker.on !== on) unasked.push(message)
          transcript.heard(message)
        }
        return { messageId: String(heard.length) }
      },
    }
    const { database } = core
    const withFiles = on === 'zalo-bot' ? openingFiles(channel, fileDeps(core.deps)) : channel
    const deps = { database, settings: DEFAULT_SETTINGS, log: silent, now: () => now, owner }
    return { on, send: createSender(withFiles, deps) }
  })

  /** Runs the work that waits and what follows from it, and sends what is due, until nothing is left to do. */
  async function settle(): Promise<void> {
    // Who speaks reads first: the lanes are processes of their own, and in no order.
    const inTurn = senders.toSorted(
      (one, other) => Number(other.on === speaker?.on) - Number(one.on === speaker?.on),
    )
    for (;;) {
      const rows = await prisma.outbox.findMany({ orderBy: { createdAt: 'asc' } })
      for (const { id, job, payload } of rows) {
        await prisma.outbox.delete({ where: { id } })
        await runJob(job, payload)
      }
      for (const { send } of inTurn) {
        while ((await send({ rest: async () => true, stopping: () => false })).next === 'more');
      }
      if (rows.length === 0) return
    }
  }

  const pass = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }
  const lastTo = ({ name, on }: Figure): string =>
    heard.findLast((message) => message.name === name && message.on === on)?.text ?? ''

  const story = {
    core,
    prisma,
    /** Every message that a phone showed. */
    heard,
    /** Those of them that answer nothing its reader had just said there. */
    unasked,
    now: () => now,
    markdown: transcript.markdown,
    chapter: transcript.chapter,
    tell: transcript.tell,
    lastTo,
    close: () => core.close(),

    /** The clock is set; never back. */
    at(time: Date): void {
      if (time < now) throw new Error('a story does not go back in time')
      now = time
    },

    /** Somebody types texts, one message after the other, each heard and answered before the next. */
    async say(figure: Figure, ...texts: string[]): Promise<void> {
      for (const text of texts) {
        pass(SECONDS_TO_TYPE * 1000)
        transcript.said(figure, text, now)
        const from = { channel: figure.on, chatId: figure.name }
        await core.receive(buildInbound(figure.name, text, { from, at: now }))
        speaker = figure
        await settle()
      }
    },

    /** Types the number of a choice of the last message; it must be offered there. */
    async choose(figure: Figure, label: string): Promise<void> {
      const line = lastTo(figure)
        .split('\n')
        .find((each) => /^\d+\. /.test(each) && each.replace(/^\d+\. /, '') === label)
      if (line === undefined) throw new Error(`"${label}" is not offered in:\n${lastTo(figure)}`)
      await story.say(figure, line.split('.')[0] ?? '')
    },

    /** Sends a file on the page behind the link in the last message; the link must be there. */
    async upload(figure: Figure, name: string, bytes: Uint8Array): Promise<void> {
      pass(SECONDS_TO_TYPE * 1000)
      const token = /\/upload\/([\w.-]+)/.exec(lastTo(figure))?.[1]
      if (token === undefined) throw new Error(`there is no link in:\n${lastTo(figure)}`)
      transcript.said(figure, `[${name}]`, now)
      const form = new FormData()
      form.set('file', new File([new Uint8Array(bytes)], name))
      const posted = new Request(`${publicUrl}/upload/${token}`, { method: 'POST', body: form })
      const { status } = await openFileRoutes(core.deps, core.receive).takeUpload(posted, token)
      if (status !== 200) throw new Error(`the page answered ${status}`)
      speaker = figure
      await settle()
    },

    /** What is behind the link in the last message. */
    async download(figure: Figure): Promise<{ name: string; mime: string; bytes: Uint8Array }> {
      const [url, id] = /https?:\/\/\S+\/files\/([\w-]+)\S*/.exec(lastTo(figure)) ?? []
      if (url === undefined || id === undefined) throw new Error(`there is no link in:\n${lastTo(figure)}`)
      const response = await openFileRoutes(core.deps, core.receive).download(new Request(url), id)
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (response.status !== 200) throw new Error(`the page answered ${response.status}`)
      const name = response.headers.get('content-disposition') ?? ''
      return { name, mime: response.headers.get('content-type') ?? '', bytes }
    },

    /** The work of this name is due, as it is again and again. */
    async due(...jobs: JobName[]): Promise<void> {
      transcript.nobodySpeaks()
      speaker = null
      for (const job of jobs) await runJob(job, {})
      await settle()
    },

    async personOf(name: string) {
      return prisma.person.findFirstOrThrow({ where: { identities: { some: { externalId: name } } } })
    },

    /** A role as an administrator gives it, past the chat. */
    async give({ name, on }: Figure, role: Role, unitCode: string | null): Promise<void> {
      const { id: personId } = await prisma.person.create({
        data: { introducedAt: now, consentOfferedAt: now },
      })
      const account = { channel: on, externalId: name, chatId: name, lastInboundAt: now }
      await prisma.identity.create({ data: { personId, homeId: personId, ...account } })
      await prisma.roleGrant.create({ data: { personId, role, unitCode } })
    },
  }
  return story
}

export type Story = Awaited<ReturnType<typeof openStory>>

const SECONDS_TO_TYPE = 40

/** Version 4 UUIDs that are the same for the same seed. */
function createIds(seed: number): () => string {
  const random = createRandom(seed)
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random.next() * 16).toString(16)).join('')
  return () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`
}
