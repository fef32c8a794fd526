import type { Deps } from '../../../core/deps.ts'
import type { Reply } from '../../../core/message.ts'
import type { Role } from '../../../core/people/roles.ts'
import { parseReply } from '../../../core/reply-json.ts'
import { loadUnits } from '../../../core/units/load-units.ts'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import { handleMessage } from '../../../jobs/handlers/handle-message.ts'
import { createRunJob } from '../../../jobs/run-job.ts'
import { buildInbound, openTestCore, type TestCore } from '../../support/build-deps.ts'
import { type Speaker, talk } from '../../support/talk.ts'

/** A core with the city's units, a clock that the test sets, and files that people send. */
export async function openScene(start = new Date('2026-11-21T09:00:00+07:00')) {
  let now = start
  let sent: Uint8Array = new Uint8Array()
  const deps: Partial<Deps> = {
    now: () => now,
    openAttachment: async () => ({ status: 'opened', name: 'lich.xlsx', bytes: sent }),
  }
  const core: TestCore = await openTestCore('embedded', deps)
  const { prisma } = core.database
  await loadUnits(await readCityUnits(), core)
  const runJob = createRunJob(core.deps)
  const personOf = async (user: string) =>
    (await prisma.identity.findFirstOrThrow({ where: { externalId: user } })).personId
  return {
    core,
    prisma,
    personOf,
    setNow: (text: string) => {
      now = new Date(text)
    },
    /** What the assistant says to a text, all replies below one another. */
    say: async (user: Speaker, text: string): Promise<string> => written(await talk(core, user, text)),
    talk: (user: Speaker, text: string) => talk(core, user, text),
    async give(user: string, role: Role, unitCode: string | null = null) {
      await talk(core, user, 'chào em')
      await prisma.roleGrant.create({ data: { personId: await personOf(user), role, unitCode } })
    },
    async sendFile(user: string, bytes: Uint8Array, name = 'lich.xlsx'): Promise<Reply[]> {
      sent = bytes
      const message = buildInbound(user, '', { attachment: { kind: 'file', ref: 'f', name } })
      await core.receive(message)
      const inbound = await prisma.inbound.findFirstOrThrow({ where: { externalId: message.id } })
      await handleMessage({ personId: inbound.personId }, core.deps)
      const rows = await prisma.delivery.findMany({
        where: { inboundId: inbound.id },
        orderBy: { id: 'asc' },
      })
      return rows.map((row) => parseReply(row.body))
    },
    /** Runs the scheduled work that is due, but for messages; gives the names of the jobs. */
    async runDue(): Promise<string[]> {
      const ran: string[] = []
      for (;;) {
        const row = await prisma.outbox.findFirst({
          where: {
            job: { startsWith: 'training' },
            runAt: { lte: new Date(Math.max(now.getTime(), Date.now())) },
          },
          orderBy: { createdAt: 'asc' },
        })
        if (row === null) return ran
        await prisma.outbox.delete({ where: { id: row.id } })
        await runJob(row.job, row.payload)
        ran.push(row.job)
      }
    },
    /** What was sent to a person without their having written: reminders and the like, oldest first. */
    async notices(user: string): Promise<string[]> {
      const rows = await prisma.delivery.findMany({
        where: { personId: await personOf(user), purpose: { not: 'reply' } },
        orderBy: { id: 'asc' },
      })
      return rows.map((row) => parseReply(row.body).text.text)
    },
    close: () => core.close(),
  }
}

export type Scene = Awaited<ReturnType<typeof openScene>>

/** Replies as a channel without buttons writes them. */
export const written = (replies: Reply[]): string =>
  replies
    .map(({ text, choices = [], file }) =>
      [
        text.text,
        ...choices.map(({ label }, at) => `${at + 1}. ${label}`),
        ...(file ? [`[${file.name}]`] : []),
      ].join('\n'),
    )
    .join('\n---\n')
