import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createConsoleChannel } from '../../bots/console/channel.ts'
import { waitForReplies } from '../../core/wait-for-replies.ts'
import type { QueueStore } from '../../jobs/queues.ts'
import { type RunningJobs, startJobs } from '../../jobs/start-jobs.ts'
import { sweepUnhandled } from '../../jobs/sweep-unhandled.ts'
import {
  addressOf,
  answerOf,
  buildInbound,
  openTestCore,
  type TestCore,
  textsOf,
} from '../support/build-deps.ts'
import { backends, type TestDatabase } from '../support/database.ts'

const QUESTIONS = ['Sandbox là gì?', 'Inno-Coffee là gì?', 'Kế hoạch có mấy nhóm nhiệm vụ?']

describe.each(backends)('the whole pipeline on %s', (backend) => {
  let core: TestCore
  let jobs: RunningJobs

  const storeOf = (database: TestDatabase): QueueStore =>
    database.redis ? { kind: 'redis', ...database.redis } : { kind: 'postgres', pool: database.queuePool }
  const start = () => {
    const channel = createConsoleChannel({ mailbox: core.mailbox, token: 'unused' })
    return startJobs({
      ...core.deps,
      store: storeOf(core.database),
      channels: new Map([[channel.name, channel]]),
    })
  }
  const converse = async (user: string, text: string) => {
    const message = buildInbound(user, text)
    const afterId = await core.mailbox.lastId(message.from)
    await core.receive(message)
    return waitFor(user, message.id, afterId)
  }
  const waitFor = async (user: string, externalId: string, afterId: string) => {
    const { database, mailbox } = core
    const stop = AbortSignal.timeout(25_000)
    const entries = await waitForReplies(
      { from: addressOf(user), externalId, afterId },
      { database, mailbox, stop },
    )
    return textsOf(entries.map((entry) => entry.reply))
  }

  beforeAll(async () => {
    core = await openTestCore(backend)
    jobs = await start()
  })
  afterAll(async () => {
    await jobs.stop()
    await core.close()
  })

  test('people who write at the same time each get their answers, in order', async () => {
    const talks = ['an', 'binh', 'chi'].map(async (user) => {
      const heard: string[] = []
      for (const question of QUESTIONS) heard.push(...(await converse(user, question)))
      return heard
    })
    const answers = await Promise.all(QUESTIONS.map(async (question) => (await answerOf(question)).text.text))
    for (const heard of await Promise.all(talks))
      expect(heard.filter((text) => answers.includes(text))).toEqual(answers)
  })

  test('messages that came in while nobody worked are answered after the start', async () => {
    await jobs.stop()
    const message = buildInbound('an', 'R&D là gì?')
    const afterId = await core.mailbox.lastId(message.from)
    await core.receive(message)
    jobs = await start()
    expect(await waitFor('an', message.id, afterId)).toEqual([(await answerOf('R&D là gì?')).text.text])
  })

  test('a queue that lost everything is refilled from the database', async () => {
    await jobs.stop()
    const message = buildInbound('an', 'Sandbox là gì?')
    const afterId = await core.mailbox.lastId(message.from)
    await core.receive(message)
    await core.database.prisma.outbox.deleteMany()
    expect(await sweepUnhandled(core.deps, 0)).toBe(1)
    jobs = await start()
    expect(await waitFor('an', message.id, afterId)).toEqual([(await answerOf('Sandbox là gì?')).text.text])
    expect(await sweepUnhandled(core.deps, 0)).toBe(0)
  })

  test('nothing is left half done', async () => {
    const { prisma } = core.database
    expect(await prisma.inbound.count({ where: { handledAt: null } })).toBe(0)
    expect(await prisma.delivery.groupBy({ by: ['status'] })).toEqual([{ status: 'sent' }])
  })
})
