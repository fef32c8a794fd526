import { startFakeZaloOa } from '../../test/support/fake-zalo-oa.ts'
import { type Platform, post } from './platform.ts'

const idOf = (person: number) => String(5_550_000 + person)

/** A Zalo Official Account, which knows webhooks only. */
export async function openZaloOaWebhook(url: string): Promise<Platform> {
  const fake = await startFakeZaloOa({ now: () => new Date() })
  return {
    channel: 'zalo-oa',
    mode: 'webhook',
    destructive: false,
    env: {
      ZALO_OA_APP_ID: fake.appId,
      ZALO_OA_APP_SECRET: fake.appSecret,
      ZALO_OA_SECRET_KEY: fake.secretKey,
      ZALO_OA_REFRESH_TOKEN: fake.state.refreshToken,
      ZALO_OA_API_ROOT: fake.root,
      ZALO_OA_OAUTH_ROOT: fake.root,
    },
    async write(person, text) {
      const request = fake.webhook(fake.says(idOf(person), text))
      const headers = Object.fromEntries(request.headers)
      const body = await request.text()
      const deliver = () => post(`${url}/webhooks/zalo-oa`, headers, body)
      await deliver()
      return deliver
    },
    repeated: () => 0,
    sent: (person) =>
      fake.state.sends.filter(({ to }) => to === idOf(person)).map(({ message }) => String(message.text)),
    waiting: () => 0,
    close: fake.close,
  }
}
