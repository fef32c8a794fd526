/** Sentences for whoever sets up and starts the assistant. */
export const settingTexts = {
  invalid: 'Cấu hình chưa đúng, trợ lý chưa khởi động:',
  wholeNumber: (name: string, from: number, to: number) => `${name} phải là số nguyên từ ${from} đến ${to}.`,
  oneOf: (name: string, values: string) => `${name} phải là một trong: ${values}.`,
  tooShort: (name: string, least: number) => `${name} phải dài ít nhất ${least} ký tự ngẫu nhiên.`,
  publicUrl: (name: string) =>
    `${name} là địa chỉ mà người dùng mở được, bắt đầu bằng https:// (http:// chỉ dùng trong mạng nội bộ). ` +
    'Mẫu: https://nhipcau.example.vn',
  tooLong: (name: string, most: number) => `${name} dài nhất ${most} ký tự.`,
  address: (name: string, example: string) => `${name} không phải địa chỉ hợp lệ. Mẫu: ${example}`,
  token: (name: string) => `${name} không đúng dạng. Chép nguyên mã của bot: DÃY_SỐ:CHUỖI_BÍ_MẬT`,
  webhookSecret: (name: string, least: number, most: number) =>
    `${name} phải dài ${least}–${most} ký tự, chỉ gồm A–Z, a–z, 0–9, _ và -.`,
  botName: (name: string) =>
    `${name} là tên người dùng của bot trên Telegram: 5–32 chữ cái không dấu, chữ số hoặc _, ví dụ nhip_cau_bot.`,
  digits: (name: string) => `${name} chỉ gồm chữ số.`,
  needs: (name: string, needed: string) =>
    `Đã có ${name} nhưng thiếu ${needed}. Điền ${needed}, hoặc bỏ ${name}.`,
  apartNeedsServer: (role: string) =>
    `npm run ${role} chạy riêng một nửa nên cần DATABASE_URL (máy chủ PostgreSQL). ` +
    'Không có máy chủ thì dùng npm start.',
  twoDatabases: 'DATABASE_URL và DATA_DIR không dùng cùng lúc: bỏ một trong hai.',

  ready: (url: string) => `Nhịp Cầu đã sẵn sàng. Mở ${url} trong trình duyệt. Dừng: Ctrl+C.`,
  jobsReady: 'Phần xử lý nền của Nhịp Cầu đã chạy. Dừng: Ctrl+C.',
  portInUse: (port: number) =>
    `Cổng ${port} đang có chương trình khác dùng. Dừng chương trình đó, hoặc chọn cổng khác: PORT=3001 npm start`,
  portForbidden: (port: number) =>
    `Không được phép mở cổng ${port}. Chọn cổng từ 1024 trở lên: PORT=3000 npm start`,
  hostUnknown: (host: string) => `HOST "${host}" không phải địa chỉ của máy này. Mẫu: HOST=127.0.0.1`,
  redisUnreachable: (code: string) =>
    `Không kết nối được Redis (${code}). Kiểm tra Redis đang chạy và địa chỉ trong REDIS_URL, hoặc bỏ REDIS_URL.`,
  stopping: 'Đang dừng: làm nốt việc đang dở…',

  askUsage: 'Cách dùng: npm run --silent ask -- [--json] "câu hỏi"',
  chatNotTaken: (port: number) =>
    `Trợ lý đang chạy trên thư mục dữ liệu này nhưng không trả lời ở cổng ${port}. ` +
    'Nếu nó chạy với HOST khác, hãy mở trang của nó trong trình duyệt, hoặc dừng nó rồi thử lại.',
  chatUsage: 'Cách dùng: npm run --silent chat -- --user TÊN [--json]',
}
