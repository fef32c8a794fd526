import type { ChannelConfigs } from '../channel-config.ts'
import type { ChannelName } from '../message.ts'
import type { PaceRules } from './pace.ts'

/**
 * Telegram, without paid broadcasts: about 30 messages a second in all and one a second to a chat
 * (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 */
export const TELEGRAM_FREE = 30
const TELEGRAM_CHAT_GAP_MS = 1_000

/**
 * How fast each platform that is set up lets us write; our own channels take everything. What is no reply goes at the
 * configured rate; replies may use what is left up to the platform's own limit, where one is known.
 */
export function paceRulesOf(configs: ChannelConfigs): Map<ChannelName, PaceRules> {
  const { telegram, zaloBot, zaloOa } = configs
  const rules = new Map<ChannelName, PaceRules>()
  if (telegram) {
    const most = Math.max(TELEGRAM_FREE, telegram.rate)
    rules.set('telegram', { perSecond: telegram.rate, most, chatGapMs: TELEGRAM_CHAT_GAP_MS })
  }
  // No number is published for either of Zalo's: these are paced carefully, and replies wait for nobody.
  if (zaloBot) rules.set('zalo-bot', { perSecond: zaloBot.rate, most: null, chatGapMs: 0 })
  if (zaloOa) rules.set('zalo-oa', { perSecond: zaloOa.rate, most: null, chatGapMs: 0 })
  return rules
}
