import { listOf } from './public-copy.ts'

type Found = Parameters<typeof listOf>[0]

/** Questions to the owner of a challenge: asked without a name, answered for everybody. */
export const challengeQuestions = {
  title: 'hỏi đáp về bài toán',
  ask: (title: string) =>
    `Anh/chị muốn hỏi gì về «${title}»? Gõ câu hỏi trong một tin nhắn, không kèm thông tin riêng của anh/chị.`,
  tooShort: 'Câu hỏi hơi ngắn, đơn vị có thể không hiểu. Anh/chị viết rõ hơn giúp trợ lý.',
  tooLong: (most: number) => `Câu hỏi dài quá ${most} ký tự. Anh/chị rút gọn giúp trợ lý.`,
  confirm: (text: string, title: string, found: Found) =>
    `Gửi câu hỏi này về bài toán «${title}»?\n«${text}»\n` +
    'Đơn vị không biết ai hỏi. Câu hỏi và câu trả lời được công bố cho mọi người.' +
    (found.length === 0 ? '' : `\nLưu ý: trong câu có ${listOf(found)}. Nếu là của anh/chị, nên bỏ đi.`),
  send: 'Gửi',
  change: 'Sửa lại',
  drop: 'Thôi',
  sent: (code: string) => `Đã gửi câu hỏi, mã ${code}. Khi đơn vị công bố câu trả lời, trợ lý báo anh/chị.`,
  tooMany: (most: number) =>
    `Anh/chị đang có ${most} câu hỏi chờ trả lời về bài toán này. Anh/chị chờ trả lời rồi hỏi tiếp nhé.`,
  dropped: 'Vâng, trợ lý không gửi.',

  notice: (code: string, of: { title: string; challengeCode: string; text: string }) =>
    `Có câu hỏi ${code} về bài toán «${of.title}» (${of.challengeCode}):\n«${of.text}»\n` +
    `Trả lời: gõ "trả lời ${code}". Không trả lời: gõ "từ chối ${code}".`,
  notFound: (code: string) => `Trợ lý không tìm thấy câu hỏi ${code} mà anh/chị được trả lời.`,
  settled: (code: string) => `Câu hỏi ${code} đã được trả lời hoặc từ chối rồi.`,
  askAnswer: (code: string, text: string) =>
    `Câu hỏi ${code}: «${text}»\nAnh/chị gõ câu trả lời trong một tin nhắn.`,
  answerTooShort: 'Câu trả lời hơi ngắn. Anh/chị viết rõ hơn giúp trợ lý.',
  answerTooLong: (most: number) => `Câu trả lời dài quá ${most} ký tự. Anh/chị rút gọn giúp trợ lý.`,
  confirmPublish: (question: string, answer: string, found: Found) =>
    `Công bố cho mọi người?\nHỏi: ${question}\nĐáp: ${answer}` +
    (found.length === 0 ? '' : `\nLưu ý: trong đó có ${listOf(found)}. Ai cũng sẽ đọc được.`),
  publish: 'Công bố',
  cover: 'Che những chỗ đó',
  publishAsIs: 'Vẫn công bố như vậy',
  notPublic: (code: string) =>
    `Bài toán của câu hỏi ${code} không còn công bố, nên trợ lý không đăng câu trả lời.`,
  confirmForward: (question: string, answer: string) =>
    `Gửi người phụ trách duyệt?\nHỏi: ${question}\nĐáp: ${answer}`,
  forward: 'Gửi duyệt',
  published: (code: string) =>
    `Đã công bố câu trả lời ${code}. Người hỏi và người theo dõi bài toán được báo.`,
  forwarded: (code: string) => `Đã gửi câu trả lời ${code} cho người phụ trách duyệt.`,
  waitsForApproval: (code: string, of: { title: string; text: string; answer: string }) =>
    `Câu trả lời ${code} về bài toán «${of.title}» chờ anh/chị duyệt.\nHỏi: ${of.text}\nĐáp: ${of.answer}\n` +
    `Duyệt: gõ "duyệt ${code}". Viết lại: gõ "trả lời ${code}".`,
  nothingToApprove: (code: string) => `Câu hỏi ${code} chưa có câu trả lời. Gõ "trả lời ${code}" để viết.`,
  changedMeanwhile: (code: string) =>
    `Người khác vừa xử lý câu hỏi ${code}, nên trợ lý chưa ghi gì. Gõ "trả lời ${code}" để xem lại.`,
  askReason: (code: string, text: string) =>
    `Câu hỏi ${code}: «${text}»\nAnh/chị gõ lý do không trả lời. Chỉ người hỏi đọc được.`,
  confirmDecline: (code: string, reason: string) => `Từ chối câu hỏi ${code} với lý do sau?\n«${reason}»`,
  decline: 'Từ chối',
  declined: (code: string) => `Đã từ chối câu hỏi ${code}. Chỉ người hỏi được báo lý do.`,
  declinedNotice: (code: string, of: { title: string; reason: string }) =>
    `Đơn vị chưa trả lời được câu hỏi ${code} của anh/chị về bài toán «${of.title}».\nLý do: ${of.reason}`,
  answeredNotice: (of: { title: string; challengeCode: string; text: string; answer: string }) =>
    `Có hỏi đáp mới về bài toán «${of.title}» (${of.challengeCode}):\nHỏi: ${of.text}\nĐáp: ${of.answer}`,
  answeredAsker: (code: string, of: { title: string; challengeCode: string; text: string; answer: string }) =>
    `Câu hỏi ${code} của anh/chị về bài toán «${of.title}» (${of.challengeCode}) đã có trả lời:\n` +
    `Hỏi: ${of.text}\nĐáp: ${of.answer}`,

  answer: (of: { text: string; answer: string; challengeCode: string; title: string; date: string }) =>
    `${of.answer}\n(Câu hỏi: ${of.text})\n\nNguồn: Hỏi đáp ${of.challengeCode}, «${of.title}», công bố ngày ${of.date}`,
  mayAsk: (code: string) =>
    `Trợ lý chưa thấy điều này trong bài toán ${code}. Anh/chị có muốn hỏi đơn vị không?`,
  askUnit: 'Hỏi đơn vị',
  readPage: 'Xem bài toán',
}
