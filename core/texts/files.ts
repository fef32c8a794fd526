/** Sentences around files: links to them, the pages behind the links, the page for sending one. */
export const fileTexts = {
  download: (until: string) => `Tải tệp (đến ${until}):`,
  goneBeforeSent: (name: string) =>
    `Tệp "${name}" đã hết hạn lưu. Anh/chị yêu cầu lại để trợ lý tạo tệp mới.`,
  uploadHere: 'Gửi tệp tại đây (trong 1 ngày):',
  uploadLabel: 'mở trang gửi tệp',

  linkExpired: 'Đường dẫn đã hết hạn',
  linkExpiredHelp:
    'Để giữ an toàn, mỗi đường dẫn chỉ dùng được trong một thời gian. Anh/chị quay lại khung chat, yêu cầu tệp lần nữa để nhận đường dẫn mới.',
  linkWrong: 'Không mở được đường dẫn này',
  linkWrongHelp:
    'Đường dẫn có thể bị chép thiếu. Anh/chị quay lại khung chat và bấm thẳng vào đường dẫn, hoặc yêu cầu tệp lần nữa.',
  fileGone: 'Tệp không còn được lưu',
  fileGoneHelp: 'Anh/chị quay lại khung chat và yêu cầu tệp lần nữa.',

  uploadTitle: 'Gửi tệp cho trợ lý',
  uploadIntro: (mostMb: number) =>
    `Chọn một tệp Word (.docx), PDF, Excel (.xlsx, .csv), văn bản (.txt) hoặc ảnh, nhiều nhất ${mostMb} MB.`,
  uploadSecret: 'Xin đừng gửi tài liệu mật, số giấy tờ hay số tài khoản.',
  uploadField: 'Tệp của anh/chị',
  uploadButton: 'Gửi tệp',
  uploadAgain: 'Chọn tệp khác',
  uploadDone: 'Đã nhận tệp',
  uploadDoneHelp: (name: string) => `Trợ lý đã nhận "${name}". Anh/chị quay lại khung chat để làm tiếp.`,
  uploadTwice: 'Tệp này đã nhận rồi',
  uploadTwiceHelp: (name: string) =>
    `Trợ lý đã có "${name}" từ lần gửi trước, không cần gửi lại. Anh/chị quay lại khung chat để làm tiếp.`,
  uploadExpiredHelp: 'Anh/chị quay lại khung chat và nhắn lại điều đang làm để nhận đường dẫn mới.',
  notTaken: 'Chưa nhận được tệp',
  tooBig: (mostMb: number) =>
    `Tệp lớn hơn ${mostMb} MB. Anh/chị nén ảnh trong tệp, hoặc gửi phần cần thiết rồi thử lại.`,
  wrongType:
    'Trợ lý chỉ nhận tệp .docx, .pdf, .xlsx, .csv, .txt và ảnh .jpg, .png, .webp, .heic. Anh/chị chọn tệp khác giúp trợ lý.',
  oldOffice:
    'Đây là tệp Office đời cũ. Anh/chị mở tệp, chọn "Lưu thành" (Save As) loại .docx hoặc .xlsx rồi gửi lại.',
  notWhatItSays:
    'Nội dung tệp không đúng với đuôi tên tệp nên trợ lý không mở được. Anh/chị kiểm tra lại tệp rồi gửi lại.',
  noFile: 'Anh/chị chưa chọn tệp. Bấm vào ô chọn tệp, chọn một tệp rồi bấm "Gửi tệp".',
  emptyFile: 'Tệp này không có nội dung. Anh/chị kiểm tra lại tệp rồi gửi lại.',
  tooMany: 'Anh/chị gửi hơi nhanh. Xin chờ một phút rồi gửi lại tệp này.',
  busy: 'Đang có nhiều người gửi tệp cùng lúc. Anh/chị chờ một phút rồi gửi lại.',
  failed: 'Trợ lý đang gặp trục trặc nên chưa nhận được tệp. Anh/chị thử lại sau ít phút.',
} as const
