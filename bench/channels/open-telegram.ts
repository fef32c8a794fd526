import { startFakeTelegram } from '../../test/support/fake-telegram.ts'
import { type Platform, post } from './platform.ts'

const SECRET = 'a-secret-of-the-telegram-webhook'
const FIRST_PERSON = 4_100_000_000

/** Telegram by polling: every so often an answer to it, at `rate`, repeats an update or turns two round. */
export async function openTelegramPolling(rate: number, random: () => number): Promise<Platform> {
  let repeated = 0
  const fake = await startFakeTelegram({
    kick: {
      random,
      reordered: rate,
      /** Asked once for each answer that could repeat an update. */
      get duplicates() {
        const happens = random() < rate
        repeated += happens ? 1 : 0
        return happens ? 1 : 0
      },
    },
  })
  return {
    channel: 'telegram',
    mode: 'polling',
    destructive: false,
    env: { TELEGRAM_BOT_TOKEN: fake.token, TELEGRAM_API_ROOT: fake.apiRoot },
    async write(person, text) {
      fake.say(FIRST_PERSON + person, text)
      return null
    },
    repeated: () => repeated,
    sent: (person) => sentTo(fake, person),
    waiting: () => fake.pending.length,
    close: fake.close,
  }
}

/** Telegram by webhook. */
export async function openTelegramWebhook(url: string): Promise<Platform> {
  const fake = await startFakeTelegram()
  const deliver = (update: unknown) =>
    post(`${url}/webhooks/telegram`, { 'x-telegram-bot-api-secret-token': SECRET }, JSON.stringify(update))
  return {
    channel: 'telegram',
    mode: 'webhook',
    destructive: false,
    env: {
      TELEGRAM_BOT_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.apiRoot,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
    },
    async write(person, text) {
      fake.say(FIRST_PERSON + person, text)
      const update = fake.pending.pop()
      await deliver(update)
      return () => deliver(update)
    },
    repeated: () => 0,
    sent: (person) => sentTo(fake, person),
    waiting: () => 0,
    close: fake.close,
  }
}

const sentTo = (fake: Awaited<ReturnType<typeof startFakeTelegram>>, person: number) =>
  fake.sent
    .filter(({ payload }) => String(payload.chat_id) === String(FIRST_PERSON + person))
    .map(({ payload }) => String(payload.text))
