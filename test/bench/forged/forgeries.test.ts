import { expect, test } from 'vitest'
import { type Forgery, forgeries, genuineRequests } from '../../../bench/forged/forgeries.ts'
import { createRandom } from '../../../bench/random.ts'
import { createTelegramChannel } from '../../../bots/telegram/channel.ts'
import { createZaloBotChannel } from '../../../bots/zalo-bot/channel.ts'
import { createZaloOaChannel } from '../../../bots/zalo-oa/channel.ts'
import type { Channel } from '../../../core/message.ts'
import { createMemoryTokens } from '../../bots/zalo-oa/build-channel.ts'
import { silent } from '../../support/build-deps.ts'

const SECRETS = {
  telegram: 'a-secret-of-the-telegram-webhook',
  zaloBot: 'a-secret-of-the-zalo-webhook',
  zaloOa: { appId: '1000000000000000001', secretKey: 'a-secret-key' },
}
const apiRoot = 'http://localhost'
const CHANNELS: Record<Forgery['channel'], Channel> = {
  telegram: createTelegramChannel({
    token: '1:x',
    apiRoot,
    webhookSecret: SECRETS.telegram,
    log: silent,
  }),
  'zalo-bot': createZaloBotChannel({ token: '2:x', apiRoot, webhookSecret: SECRETS.zaloBot, log: silent }),
  'zalo-oa': createZaloOaChannel({
    ...SECRETS.zaloOa,
    appSecret: 'x',
    apiRoot,
    oauthRoot: apiRoot,
    tokens: createMemoryTokens().tokens,
    log: silent,
    now: () => new Date(0),
  }),
}

/** How many messages a channel reads out of a request, or the name of what it throws. */
const read = async ({ channel, headers, body }: Forgery): Promise<number | string> => {
  const request = new Request(apiRoot, { method: 'POST', headers, body })
  return CHANNELS[channel].parse(request).then(
    (messages) => messages.length,
    (fault: Error) => fault.name,
  )
}

test('what is called forged is forged, and what is called genuine is genuine', async () => {
  const random = createRandom('forged')
  for (const forgery of forgeries(330, SECRETS, random)) {
    const expected = forgery.kind.endsWith('with the secret') ? [0, 'BadRequest'] : ['Unauthorized']
    expect(expected, `${forgery.kind} on ${forgery.channel}`).toContain(await read(forgery))
  }
  expect(await Promise.all(genuineRequests(SECRETS, random).map(read))).toEqual([1, 1, 1])
})

test('every kind comes on every platform, as many as are asked for', () => {
  const all = [...forgeries(100, SECRETS, createRandom('forged'))]
  expect(all).toHaveLength(100)
  const kinds = new Set(all.map(({ kind }) => kind))
  for (const kind of kinds) {
    const channels = new Set(all.filter((one) => one.kind === kind).map(({ channel }) => channel))
    expect(channels.size, kind).toBe(3)
  }
})
