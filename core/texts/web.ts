/** Every sentence of the chat page and of the web channel's own answers to a request it cannot take. */
export const webTexts = {
  name: 'Nhịp Cầu',
  title: 'Nhịp Cầu: trợ lý AI về đổi mới sáng tạo khu vực công',
  role: 'Trợ lý AI của chương trình đổi mới sáng tạo khu vực công Thành phố Hồ Chí Minh',
  canBeWrong: 'Trợ lý có thể sai. Anh/chị hãy xem lại nguồn.',
  skip: 'Đến ô nhập câu hỏi',
  noScript: 'Trang này cần JavaScript. Anh/chị hãy bật JavaScript trong trình duyệt rồi tải lại trang.',

  welcome: 'Anh/chị muốn hỏi điều gì?',
  welcomeHelp: 'Gõ câu hỏi ở ô bên dưới, có dấu hay không dấu đều được. Hoặc chọn một câu hỏi mẫu:',
  examples: [
    'Kế hoạch có mấy nhóm nhiệm vụ?',
    'Quy trình 5 bước gồm những gì?',
    'Tổ công tác gồm những ai?',
    'Inno-Coffee là gì?',
  ],
  keepSecret: 'Xin đừng gửi bí mật nhà nước, số giấy tờ hay số tài khoản.',

  conversation: 'Hội thoại',
  you: 'Anh/chị',
  assistant: 'Trợ lý',
  choices: 'Các lựa chọn',
  answering: 'Đang trả lời…',
  answeringSlowly: 'Trợ lý cần thêm thời gian. Câu trả lời sẽ hiện ở đây, kể cả khi anh/chị quay lại sau.',
  reconnecting: 'Mất kết nối. Đang nối lại…',
  cookiesNeeded:
    'Trình duyệt đang chặn cookie nên trợ lý không nhận ra anh/chị. Hãy cho phép cookie ở trang này.',

  compose: 'Soạn câu hỏi',
  question: 'Câu hỏi của anh/chị',
  placeholder: 'Nhập câu hỏi…',
  send: 'Gửi',
  sending: 'Đang gửi…',
  failed: 'Chưa gửi được.',
  retry: 'Gửi lại',
  edit: 'Sửa lại',
  tooLong: 'Tin nhắn dài quá 20.000 ký tự. Anh/chị hãy rút ngắn hoặc chia thành nhiều tin.',
  unreadable: 'Trợ lý không đọc được tin này. Anh/chị hãy tải lại trang rồi gửi lại.',

  clear: 'Xóa hội thoại',
  clearAsk: 'Xóa hội thoại trên máy này?',
  clearExplain: 'Câu hỏi và câu trả lời sẽ không còn hiện trong trình duyệt này.',
  clearConfirm: 'Xóa trên máy này',
  clearCancel: 'Giữ lại',
  cleared: 'Đã xóa hội thoại trên máy này.',
} as const
