import { describe, expect, test } from 'vitest'
import { describeBot } from '../../../bots/telegram/describe-bot.ts'
import { findCommand } from '../../../core/commands.ts'
import { SendError } from '../../../core/errors.ts'
import { telegramProfile } from '../../../core/texts/telegram.ts'
import { FAULTS, startFakeTelegram } from '../../support/fake-telegram.ts'

const operatorName = 'Chương trình đổi mới sáng tạo khu vực công Thành phố Hồ Chí Minh'

describe('the bot', () => {
  test('is described in Vietnamese for everybody, and in English', async () => {
    await using open = await openBot()
    expect(await describeBot(open)).toEqual({ changed: 6 })
    const written = open.telegram.calls.filter(({ method }) => method.startsWith('set'))
    expect(written.map(({ method, payload }) => [method, payload.language_code])).toEqual([
      ['setMyCommands', undefined],
      ['setMyDescription', undefined],
      ['setMyShortDescription', undefined],
      ['setMyCommands', 'en'],
      ['setMyDescription', 'en'],
      ['setMyShortDescription', 'en'],
    ])
  })

  test('is left alone where nothing changed', async () => {
    await using open = await openBot()
    await describeBot(open)
    expect(await describeBot(open)).toEqual({ changed: 0 })
  })

  test('gets only what changed', async () => {
    await using open = await openBot()
    await describeBot(open)
    expect(await describeBot({ ...open, operatorName: 'Sở Khoa học và Công nghệ' })).toEqual({ changed: 2 })
  })

  test('that cannot be reached is a SendError', async () => {
    await using open = await openBot()
    open.telegram.fail('getMyCommands', FAULTS.internal)
    await expect(describeBot(open)).rejects.toThrow(SendError)
  })
})

describe.each(['vi', 'en'] as const)('the profile in %s', (language) => {
  const profile = telegramProfile[language]('x'.repeat(120))

  test('keeps to the limits of Telegram, with the longest operator there may be', () => {
    expect(profile.description.length).toBeLessThanOrEqual(512)
    expect(profile.shortDescription.length).toBeLessThanOrEqual(120)
    for (const { command, description } of profile.commands) {
      expect(command).toMatch(/^[a-z0-9_]{1,32}$/)
      expect(description.length).toBeLessThanOrEqual(256)
    }
  })

  test('lists only commands that are understood', () => {
    expect(profile.commands.filter(({ command }) => findCommand(`/${command}`) === null)).toEqual([])
  })
})

async function openBot() {
  const telegram = await startFakeTelegram()
  const { token, apiRoot } = telegram
  return { telegram, token, apiRoot, operatorName, [Symbol.asyncDispose]: telegram.close }
}
