/** Times and limits that an operator or a test may want otherwise. */
export type Settings = {
  /** Whose assistant it is, as its first message says. */
  operatorName: string
  /** The bot's user name on Telegram, for links that carry an invitation; null where there is none. */
  telegramBotName: string | null
  /** How long a process may hold a person, a delivery or a piece of work before another may take it. */
  claimMs: number
  /** Between two looks of a sleeper that nobody woke. */
  pollMs: number
  /** Failed tries after which a person gets a canned sentence instead of an answer. */
  handleAttempts: number
  /** A campaign pauses by itself when so many per cent of its last `campaignFailureSample` messages failed. */
  campaignFailurePercent: number
  campaignFailureSample: number
  /** Days after which kept message text is emptied, and letter boxes are cleared (our proposal; the operator decides). */
  keepTextDays: number
  keepMailboxDays: number
  /** Where people reach the page, without a slash at the end: what links in messages begin with. */
  publicUrl: string
}

export const DEFAULT_SETTINGS: Settings = {
  operatorName: 'Chương trình đổi mới sáng tạo khu vực công Thành phố Hồ Chí Minh',
  telegramBotName: null,
  claimMs: 20_000,
  pollMs: 2_000,
  handleAttempts: 3,
  campaignFailurePercent: 30,
  campaignFailureSample: 100,
  keepTextDays: 90,
  keepMailboxDays: 30,
  publicUrl: 'http://localhost:3000',
}
