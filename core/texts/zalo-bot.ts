/** Sentences of the Zalo Bot channel: below its choices, and for whoever sets it up. */
export const zaloBotTexts = {
  typeNumber: 'Gõ số để chọn.',

  webhookIsSet: (host: string) =>
    `Bot Zalo đang gửi tin tới webhook ở ${host} nên không đọc tin theo cách hỏi định kỳ được. ` +
    'Nhận qua webhook: đặt ZALO_BOT_WEBHOOK_SECRET. Hỏi định kỳ: gỡ webhook (phương thức deleteWebhook). ' +
    'Sau đó khởi động lại.',
  tokenRejected:
    'Zalo không nhận ZALO_BOT_TOKEN. Mở Zalo Bot Creator, sao chép lại token của bot, rồi khởi động lại.',
  methodUnknown: (method: string) =>
    `Máy chủ Zalo không có phương thức ${method}. Kiểm tra ZALO_BOT_API_ROOT rồi khởi động lại. ` +
    'Mẫu: https://bot-api.zaloplatforms.com',
}
