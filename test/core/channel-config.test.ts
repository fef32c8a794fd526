import { describe, expect, test } from 'vitest'
import { parseChannelConfigs } from '../../core/channel-config.ts'

const SECRET = 'a-secret-of-twenty-odd'
const TELEGRAM = { TELEGRAM_BOT_TOKEN: '12:AAbb' }
const ZALO_OA = { ZALO_OA_APP_ID: '77', ZALO_OA_APP_SECRET: 'hush', ZALO_OA_SECRET_KEY: 'hidden' }

const problemsOf = (env: Record<string, string>) => {
  const parsed = parseChannelConfigs(env)
  return parsed.status === 'invalid' ? parsed.problems : []
}

describe('the settings of the platforms', () => {
  test('none set, none on', () => {
    expect(parseChannelConfigs({ TELEGRAM_BOT_TOKEN: ' ' })).toEqual({
      status: 'ok',
      channels: { telegram: null, zaloBot: null, zaloOa: null },
    })
  })

  test('a token is enough for a bot; the official account needs three values', () => {
    expect(parseChannelConfigs({ ...TELEGRAM, ZALO_BOT_TOKEN: '3:cc', ...ZALO_OA })).toEqual({
      status: 'ok',
      channels: {
        telegram: { token: '12:AAbb', apiRoot: 'https://api.telegram.org', rate: 25 },
        zaloBot: { token: '3:cc', apiRoot: 'https://bot-api.zaloplatforms.com', monthlyQuota: 3000, rate: 1 },
        zaloOa: {
          appId: '77',
          appSecret: 'hush',
          secretKey: 'hidden',
          apiRoot: 'https://openapi.zalo.me',
          oauthRoot: 'https://oauth.zaloapp.com',
          rate: 10,
        },
      },
    })
  })

  test('what is set is taken, and a root loses its last slash', () => {
    const env = {
      ...TELEGRAM,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:8081/',
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      ZALO_BOT_TOKEN: '3:cc',
      ZALO_BOT_WEBHOOK_SECRET: SECRET,
      ZALO_BOT_MONTHLY_QUOTA: '50',
    }
    expect(parseChannelConfigs(env)).toMatchObject({
      channels: {
        telegram: { apiRoot: 'http://127.0.0.1:8081', webhookSecret: SECRET },
        zaloBot: { webhookSecret: SECRET, monthlyQuota: 50 },
      },
    })
  })

  test('a platform that is half set is told, every missing value by name', () => {
    expect(problemsOf({ TELEGRAM_WEBHOOK_SECRET: SECRET })).toEqual([
      expect.stringContaining('TELEGRAM_BOT_TOKEN'),
    ])
    expect(problemsOf({ ZALO_BOT_MONTHLY_QUOTA: '100' })).toEqual([expect.stringContaining('ZALO_BOT_TOKEN')])
    const lone = problemsOf({ ZALO_OA_REFRESH_TOKEN: 'r' }).join('\n')
    for (const name of Object.keys(ZALO_OA)) expect(lone).toContain(name)
  })

  test.each([
    ['TELEGRAM_BOT_TOKEN', 'no colon'],
    ['TELEGRAM_WEBHOOK_SECRET', 'short'],
    ['TELEGRAM_WEBHOOK_SECRET', 'with spaces and đ in its middle'],
    ['TELEGRAM_API_ROOT', 'ftp://x'],
    ['ZALO_BOT_MONTHLY_QUOTA', '0'],
    ['ZALO_BOT_MONTHLY_QUOTA', '3,000'],
    ['ZALO_OA_APP_ID', 'abc'],
  ])('%s cannot be "%s", and the value is not repeated', (name, value) => {
    const problems = problemsOf({ ...TELEGRAM, ZALO_BOT_TOKEN: '3:cc', ...ZALO_OA, [name]: value })
    expect(problems).toEqual([expect.stringContaining(name)])
    expect(problems.join()).not.toContain(value)
  })
})
