import { expect, test, vi } from 'vitest'
import { learnBotName } from '../../app/learn-bot-name.ts'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import { FAULTS, startFakeTelegram } from '../support/fake-telegram.ts'

const NONE = { telegram: null, zaloBot: null, zaloOa: null }
const log = { debug() {}, info() {}, warn() {}, error() {} }
const settings = { ...DEFAULT_SETTINGS, telegramBotName: 'configured_bot' }

test('the name is the configured one until Telegram has said its own', async () => {
  const telegram = await startFakeTelegram()
  const learning = learnBotName(
    { channels: { ...NONE, telegram: { ...telegram, rate: 25 } }, settings },
    { log },
  )
  expect(learning.settings).toMatchObject({ telegramBotName: 'configured_bot', claimMs: settings.claimMs })
  const asking = learning.start()
  await vi.waitFor(() => expect(learning.settings.telegramBotName).toBe('NhipCauBot'))
  await asking.stop()
  await telegram.close()
})

test('it stays the configured one while Telegram has trouble, and stopping does not wait for the next try', async () => {
  const telegram = await startFakeTelegram()
  telegram.fail('getMe', FAULTS.internal)
  const learning = learnBotName(
    { channels: { ...NONE, telegram: { ...telegram, rate: 25 } }, settings },
    { log },
  )
  const asking = learning.start()
  await vi.waitFor(() => expect(telegram.calls).toHaveLength(1))
  await asking.stop()
  expect(learning.settings.telegramBotName).toBe('configured_bot')
  await telegram.close()
})

test('without a bot nobody is asked', async () => {
  const learning = learnBotName({ channels: NONE, settings: DEFAULT_SETTINGS }, { log })
  await learning.start().stop()
  expect(learning.settings.telegramBotName).toBeNull()
})
