import type { Attachment } from '../message.ts'
import type { ConsentPurpose } from '../people/consent.ts'

/** Sentences of the conversation around the answers. */
export const conversation = {
  introduction: (operator: string) =>
    `Chào anh/chị! Đây là Nhịp Cầu, trợ lý AI của ${operator}.\n` +
    'Trợ lý trả lời về kế hoạch đổi mới sáng tạo khu vực công, kèm nguồn; không biết thì chuyển câu hỏi cho cán bộ.\n' +
    'Trợ lý có thể sai, anh/chị nên xem lại nguồn.',

  consentOffer:
    'Trợ lý chưa lưu nội dung tin nhắn của anh/chị. Anh/chị có muốn chọn dữ liệu nào được lưu không? (gồm 4 câu hỏi ngắn)',
  consentOfferYes: 'Xem và chọn',
  consentOfferLater: 'Để sau',
  consentLater:
    'Vâng. Trợ lý vẫn trả lời câu hỏi chung và không lưu nội dung tin nhắn. ' +
    'Khi cần, anh/chị gõ "quyền riêng tư".',

  consentNotice: (operator: string, keepDays: number) =>
    'Dữ liệu của anh/chị\n' +
    '- Để trả lời, hệ thống ghi mã tài khoản chat của anh/chị.\n' +
    '- Nội dung tin nhắn chỉ được lưu khi anh/chị đồng ý, ' +
    `nhiều nhất ${keepDays} ngày; không đồng ý thì trợ lý vẫn trả lời.\n` +
    `- Bên kiểm soát dữ liệu: ${operator}. Người xem: cán bộ phụ trách chương trình.\n` +
    '- Không gửi dữ liệu ra nước ngoài, trừ khi anh/chị đồng ý riêng việc này.\n' +
    '- Anh/chị được xem, sửa, xóa dữ liệu (gõ "gặp cán bộ") và rút lại bất cứ lúc nào (gõ "rút đồng ý").\n\n' +
    'Xin đừng gửi nội dung mật, tài liệu nội bộ hoặc dữ liệu cá nhân của người khác.',

  consentQuestions: {
    account: 'anh/chị có đồng ý cho lưu tài khoản và bản nháp, để lần sau làm tiếp không?',
    alerts: 'anh/chị có đồng ý nhận tin báo (bài toán mới, lịch tập huấn) khi đã đăng ký không?',
    model_abroad:
      'nếu sau này trợ lý dùng mô hình ngôn ngữ đặt ở nước ngoài, anh/chị có đồng ý gửi câu hỏi ' +
      '(đã che thông tin cá nhân) tới đó không?',
    quality_review: 'anh/chị có đồng ý cho lưu câu hỏi để cán bộ xem lại và cải thiện câu trả lời không?',
  } satisfies Record<ConsentPurpose, string>,
  consentQuestion: (number: number, of: number, question: string) => `Câu ${number}/${of}: ${question}`,
  agree: 'Đồng ý',
  disagree: 'Không đồng ý',
  consentNames: {
    account: 'lưu tài khoản và bản nháp',
    alerts: 'nhận tin báo',
    model_abroad: 'dùng mô hình ngôn ngữ ở nước ngoài',
    quality_review: 'lưu câu hỏi để cải thiện',
  } satisfies Record<ConsentPurpose, string>,
  consentDone: (granted: string[]) =>
    granted.length === 0
      ? 'Đã ghi nhận: anh/chị không đồng ý mục nào. Trợ lý vẫn trả lời câu hỏi chung.'
      : `Đã ghi nhận. Anh/chị đồng ý: ${granted.join('; ')}.\nĐổi ý lúc nào cũng được: gõ "rút đồng ý".`,
  consentWithdrawn: (withdrawn: string[]) =>
    `Đã rút lại: ${withdrawn.join('; ')}. Nội dung tin nhắn đã lưu để cải thiện (nếu có) đã được xóa.` +
    (withdrawn.includes(conversation.consentNames.account)
      ? ' Chỗ đã đăng ký ở lớp tập huấn sắp tới (nếu có) được trả lại.'
      : ''),
  consentNothingToWithdraw:
    'Hiện anh/chị không đồng ý mục nào. Trợ lý đã ghi nhận; nội dung tin nhắn từng được lưu (nếu có) đã được xóa.',

  handoverAsk:
    'Anh/chị gõ câu hỏi cần chuyển trong một tin nhắn. Câu hỏi sẽ được lưu cho đến khi cán bộ trả lời xong.\nGõ "hủy" để thôi.',
  handoverTooShort:
    'Câu hỏi hơi ngắn, cán bộ có thể không hiểu. Anh/chị viết rõ hơn giúp trợ lý, hoặc gõ "hủy".',
  handoverDone: (code: string) =>
    `Đã chuyển câu hỏi cho cán bộ chương trình. Mã tra cứu: ${code}.\nAnh/chị giữ mã này để hỏi lại khi cần.`,
  handoverChoice: 'Chuyển câu hỏi cho cán bộ',

  cancelled: 'Đã thôi. Anh/chị cần hỏi gì thêm, cứ nhắn cho trợ lý.',
  nothingToCancel: 'Không có việc gì đang làm dở. Anh/chị cần hỏi gì, cứ nhắn cho trợ lý.',
  dialogueOutdated:
    'Trợ lý vừa được cập nhật nên phần đang làm dở không tiếp tục được. Anh/chị bắt đầu lại giúp nhé.',
  choiceClosed: 'Lựa chọn này thuộc câu hỏi đã xong. Anh/chị gõ lại điều cần hỏi giúp trợ lý nhé.',
  groupInvitation: 'Việc riêng của anh/chị, xin nhắn trực tiếp cho trợ lý.',
  groupNotFound:
    'Trợ lý chưa tìm thấy đúng điều này trong tài liệu. Anh/chị nhắn riêng cho trợ lý để hỏi kỹ hơn hoặc gặp cán bộ nhé.',
  attachments: {
    photo:
      'Trợ lý chưa đọc được chữ trong hình. Anh/chị gõ câu hỏi bằng chữ giúp trợ lý nhé.\n' +
      'Khi soạn bài toán, anh/chị đính kèm hình vào từng mục được.',
    file:
      'Trợ lý nhận tệp khi anh/chị đang soạn bài toán: gõ "soạn bài toán", rồi gửi lại tệp.\n' +
      'Còn nếu muốn hỏi, anh/chị gõ câu hỏi bằng chữ giúp trợ lý nhé.',
    voice: 'Trợ lý chưa nghe được tin thoại. Anh/chị gõ câu hỏi bằng chữ giúp trợ lý nhé.',
    sticker: 'Cảm ơn anh/chị. Cần hỏi về chương trình đổi mới sáng tạo, anh/chị cứ nhắn cho trợ lý.',
    location: 'Trợ lý không dùng vị trí của anh/chị. Anh/chị gõ câu hỏi bằng chữ giúp trợ lý nhé.',
    unsupported: 'Trợ lý chưa nhận được nội dung này. Anh/chị gõ câu hỏi bằng chữ giúp trợ lý nhé.',
  } satisfies Record<Attachment['kind'], string>,

  failed:
    'Xin lỗi anh/chị, trợ lý đang gặp trục trặc nên chưa trả lời được tin nhắn này. ' +
    'Anh/chị nhắn lại sau ít phút, hoặc gõ "gặp cán bộ".',
}
