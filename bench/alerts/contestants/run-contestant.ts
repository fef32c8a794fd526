import process from 'node:process'
import { autoRetry } from '@grammyjs/auto-retry'
import { apiThrottler } from '@grammyjs/transformer-throttler'
import { Queue, Worker } from 'bullmq'
import { Api, GrammyError } from 'grammy'
import pg from 'pg'
import { Pool } from 'undici'
import { TELEGRAM_TOKEN } from '../fake-tokens.ts'
import { chatOf } from '../seed-people.ts'

/**
 * What a developer might write instead, in a process of its own: sends `text` to people 1 to `count` and ends. What the
 * fake platform took, and when, is the measure.
 */
export type Contest = {
  name: ContestantName
  root: string
  count: number
  text: string
  databaseUrl: string
  redisUrl: string
  /** The limit it should keep to, where there is one. */
  perSecond: number | null
}

export type ContestantName = keyof typeof CONTESTANTS

const IN_FLIGHT = 64

const CONTESTANTS = {
  /** The bare limit: nothing but posting, with as many under way as ours. */
  undici: async ({ root, count, text }: Contest) => {
    const pool = new Pool(root, { connections: IN_FLIGHT })
    const path = `/bot${TELEGRAM_TOKEN}/sendMessage`
    const headers = { 'content-type': 'application/json' }
    let next = 1
    const post = async () => {
      while (next <= count) {
        const body = JSON.stringify({ chat_id: chatOf(next++), text })
        const response = await pool.request({ path, method: 'POST', headers, body })
        await response.body.dump()
      }
    }
    await Promise.all(Array.from({ length: IN_FLIGHT }, post))
    await pool.close()
  },

  'grammY loop, auto-retry': async ({ root, count, text }: Contest) => {
    const api = new Api(TELEGRAM_TOKEN, { apiRoot: root })
    api.config.use(autoRetry())
    for (let number = 1; number <= count; number += 1) await api.sendMessage(chatOf(number), text)
  },

  'grammY, throttler plugin': async ({ root, count, text }: Contest) => {
    const api = new Api(TELEGRAM_TOKEN, { apiRoot: root })
    api.config.use(autoRetry())
    api.config.use(apiThrottler())
    const all = Array.from({ length: count }, (_, at) => api.sendMessage(chatOf(at + 1), text))
    await Promise.all(all)
  },

  'BullMQ job each': (contest: Contest) => runQueue(contest, async () => undefined),

  'BullMQ job + row each': async (contest: Contest) => {
    const pool = new pg.Pool({ connectionString: contest.databaseUrl })
    await pool.query('drop table if exists bench_row')
    await pool.query(
      'create table bench_row (id int primary key, status text, message_id text, sent_at timestamptz)',
    )
    await pool.query("insert into bench_row select number, 'pending' from generate_series(1, $1) number", [
      contest.count,
    ])
    const values = "status = 'sent', message_id = $2, sent_at = now()"
    await runQueue(contest, async (number, messageId) => {
      await pool.query({
        name: 'sent',
        text: `update bench_row set ${values} where id = $1`,
        values: [number, messageId],
      })
    })
    await pool.end()
  },
}

async function runQueue(
  { root, count, text, redisUrl, perSecond }: Contest,
  onSent: (number: number, messageId: number) => Promise<unknown>,
): Promise<void> {
  const connection = { url: redisUrl, maxRetriesPerRequest: null }
  const queue = new Queue('bench-alerts', { connection })
  const api = new Api(TELEGRAM_TOKEN, { apiRoot: root })
  const ended = Promise.withResolvers<void>()
  let left = count
  const options = { attempts: 5, removeOnComplete: true, removeOnFail: true }
  const worker = new Worker(
    'bench-alerts',
    async (job) => {
      try {
        const { message_id } = await api.sendMessage(chatOf(job.data.number), text)
        await onSent(job.data.number, message_id)
      } catch (fault) {
        if (!(fault instanceof GrammyError) || fault.parameters.retry_after === undefined) throw fault
        await queue.rateLimit(fault.parameters.retry_after * 1_000)
        throw Worker.RateLimitError()
      }
    },
    {
      connection,
      concurrency: IN_FLIGHT,
      ...(perSecond !== null && { limiter: { max: perSecond, duration: 1_000 } }),
    },
  )
  worker.on('completed', () => {
    left -= 1
    if (left === 0) ended.resolve()
  })
  worker.on('error', () => undefined)
  const jobs = Array.from({ length: count }, (_, at) => ({
    name: 'send',
    data: { number: at + 1 },
    opts: options,
  }))
  for (let at = 0; at < count; at += 1_000) await queue.addBulk(jobs.slice(at, at + 1_000))
  await ended.promise
  await worker.close()
  await queue.close()
}

const contest: Contest = JSON.parse(process.argv[2] ?? '{}')
await CONTESTANTS[contest.name](contest)
process.exit(0)
