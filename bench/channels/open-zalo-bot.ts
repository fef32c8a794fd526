import { createFakeZaloBot } from '../../test/support/fake-zalo-bot.ts'
import { type Platform, post } from './platform.ts'

const SECRET = 'a-secret-of-the-zalo-webhook'
/** A read that finds nothing is held for a tenth of what the real platform holds it. */
const SECOND_MS = 100

const idOf = (person: number) => `c0ffee${person.toString(16).padStart(14, '0')}`

/** Zalo's Bot Platform by polling: what is read is gone, also where nobody was left to take the answer. */
export async function openZaloBotPolling(): Promise<Platform> {
  const fake = await createFakeZaloBot({ secondMs: SECOND_MS })
  return {
    channel: 'zalo-bot',
    mode: 'polling',
    destructive: true,
    env: { ZALO_BOT_TOKEN: fake.token, ZALO_BOT_API_ROOT: fake.apiRoot },
    async write(person, text) {
      fake.says(idOf(person), { text })
      const update = fake.waiting.at(-1)
      return async () => {
        if (update) fake.waiting.push(update)
      }
    },
    repeated: () => 0,
    sent: (person) => sentTo(fake, person),
    waiting: () => fake.waiting.length,
    close: fake.close,
  }
}

/** The same by webhook, tried until it is taken; whether the real platform tries again is not documented. */
export async function openZaloBotWebhook(url: string): Promise<Platform> {
  const fake = await createFakeZaloBot()
  const deliver = (update: unknown) =>
    post(`${url}/webhooks/zalo-bot`, { 'x-bot-api-secret-token': SECRET }, JSON.stringify(update))
  return {
    channel: 'zalo-bot',
    mode: 'webhook',
    destructive: false,
    env: {
      ZALO_BOT_TOKEN: fake.token,
      ZALO_BOT_API_ROOT: fake.apiRoot,
      ZALO_BOT_WEBHOOK_SECRET: SECRET,
    },
    async write(person, text) {
      fake.says(idOf(person), { text })
      const update = fake.waiting.pop()
      await deliver(update)
      return () => deliver(update)
    },
    repeated: () => 0,
    sent: (person) => sentTo(fake, person),
    waiting: () => 0,
    close: fake.close,
  }
}

const sentTo = (fake: Awaited<ReturnType<typeof createFakeZaloBot>>, person: number) =>
  fake.sent.filter(({ chatId }) => chatId === idOf(person)).map(({ text }) => text)
