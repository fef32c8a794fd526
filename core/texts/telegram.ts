/** What whoever runs the assistant must do when Telegram cannot be used. */
export const telegramTexts = {
  tokenWrong:
    'Telegram không nhận TELEGRAM_BOT_TOKEN. Lấy lại mã của bot ở @BotFather (lệnh /token), sửa cấu hình rồi khởi động lại.',
  webhookSet:
    'Bot Telegram này đang đặt webhook nên trợ lý không tự lấy tin được. Đặt TELEGRAM_WEBHOOK_SECRET để dùng webhook, ' +
    'hoặc gỡ webhook (mở https://api.telegram.org/bot<TELEGRAM_BOT_TOKEN>/deleteWebhook), rồi khởi động lại.',
  otherPoller:
    'Một chương trình khác đang lấy tin của bot Telegram này. Dừng chương trình đó (hoặc đổi mã bằng lệnh /revoke ở ' +
    '@BotFather nếu không biết ai đang dùng), rồi khởi động lại.',
}

export type TelegramProfile = {
  commands: { command: string; description: string }[]
  description: string
  shortDescription: string
}

/**
 * How the bot presents itself: in Vietnamese, and in English to people whose Telegram is in English. Every command is
 * one that `core/commands.ts` understands. Limits: https://core.telegram.org/bots/api#setmydescription (512),
 * #setmyshortdescription (120), #botcommand (32 and 256).
 */
export const telegramProfile: Record<'vi' | 'en', (operator: string) => TelegramProfile> = {
  vi: (operator) => ({
    commands: [
      { command: 'start', description: 'Giới thiệu trợ lý' },
      { command: 'gap_can_bo', description: 'Chuyển câu hỏi cho cán bộ' },
      { command: 'quyen_rieng_tu', description: 'Xem và chọn dữ liệu được lưu' },
      { command: 'rut_dong_y', description: 'Rút lại đồng ý lưu dữ liệu' },
      { command: 'lien_ket', description: 'Nối với tài khoản của anh/chị trên kênh khác' },
      { command: 'kenh_nhan_tin', description: 'Chọn kênh nhận thông báo' },
      { command: 'moi_can_bo', description: 'Mời người khác (cán bộ chương trình, phụ trách đơn vị)' },
      { command: 'huy', description: 'Thôi việc đang làm dở' },
    ],
    description:
      `Nhịp Cầu là trợ lý AI của ${operator}.\n\n` +
      'Anh/chị hỏi về kế hoạch đổi mới sáng tạo trong khu vực công, có dấu hay không dấu đều được. ' +
      'Câu trả lời kèm nguồn. Trợ lý có thể sai và sẽ chuyển câu hỏi cho cán bộ khi không biết.\n\n' +
      'Xin đừng gửi bí mật nhà nước, số giấy tờ hay số tài khoản.',
    shortDescription:
      'Trợ lý AI về đổi mới sáng tạo khu vực công Thành phố Hồ Chí Minh. Có thể sai, luôn kèm nguồn.',
  }),
  en: (operator) => ({
    commands: [
      { command: 'start', description: 'What this assistant is' },
      { command: 'gap_can_bo', description: 'Pass a question on to an official' },
      { command: 'quyen_rieng_tu', description: 'See and choose which data is kept' },
      { command: 'rut_dong_y', description: 'Withdraw consent to keeping data' },
      { command: 'lien_ket', description: 'Link your accounts on other channels' },
      { command: 'kenh_nhan_tin', description: 'Choose where alerts go' },
      { command: 'moi_can_bo', description: 'Invite others (programme staff, unit leads)' },
      { command: 'huy', description: 'Stop what is in progress' },
    ],
    description:
      `Nhịp Cầu (“the span of a bridge”) is the AI assistant of ${operator}.\n\n` +
      'Ask about the plan for innovation in the public sector, best in Vietnamese. Answers name their source. ' +
      'The assistant can be wrong, and passes a question on to an official when it does not know.\n\n' +
      'Please send no state secrets, identity numbers or account numbers.',
    shortDescription:
      'AI assistant on public-sector innovation in Ho Chi Minh City. It can be wrong; it names its sources.',
  }),
}
