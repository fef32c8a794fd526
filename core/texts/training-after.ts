type Named = { course: string; code: string }

const named = ({ course, code }: Named) => `${course} (${code})`

/** A materials line of a message; empty where there is nothing to hand out. */
const handouts = (materials: readonly string[]) =>
  materials.length === 0 ? [] : [`Tài liệu:\n${materials.join('\n')}`]

/** After a class: what is handed out, and three questions that nobody's name is kept with. */
export const afterTexts = {
  followUp: (session: Named, materials: readonly string[]) =>
    [
      `Cảm ơn anh/chị đã dự lớp ${named(session)}.`,
      ...handouts(materials),
      'Anh/chị trả lời giúp 3 câu hỏi ngắn về lớp, không ghi tên: gõ "đánh giá lớp".\nLấy giấy chứng nhận: gõ "chứng nhận".',
    ].join('\n\n'),
  followUpForOthers: (session: Named, people: number, materials: readonly string[]) =>
    [
      `Lớp ${named(session)} đã xong. Có ${people} người anh/chị ghi tên đã dự.`,
      ...handouts(materials),
      'Lấy giấy chứng nhận cho từng người: gõ "chứng nhận".',
    ].join('\n\n'),

  feedbackTitle: 'đánh giá lớp tập huấn',
  nothingToRate: 'Hiện không có lớp nào anh/chị đã dự mà chưa đánh giá.',
  whichToRate: 'Anh/chị đánh giá lớp nào?',
  askUseful: (session: Named) =>
    `Lớp ${named(session)}. Câu trả lời được lưu riêng, không kèm tên anh/chị.\n\nCâu 1/3. Nội dung lớp có ích cho việc của anh/chị không?`,
  useful: ['Không có ích', 'Ít có ích', 'Tạm được', 'Có ích', 'Rất có ích'],
  askClear: 'Câu 2/3. Phần trình bày có dễ hiểu không?',
  clear: ['Rất khó hiểu', 'Khó hiểu', 'Tạm được', 'Dễ hiểu', 'Rất dễ hiểu'],
  askComment:
    'Câu 3/3. Anh/chị muốn lần sau làm khác điều gì? Anh/chị viết vài dòng, xin đừng ghi tên mình hay tên người khác.',
  skip: 'Bỏ qua câu này',
  commentTooLong: 'Góp ý dài quá 500 chữ cái. Anh/chị viết ngắn lại giúp.',
  thanks: 'Cảm ơn anh/chị. Góp ý giúp lớp sau tốt hơn.',
  nothingSaid: 'Vâng, anh/chị bỏ qua cả ba câu nên trợ lý không ghi gì.',
  givenAlready: 'Anh/chị đã đánh giá lớp này rồi.',
  notThere: 'Anh/chị chưa được điểm danh ở lớp này nên chưa đánh giá được.',
  offerCertificate: 'Anh/chị lấy giấy chứng nhận luôn không?',
  takeCertificate: 'Lấy giấy chứng nhận',
  later: 'Để sau',
  certificateLater: 'Vâng. Khi cần giấy chứng nhận, anh/chị gõ "chứng nhận".',
}
