import { describe, expect, test } from 'vitest'
import type { Channel, Inbound } from '../../../core/message.ts'
import { telegramTexts } from '../../../core/texts/telegram.ts'
import { FAULTS, type Fault } from '../../support/fake-telegram.ts'
import { openTelegram } from './open-telegram.ts'

const AN = 4_100_000_001

describe('polling', () => {
  test('gives each message in order, and stops when told', async () => {
    await using open = await openTelegram()
    for (const text of ['một', 'hai', 'ba']) open.telegram.say(AN, text)
    expect(await pollFor(3, open.channel)).toEqual(['một', 'hai', 'ba'])
  })

  test('hears what is written while it waits', async () => {
    await using open = await openTelegram()
    const heard = pollFor(1, open.channel)
    open.telegram.say(AN, 'chào')
    expect(await heard).toEqual(['chào'])
  })

  test('asks only for the kinds it reads, and holds the line', async () => {
    await using open = await openTelegram()
    open.telegram.say(AN, 'chào')
    await pollFor(1, open.channel)
    expect(open.telegram.calls[0]?.payload).toEqual({
      offset: 0,
      timeout: 30,
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
    })
  })

  test('gives the same ids as the webhook', async () => {
    await using open = await openTelegram({ webhookSecret: 'secret' })
    open.telegram.press(AN, 'p7-0')
    const body = JSON.stringify(open.telegram.pending[0])
    const headers = { 'x-telegram-bot-api-secret-token': 'secret' }
    const [byWebhook] = await open.channel.parse(new Request('http://x/', { method: 'POST', headers, body }))
    const ids: string[] = []
    await pollUntil(open.channel, (message) => ids.push(message.id) === 1)
    expect(ids).toEqual([byWebhook?.id])
  })

  test('passes over what is nothing for us', async () => {
    await using open = await openTelegram()
    open.telegram.push({ poll_answer: { poll_id: '1', option_ids: [0], option_persistent_ids: [] } })
    open.telegram.say(AN, 'chào')
    expect(await pollFor(1, open.channel)).toEqual(['chào'])
  })
})

describe('a message that could not be stored', () => {
  test('is not confirmed, and comes again before those behind it', async () => {
    await using open = await openTelegram()
    const ids = ['một', 'hai', 'ba'].map((text) => open.telegram.say(AN, text))
    const tried: string[] = []
    await pollUntil(open.channel, ({ text }) => {
      tried.push(text)
      if (tried.length === 2) throw new Error('the database is away')
      return text === 'ba'
    })
    expect(tried).toEqual(['một', 'hai', 'hai', 'ba'])
    expect(open.telegram.calls[1]?.payload.offset).toBe(ids[1])
    expect(open.waits).toEqual([1_000])
  })

  test('is there for the next process when this one ends', async () => {
    await using open = await openTelegram()
    for (const text of ['một', 'hai']) open.telegram.say(AN, text)
    const stop = new AbortController()
    await open.channel.poll?.(async () => {
      stop.abort()
      throw new Error('the database is away')
    }, stop.signal)
    expect(await pollFor(2, open.channel)).toEqual(['một', 'hai'])
  })

  test('shows nothing of itself in the log', async () => {
    await using open = await openTelegram()
    open.telegram.say(AN, 'số của tôi là 0900000000')
    let tries = 0
    await pollUntil(open.channel, ({ text }) => {
      tries += 1
      if (tries === 1) throw new Error(`cannot store ${text}`)
      return true
    })
    expect(open.logged).toEqual([
      {
        level: 'warn',
        event: 'telegram.poll_failed',
        failures: 1,
        waitMs: 1_000,
        failure: 'not_stored',
        fault: 'Error',
      },
    ])
  })
})

describe('a bad day', () => {
  test('is waited out, longer and longer, and told once it is over', async () => {
    await using open = await openTelegram()
    open.telegram.fail(
      'getUpdates',
      FAULTS.internal,
      { html: 502 },
      'close_before_accept',
      'drop_after_accept',
      { status: 400, description: 'Bad Request' },
      FAULTS.busy(42),
    )
    for (const text of ['một', 'hai']) open.telegram.say(AN, text)
    // The stop comes with the last of two batches, so that the end of the bad day is seen.
    const stop = new AbortController()
    const heard: string[] = []
    await open.channel.poll?.(async ({ text }) => {
      heard.push(text)
      if (text === 'hai') open.telegram.say(AN, 'ba')
      if (text === 'ba') stop.abort()
    }, stop.signal)
    expect(heard).toEqual(['một', 'hai', 'ba'])
    expect(open.waits).toEqual([1_000, 2_000, 5_000, 10_000, 30_000, 42_000])
    expect(open.logged.at(-1)).toEqual({ level: 'info', event: 'telegram.poll_recovered', failures: 6 })
    expect(JSON.stringify(open.logged)).not.toContain('token-of-a-test')
  })

  test('with updates repeated and out of order loses none', async () => {
    const kick = { duplicates: 0.3, reordered: 0.3, random: cycle([0.9, 0.1, 0.7, 0.2, 0.05, 0.5]) }
    await using open = await openTelegram({ kick })
    const said = Array.from({ length: 400 }, (_, at) => `câu ${at}`)
    const stored = new Map<string, string>()
    let tries = 0
    let next = 0
    const sayMore = () => {
      for (const text of said.slice(next, next + 7)) open.telegram.say(AN, text)
      next += 7
    }
    sayMore()
    await pollUntil(open.channel, (message) => {
      tries += 1
      if (tries % 11 === 0) throw new Error('the database is away')
      stored.set(message.id, message.text)
      if (stored.size === next) sayMore()
      return stored.size === said.length
    })
    expect([...stored.values()]).toEqual(said)
    expect(tries).toBeGreaterThan(said.length)
  })
})

describe('polling that cannot work says what to do', () => {
  const hopeless: [string, Fault, string][] = [
    ['a wrong token', FAULTS.unauthorized, telegramTexts.tokenWrong],
    ['a token of the wrong form', { status: 404, description: 'Not Found' }, telegramTexts.tokenWrong],
  ]
  test.each(hopeless)('%s', async (_, fault, sentence) => {
    await using open = await openTelegram()
    open.telegram.fail('getUpdates', fault)
    await expect(pollFor(1, open.channel)).rejects.toThrow(sentence)
  })

  test('a webhook that is set, and stays set', async () => {
    await using open = await openTelegram()
    open.telegram.setWebhook({ url: 'http://127.0.0.1:1/', secret: '' })
    await expect(pollFor(1, open.channel)).rejects.toThrow(telegramTexts.webhookSet)
    expect(open.telegram.calls.map(({ method }) => method)).toEqual(['getUpdates'])
  })

  const conflict: Fault = { status: 409, description: 'Conflict: terminated by other getUpdates request' }

  test('another program that goes on taking the messages', async () => {
    await using open = await openTelegram()
    open.telegram.fail('getUpdates', ...Array<Fault>(6).fill(conflict))
    await expect(pollFor(1, open.channel)).rejects.toThrow(telegramTexts.otherPoller)
    expect(open.waits).toEqual([1_000, 2_000, 5_000, 10_000, 30_000])
  })

  test('but a predecessor that is just ending is waited for', async () => {
    await using open = await openTelegram()
    open.telegram.fail('getUpdates', ...Array<Fault>(5).fill(conflict))
    open.telegram.say(AN, 'chào')
    expect(await pollFor(1, open.channel)).toEqual(['chào'])
  })
})

/** The texts of the next `count` messages. */
async function pollFor(count: number, channel: Channel): Promise<string[]> {
  const heard: string[] = []
  await pollUntil(channel, ({ text }) => heard.push(text) === count)
  return heard
}

async function pollUntil(channel: Channel, isLast: (message: Inbound) => boolean): Promise<void> {
  const stop = new AbortController()
  await channel.poll?.(async (message) => {
    if (isLast(message)) stop.abort()
  }, stop.signal)
}

function cycle(numbers: number[]): () => number {
  let at = 0
  return () => numbers[at++ % numbers.length] ?? 0
}
