/**
 * The address that opens the bot on Telegram and sends it "/start CODE" (https://core.telegram.org/bots/features:
 * deep linking, up to 64 of A-Z a-z 0-9 _ -); null where no bot is set up.
 */
export function telegramLink(bot: string | null, code: string): string | null {
  return bot === null ? null : `https://t.me/${bot}?start=${code}`
}
