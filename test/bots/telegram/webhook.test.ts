import { expect, test } from 'vitest'
import { openTelegram } from './open-telegram.ts'
import { startWebhook } from './start-webhook.ts'

const SECRET = 'a-secret-of-a-webhook'

test('by webhook, with deliveries repeated, out of order and failing, every message comes and is known again', async () => {
  let turn = 0
  const kick = {
    duplicates: 0.3,
    reordered: 0.3,
    random: () => [0.9, 0.1, 0.7, 0.2, 0.05, 0.5][turn++ % 6] ?? 0,
  }
  await using open = await openTelegram({ webhookSecret: SECRET, kick })
  const said = Array.from({ length: 200 }, (_, at) => `câu ${at}`)
  const stored = new Map<string, string>()
  let tries = 0
  const all = Promise.withResolvers<void>()
  await using webhook = await startWebhook(open.channel, async (message) => {
    tries += 1
    if (tries % 11 === 0) throw new Error('the database is away')
    stored.set(message.id, message.text)
    if (stored.size === said.length) all.resolve()
  })
  for (const text of said) open.telegram.say(4_100_000_001, text)
  open.telegram.setWebhook({ url: webhook.url, secret: SECRET })
  await all.promise
  expect([...stored.values()].toSorted()).toEqual(said.toSorted())
  expect(tries).toBeGreaterThan(said.length * 1.2)
})
