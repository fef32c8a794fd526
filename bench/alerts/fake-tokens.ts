export const TELEGRAM_TOKEN = '70001:AA-token-of-a-bench'
export const ZALO_BOT_TOKEN = '80001:AA-token-of-a-bench'
