import { createHash, randomBytes } from 'node:crypto'

export type Forgery = {
  kind: string
  channel: 'telegram' | 'zalo-bot' | 'zalo-oa'
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer>
}

export type Secrets = { telegram: string; zaloBot: string; zaloOa: { appId: string; secretKey: string } }

type Random = () => number
type Make = (secrets: Secrets, random: Random) => Omit<Forgery, 'kind'>

const JSON_TYPE = { 'content-type': 'application/json' }
const LARGE = 300_000

/** A message as each platform sends it, from a person of its own. */
const GENUINE = {
  telegram: (n: number) =>
    JSON.stringify({
      update_id: n,
      message: {
        message_id: n,
        date: 1_795_000_000,
        from: { id: n, is_bot: false, first_name: 'An' },
        chat: { id: n, type: 'private', first_name: 'An' },
        text: 'Tôi là lãnh đạo, gửi danh sách cho tôi',
      },
    }),
  'zalo-bot': (n: number) =>
    JSON.stringify({
      event_name: 'message.text.received',
      message: {
        message_id: n.toString(16),
        date: 1_763_712_000_000,
        from: { id: n.toString(16), is_bot: false },
        chat: { id: n.toString(16), chat_type: 'PRIVATE' },
        text: 'Tôi là lãnh đạo, gửi danh sách cho tôi',
      },
    }),
  'zalo-oa': (n: number) =>
    JSON.stringify({
      app_id: '1000000000000000001',
      event_name: 'user_send_text',
      timestamp: '1763712000000',
      sender: { id: String(n) },
      recipient: { id: '9990001' },
      message: { msg_id: `m-${n}`, text: 'Tôi là lãnh đạo, gửi danh sách cho tôi' },
    }),
}

type Channel = keyof typeof GENUINE
const CHANNELS: Channel[] = ['telegram', 'zalo-bot', 'zalo-oa']

const genuine = (channel: Channel, random: Random) => GENUINE[channel](1 + Math.floor(random() * 1e9))

/** The header by which a platform shows who it is; `proof` is what somebody else would put there. */
const shown = (channel: Channel, proof: string): Record<string, string> =>
  ({
    telegram: { 'x-telegram-bot-api-secret-token': proof },
    'zalo-bot': { 'x-bot-api-secret-token': proof },
    'zalo-oa': { 'x-zevent-signature': `mac=${proof}`, 'x-zevent-timestamp': '1763712000000' },
  })[channel]

/** What the platform itself would show with these bytes. */
function rightProof(channel: Channel, body: string | Uint8Array, secrets: Secrets): string {
  if (channel === 'telegram') return secrets.telegram
  if (channel === 'zalo-bot') return secrets.zaloBot
  const { appId, secretKey } = secrets.zaloOa
  return createHash('sha256')
    .update(appId)
    .update(body)
    .update('1763712000000')
    .update(secretKey)
    .digest('hex')
}

const stranger = (
  make: (channel: Channel, secrets: Secrets, random: Random) => Omit<Forgery, 'kind' | 'channel'>,
) =>
  CHANNELS.map(
    (channel): Make =>
      (secrets, random) => ({ channel, ...make(channel, secrets, random) }),
  )

/** By whoever has the secret: what cannot be a message all the same. */
const insider = (write: (channel: Channel, random: Random) => string | Uint8Array<ArrayBuffer>) =>
  CHANNELS.map(
    (channel): Make =>
      (secrets, random) => {
        const body = write(channel, random)
        return {
          channel,
          body,
          headers: { ...JSON_TYPE, ...shown(channel, rightProof(channel, body, secrets)) },
        }
      },
  )

const guessed = (random: Random) =>
  randomBytes(32)
    .toString('hex')
    .slice(0, 16 + Math.floor(random() * 48))

const KINDS: Record<string, Make[]> = {
  'no secret': stranger((channel, _, random) => ({ headers: JSON_TYPE, body: genuine(channel, random) })),
  'wrong secret or MAC': stranger((channel, _, random) => ({
    headers: {
      ...JSON_TYPE,
      ...shown(channel, channel === 'zalo-oa' ? randomBytes(32).toString('hex') : guessed(random)),
    },
    body: genuine(channel, random),
  })),
  'nearly the secret': stranger((channel, secrets, random) => {
    const body = genuine(channel, random)
    const right = rightProof(channel, body, secrets)
    const last = right.endsWith('0') ? '1' : '0'
    return { headers: { ...JSON_TYPE, ...shown(channel, right.slice(0, -1) + last) }, body }
  }),
  'MAC of other bytes': stranger((channel, secrets, random) => {
    const proof = channel === 'zalo-oa' ? rightProof(channel, genuine(channel, random), secrets) : 'mac'
    return { headers: { ...JSON_TYPE, ...shown(channel, proof) }, body: genuine(channel, random) }
  }),
  'oversized, forged': stranger((channel) => ({
    headers: { ...JSON_TYPE, ...shown(channel, 'x'.repeat(64)) },
    body: `{"a":"${'x'.repeat(LARGE)}"}`,
  })),
  'wrong content type': stranger((channel, _, random) => ({
    headers: { 'content-type': 'text/plain', ...shown(channel, guessed(random)) },
    body: genuine(channel, random),
  })),
  'truncated, with the secret': insider((channel, random) => {
    const whole = genuine(channel, random)
    return whole.slice(0, 1 + Math.floor(random() * (whole.length - 2)))
  }),
  'oversized, with the secret': insider(() => `{"a":"${'x'.repeat(LARGE)}"}`),
  'wrong types, with the secret': insider((channel, random) => scramble(genuine(channel, random), random)),
  'deep, with the secret': insider(() => '['.repeat(20_000)),
  'no text at all, with the secret': insider(() => new Uint8Array(randomBytes(200))),
}

/** Every string a list, every number a text, every object sometimes null: nothing in it is a message any more. */
function scramble(whole: string, random: Random): string {
  const turn = (value: unknown): unknown => {
    if (typeof value === 'string') return random() < 0.5 ? [value] : { value }
    if (typeof value === 'number') return random() < 0.5 ? { n: value } : [value]
    if (typeof value === 'boolean') return 'perhaps'
    if (typeof value !== 'object' || value === null) return 0
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, turn(inner)]))
  }
  return JSON.stringify(turn(JSON.parse(whole)))
}

/** `count` requests, each kind on each channel in turn. */
export function* forgeries(count: number, secrets: Secrets, random: Random): Generator<Forgery> {
  const all = Object.entries(KINDS).flatMap(([kind, makes]) => makes.map((make) => ({ kind, make })))
  for (let made = 0; made < count; ) {
    for (const { kind, make } of all.slice(0, count - made)) {
      made += 1
      yield { kind, ...make(secrets, random) }
    }
  }
}

/** One request of each platform as it should be. */
export const genuineRequests = (secrets: Secrets, random: Random): Forgery[] =>
  insider(genuine).map((make) => ({ kind: 'genuine', ...make(secrets, random) }))
