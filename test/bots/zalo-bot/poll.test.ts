import { describe, expect, test } from 'vitest'
import { zaloBotTexts } from '../../../core/texts/zalo-bot.ts'
import type { FakeZaloBot, Knobs } from '../../support/fake-zalo-bot.ts'
import { apiError, htmlError } from '../../support/zalo-bot-wire.ts'
import { buildZaloBot, SECRET } from './build-channel.ts'

describe('polling', () => {
  test('reads one update after the other, in their order, and rests on none', async () => {
    const { fake, poll, pauses } = await buildPoll()
    for (const text of ['một', 'hai', 'ba']) fake.says('lan', { text })
    expect(await poll({ until: 3 })).toEqual(['một', 'hai', 'ba'])
    expect(pauses).toEqual([])
  })

  test('asks again at once when nobody wrote, without a word in the log', async () => {
    const { fake, poll, lines } = await buildPoll()
    fake.failNext('getUpdates', apiError(408, 'Request timeout'), apiError(408, 'Request timeout'))
    fake.says('lan', { text: 'một' })
    expect(await poll({ until: 1 })).toEqual(['một'])
    expect(lines).toEqual([])
  })

  test('takes an empty update for none, and breathes', async () => {
    const { fake, poll, pauses } = await buildPoll()
    fake.failNext('getUpdates', { accepted: false, answer: { status: 200, body: '{"ok":true,"result":{}}' } })
    fake.says('lan', { text: 'một' })
    expect(await poll({ until: 1 })).toEqual(['một'])
    expect(pauses).toEqual([1_000])
  })

  test('waits longer and longer while the platform is in trouble, and not after a success', async () => {
    const { fake, poll, pauses, lines } = await buildPoll()
    const trouble = [
      htmlError(429),
      htmlError(502),
      apiError(403, 'Internal server error'),
      { accepted: false, answer: 'cut' } as const,
      htmlError(408),
      htmlError(500),
    ]
    fake.failNext('getWebhookInfo', htmlError(502))
    fake.failNext('getUpdates', ...trouble)
    fake.says('lan', { text: 'một' })
    expect(await poll({ until: 1 })).toEqual(['một'])
    expect(pauses).toEqual([1_000, 1_000, 2_000, 5_000, 10_000, 30_000, 30_000])
    expect(lines).toHaveLength(7)
    expect(lines.join()).not.toContain(fake.token)
  })

  test('ignores what is no message', async () => {
    const { fake, poll } = await buildPoll()
    fake.waiting.push({ event_name: 'message.reaction.received' }, { event_name: 7 })
    fake.says('lan', { text: 'một' })
    expect(await poll({ until: 1 })).toEqual(['một'])
  })
})

describe('an update is never read twice, so', () => {
  test('it is given to the store until the store takes it, before anything else is read', async () => {
    const { fake, poll, pauses, lines } = await buildPoll()
    fake.says('lan', { text: 'một' })
    fake.says('lan', { text: 'hai' })
    expect(await poll({ until: 4, storeFails: [1, 2] })).toEqual(['một', 'một', 'một', 'hai'])
    expect(pauses).toEqual([1_000, 2_000])
    expect(lines.join()).not.toMatch(/một/)
  })

  test('it is given up, with an error, only when polling must stop', async () => {
    const { fake, poll, lines } = await buildPoll()
    fake.says('lan', { text: 'một' })
    expect(await poll({ until: 2, storeFails: [1, 2] })).toEqual(['một', 'một'])
    expect(lines.filter((line) => line.includes('zalo_bot.message_lost'))).toHaveLength(1)
  })

  test('stopping waits for a read that is under way, and stores what it brings', async () => {
    const { fake, channel } = await buildPoll({ secondMs: 60_000 })
    const stop = new AbortController()
    const stored: string[] = []
    const polling = channel.poll(async ({ text }) => void stored.push(text), stop.signal)
    await called(fake, 'getUpdates')
    stop.abort()
    fake.says('lan', { text: 'một' })
    await polling
    expect(stored).toEqual(['một'])
    expect(fake.calls.at(-1)?.params).toEqual({ timeout: '5' })
  })
})

describe('polling is refused, with what to do,', () => {
  test('while a webhook is set, which is left as it is', async () => {
    const { fake, poll } = await buildPoll()
    await setWebhook(fake, 'https://nhipcau.example.vn/webhooks/zalo-bot')
    fake.says('lan', { text: 'một' })
    await expect(poll({ until: 1 })).rejects.toThrow(zaloBotTexts.webhookIsSet('nhipcau.example.vn'))
    expect(fake.calls.map(({ method }) => method)).not.toContain('deleteWebhook')
    expect(fake.waiting).toHaveLength(1)
  })

  test('when a webhook is set later, after which every read is empty', async () => {
    const { fake, channel } = await buildPoll()
    const polling = channel.poll(async () => {}, new AbortController().signal)
    await called(fake, 'getUpdates')
    const refused = expect(polling).rejects.toThrow(zaloBotTexts.webhookIsSet('nhipcau.example.vn'))
    await setWebhook(fake, 'https://nhipcau.example.vn/')
    await refused
  })

  test('when the token is rejected, then or later', async () => {
    const { fake, poll } = await buildPoll()
    fake.failNext('getWebhookInfo', apiError(401, 'Unauthorized'))
    await expect(poll({ until: 1 })).rejects.toThrow(zaloBotTexts.tokenRejected)
    fake.failNext('getUpdates', apiError(401, 'Unauthorized'))
    await expect(poll({ until: 1 })).rejects.toThrow(zaloBotTexts.tokenRejected)
  })

  test('when the address is not that of the platform', async () => {
    const { fake, poll } = await buildPoll()
    fake.failNext('getWebhookInfo', apiError(404, 'Not Found'))
    await expect(poll({ until: 1 })).rejects.toThrow(zaloBotTexts.methodUnknown('getWebhookInfo'))
  })
})

test('of what the platform says in trouble, the log has the code alone', async () => {
  const { fake, poll, lines } = await buildPoll()
  fake.failNext('getUpdates', apiError(500, 'could not read "Số của tôi"'), {
    accepted: false,
    answer: 'cut',
  })
  fake.says('lan', { text: 'một' })
  await poll({ until: 1 })
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { event: 'zalo_bot.poll_failed', method: 'getUpdates', by: 'api', code: 500 },
    { event: 'zalo_bot.poll_failed', method: 'getUpdates', status: 'lost' },
  ])
  expect(lines.join()).not.toContain('Số của tôi')
})

test('of 300 updates, some twice and some early, each arrives, and each repeat has its own id again', async () => {
  const { fake, channel } = await buildPoll({ duplicateEvery: 20, reorderEvery: 20 })
  const ids = Array.from(
    { length: 300 },
    (_, at) => `p${at % 7}:${fake.says(`p${at % 7}`, { text: `${at}` })}`,
  )
  const stop = new AbortController()
  const stored: string[] = []
  await channel.poll(async ({ id }) => {
    stored.push(id)
    if (stored.length === 315) stop.abort()
  }, stop.signal)
  expect(new Set(stored)).toEqual(new Set(ids))
})

async function buildPoll(knobs: Partial<Knobs> = {}) {
  const pauses: number[] = []
  const built = await buildZaloBot({ pause: async (ms) => void pauses.push(ms) }, knobs)
  /** Polls until the store was offered so many messages; gives their texts. The store fails on the offers named. */
  const poll = async ({ until, storeFails = [] }: { until: number; storeFails?: number[] }) => {
    const stop = new AbortController()
    const offered: string[] = []
    await built.channel.poll(async ({ text }) => {
      offered.push(text)
      if (offered.length === until) stop.abort()
      if (storeFails.includes(offered.length)) throw new Error('the database is away')
    }, stop.signal)
    return offered
  }
  return { ...built, poll, pauses }
}

async function called(fake: FakeZaloBot, method: string): Promise<void> {
  while (!fake.calls.some((call) => call.method === method)) await new Promise(setImmediate)
}

async function setWebhook(fake: FakeZaloBot, url: string): Promise<void> {
  const body = JSON.stringify({ url, secret_token: SECRET })
  await fetch(`${fake.apiRoot}/bot${fake.token}/setWebhook`, { method: 'POST', body })
}
