const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Sentences of drafting a problem statement: what surrounds the form itself. */
export const drafting = {
  title: 'soạn bài toán',
  defaultName: (date: string) => `Bản nháp ${date}`,

  consentAsk:
    'Để soạn bài toán, trợ lý cần lưu tài khoản và bản nháp của anh/chị, để anh/chị nghỉ giữa chừng rồi làm tiếp. Anh/chị có đồng ý không?',
  consentYes: 'Đồng ý',
  consentNo: 'Không đồng ý',
  consentRefused:
    'Vâng, trợ lý không lưu gì. Không lưu thì trợ lý chưa giúp soạn bài toán được, nhưng vẫn trả lời câu hỏi chung. ' +
    'Khi đổi ý, anh/chị gõ "soạn bài toán".',

  intro: (code: string, fields: number) =>
    `Mình cùng soạn bài toán, bản nháp ${code}: ${fields} mục, mỗi tin hỏi một mục. Nghỉ lúc nào cũng được, gõ "dừng".\n` +
    'Có sẵn văn bản, anh/chị dán vào đây hoặc gửi tệp Word, PDF: trợ lý điền trước, anh/chị xác nhận từng mục.\n' +
    'Xin đừng gửi nội dung mật, tài liệu nội bộ hoặc dữ liệu cá nhân của người khác.',
  introGuest:
    'Anh/chị chưa có vai trò ở đơn vị nào nên soạn được nhưng chưa gửi được. Khi có mã mời của đơn vị, anh/chị gõ mã đó cho trợ lý.',
  reopened: (title: string, code: string, answered: number, of: number) =>
    `Làm tiếp «${title}» (${code}), đã có ${answered}/${of} mục.`,
  returned: (title: string, code: string, comments: number) =>
    `Bài toán «${title}» (${code}) được trả lại để sửa` +
    (comments === 0 ? '.' : `, có ${comments} góp ý. Trợ lý hỏi lại từng mục có góp ý.`),
  returnReason: (reason: string) => `Lý do chung: ${reason}`,
  generalRemark: (text: string) => `Góp ý chung: ${text}`,
  formChanged: 'Biểu mẫu vừa được cập nhật. Những gì anh/chị đã ghi vẫn còn.',
  formDropped: (items: string) =>
    `Phần sau không còn mục riêng, trợ lý vẫn giữ trong bản nháp:\n${items}\nAnh/chị có thể chép lại vào mục phù hợp.`,

  stopped: (title: string, code: string, answered: number, of: number) =>
    `Đã lưu «${title}» (${code}), ${answered}/${of} mục. Khi nào làm tiếp, anh/chị gõ "tiếp tục", ở đây hoặc ở kênh đã liên kết.`,
  givenUp: (title: string, keepDays: number, until: string) =>
    `Đã hủy «${title}». Trợ lý giữ ${keepDays} ngày, đến ${until}; gõ "khôi phục" để lấy lại.`,
  restored: (title: string) => `Đã lấy lại «${title}». Gõ "tiếp tục" để làm tiếp.`,
  nothingToRestore: 'Không có bản nháp nào đã hủy còn giữ lại.',
  whichToRestore: 'Anh/chị muốn lấy lại bản nháp nào?',
  expired: (title: string) => `Bản nháp «${title}» đã hết thời hạn giữ, không lấy lại được.`,
  givenUpElsewhere: (title: string) =>
    `Bản nháp «${title}» đã được hủy. Tin vừa gửi chưa được ghi. Gõ "khôi phục" để lấy lại bản nháp.`,

  gone: 'Trợ lý không tìm thấy bản nháp này nữa. Gõ "bản nháp" để xem các bản nháp của anh/chị.',
  notOpen: (title: string, code: string, state: string) =>
    `Bài toán «${title}» (${code}) đang ở bước: ${state}, nên không sửa được ở đây.`,
  notWritten: 'Tin vừa gửi chưa được ghi.',
  changedElsewhere: 'Bản nháp vừa được sửa ở nơi khác, trợ lý đã mở bản mới nhất.',

  noDrafts: 'Anh/chị chưa có bản nháp nào. Gõ "soạn bài toán" để bắt đầu.',
  chooseDraft: (count: number) => `Anh/chị có ${count} bản nháp. Mở bản nào?`,
  draftLabel: (title: string, answered: number, of: number, date: string) =>
    `${title} (${answered}/${of} mục, ${date})`,
  returnedLabel: (title: string) => `${title} (được trả lại, cần sửa)`,
  startNew: 'Soạn bài toán mới',
  beginNewOrOpen: (count: number) =>
    count === 1
      ? 'Anh/chị đang có một bản nháp. Làm tiếp bản đó hay soạn bài mới?'
      : `Anh/chị đang có ${count} bản nháp. Làm tiếp bản nào, hay soạn bài mới?`,
  noDraftNamed: (name: string) => `Trợ lý chưa thấy bản nháp nào tên «${name}».`,
  renamed: (name: string) => `Đã đổi tên bản nháp thành «${name}».`,
  renamedButTitled: (title: string) =>
    `Bản nháp này đã có tên bài toán: «${title}». Muốn đổi, anh/chị gõ "sửa tên bài toán".`,
  renameWhich: 'Anh/chị mở bản nháp cần đổi tên trước: gõ "bản nháp", rồi gõ lại "đổi tên bản nháp thành …".',

  complete: (title: string, code: string, answered: number, of: number) =>
    `«${title}» (${code}) đã đủ các mục bắt buộc, ${answered}/${of} mục.`,
  score: (score: number) => `Độ rõ của bài: ${score}/100. Điểm này chỉ để tham khảo, không cản trở việc gửi.`,
  advice: (score: number | null, lines: readonly string[]) =>
    [
      score === null
        ? 'Góp ý cho những mục đã ghi:'
        : `Độ rõ của bài: ${score}/100 (chỉ để tham khảo). Góp ý:`,
      ...lines,
      'Muốn sửa mục nào, gõ "sửa" và số mục.',
    ].join('\n'),
  adviceLine: (field: string, text: string) => `• ${capital(field)}: ${text}`,
  adviceOfModel: (lines: readonly string[]) => ['(AI gợi ý) Anh/chị cân nhắc thêm:', ...lines].join('\n'),
  noAdviceYet: 'Những mục đã ghi chưa có gì cần góp ý. Anh/chị cứ làm tiếp.',
  nextBest: (field: string, text: string) =>
    `Nên bổ sung trước hết ${field}: ${text}\nMuốn nghe thêm, anh/chị gõ "góp ý".`,
  incomplete: (count: number, names: string) => `Còn ${count} mục cần điền hoặc sửa trước khi gửi: ${names}.`,
  send: 'Gửi lãnh đạo đơn vị duyệt',
  sendAgain: 'Gửi lại',
  sendAsLead: 'Gửi chương trình duyệt',
  improve: (field: string) => `Bổ sung ${field}`,
  preview: 'Xem lại toàn bộ',
  edit: 'Sửa tiếp',
  leave: 'Để đó, làm sau',
  answerMissing: 'Trả lời các mục còn thiếu',

  sent: (title: string, code: string) =>
    `Đã gửi «${title}» (${code}) cho lãnh đạo đơn vị. Khi có kết quả, trợ lý báo ngay cho anh/chị.`,
  sentNobody: (title: string, code: string) =>
    `Đã gửi «${title}» (${code}). Đơn vị chưa có người phụ trách trên trợ lý, nên cán bộ chương trình đã được báo để mời người duyệt.`,
  sentAsLead: (title: string, code: string) =>
    `Đã gửi «${title}» (${code}) cho chương trình duyệt. Khi có kết quả, trợ lý báo ngay cho anh/chị.`,
  mayNotSend: (unit: string) =>
    `Anh/chị chưa có vai trò ở ${unit} nên chưa gửi được. Anh/chị xin mã mời của lãnh đạo đơn vị hoặc cán bộ chương trình, ` +
    'gõ mã đó cho trợ lý rồi gõ "tiếp tục". Bản nháp vẫn được giữ.',
  itsUnit: 'đơn vị đề xuất',
  refusedIncomplete: 'Chưa gửi được vì còn mục cần điền hoặc sửa. Gõ "tiếp tục" để trợ lý chỉ từng mục.',
  refusedChanged: 'Bài toán vừa thay đổi ở nơi khác nên trợ lý chưa gửi. Gõ "tiếp tục" để xem bản mới nhất.',

  attached: (file: string, field: string) => `Đã kèm tệp «${file}» vào ${field}.`,
  attachAgain: 'Tệp vừa gửi chưa được kèm, anh/chị gửi lại giúp.',
  attachNowhere: 'Anh/chị chọn mục cần kèm tệp trước: gõ "sửa" và số mục, rồi gửi tệp.',
  attachment: {
    too_big: 'Tệp này quá lớn. Anh/chị gửi tệp dưới 5 MB, hoặc dán nội dung vào đây.',
    gone: 'Nền tảng không còn giữ tệp này. Anh/chị gửi lại giúp, hoặc dán nội dung vào đây.',
    unavailable:
      'Trợ lý chưa lấy được tệp qua kênh này. Anh/chị dán nội dung vào đây, hoặc gõ "gửi tệp" để gửi bằng trang tải lên.',
  },
  file: {
    found: (count: number) => `Trong tệp có ý cho ${count} mục. Anh/chị xác nhận từng mục nhé.`,
    nothing: 'Trợ lý đọc tệp nhưng chưa tìm thấy ý nào cho các mục còn trống.',
    no_text: 'Tệp không có chữ để đọc (có thể là bản chụp), nên trợ lý chỉ kèm tệp.',
    not_supported: 'Trợ lý chỉ đọc được Word (.docx), PDF và văn bản thường, nên tệp này chỉ được kèm.',
    too_big: 'Tệp quá dài để đọc, nên trợ lý chỉ kèm tệp.',
    broken: 'Tệp bị hỏng nên trợ lý không đọc được. Anh/chị thử lưu lại rồi gửi lần nữa.',
    secret:
      'Tệp có dấu hiệu tài liệu mật nên trợ lý không nhận và không lưu. Anh/chị xóa tệp này khỏi khung chat giúp.',
  },
}
