import type { SensitiveKind } from '../sensitive.ts'

/** Every sentence the answers are made of, beside the corpus itself. */
export const answers = {
  clarify: 'Câu hỏi này có thể hiểu theo vài cách. Anh/chị muốn hỏi phần nào?',
  notFound:
    'Trợ lý chưa tìm thấy điều này trong tài liệu của chương trình đổi mới sáng tạo khu vực công, nên không đoán.',
  elsewhere: 'Tài liệu không nêu đúng năm hoặc nơi anh/chị hỏi. Phần gần nhất là:',
  near: 'Trợ lý chưa tìm thấy phần nói đúng hẳn điều anh/chị hỏi. Phần gần nhất là phần dưới đây, có thể chưa phải điều anh/chị cần.',
  detailMissing: 'Tài liệu không nêu đúng chi tiết anh/chị hỏi. Phần liên quan gần nhất là:',
  nearest: 'Những phần gần nhất trợ lý có ở bên dưới.',
  handOver: 'Anh/chị có thể gõ "gặp cán bộ" để trợ lý chuyển câu hỏi cho cán bộ chương trình.',
  partMissing: (part: string) => `Phần trợ lý chưa tìm thấy trong tài liệu: “${part}”`,
  sectionGone: 'Phần này không còn trong tài liệu của trợ lý. Anh/chị vui lòng hỏi lại bằng một câu.',
  sourceLabel: 'Nguồn: ',
  undated: 'bài không ghi ngày',
  cautionLabel: 'Lưu ý: ',
  moreInSection: 'Phần trích; anh/chị hỏi cụ thể hơn để xem các ý khác.',
  englishIntro:
    'The documents are in Vietnamese; here is the part that answers your question, in Vietnamese.',
  masked: (kinds: string) =>
    `Trợ lý đã che ${kinds} trong tin nhắn và không lưu lại. Anh/chị vui lòng không gửi thông tin cá nhân.`,
  maskedKinds: {
    id_number: 'số giấy tờ',
    phone: 'số điện thoại',
    bank_account: 'số tài khoản',
    email: 'địa chỉ thư điện tử',
    state_secret: 'nội dung mật',
  } satisfies Record<SensitiveKind, string>,

  errorEmpty: 'Trợ lý chưa thấy câu hỏi trong tin nhắn. Anh/chị gõ câu hỏi bằng chữ giúp trợ lý nhé.',
  errorTooLong: (limit: number) =>
    `Tin nhắn dài quá ${limit} ký tự nên trợ lý không đọc hết được. Anh/chị vui lòng gửi lại câu hỏi ngắn hơn.`,

  refused_politics:
    'Trợ lý không bàn về chính trị. Trợ lý chỉ trả lời về chương trình đổi mới sáng tạo khu vực công của Thành phố; tin tức chính thức có trên báo và cổng thông tin điện tử của cơ quan nhà nước.',
  refused_opinion:
    'Trợ lý không nhận xét, đánh giá con người hay cơ quan. Trợ lý có thể cho biết tài liệu nêu ai, giữ chức vụ gì, vào năm nào. Góp ý về cán bộ, anh/chị gửi đến bộ phận tiếp công dân của cơ quan đó.',
  refused_legal:
    'Trợ lý không kết luận về pháp luật. Anh/chị nên hỏi cơ quan ban hành văn bản, bộ phận pháp chế của đơn vị mình hoặc luật sư; hoặc gõ "gặp cán bộ" để chuyển câu hỏi cho cán bộ chương trình.',
  refused_complaint:
    'Trợ lý không nhận khiếu nại, tố cáo, phản ánh. Anh/chị vui lòng đến bộ phận tiếp công dân của cơ quan có thẩm quyền hoặc cơ quan thanh tra, hoặc gửi qua hệ thống tiếp nhận phản ánh, kiến nghị chính thức của Thành phố. Xin đừng gửi nội dung vụ việc vào đây.',
  refused_personal_data:
    'Trợ lý không cung cấp thông tin riêng của người khác. Việc công, anh/chị liên hệ văn phòng của cơ quan đó, hoặc gõ "gặp cán bộ" để chuyển câu hỏi cho cán bộ chương trình.',
  refused_winner:
    'Trợ lý không chọn, chấm điểm hay dự đoán ai được chọn. Việc đó do hội đồng và người có thẩm quyền quyết định; anh/chị hỏi cán bộ chương trình hoặc đơn vị tổ chức.',
  refused_off_topic:
    'Việc này nằm ngoài phạm vi của trợ lý. Trợ lý trả lời về chương trình đổi mới sáng tạo khu vực công của Thành phố. Thủ tục hành chính thì anh/chị xem trên Cổng Dịch vụ công quốc gia hoặc hỏi nơi tiếp nhận hồ sơ của phường, xã; việc khác xin hỏi nơi chuyên trách.',
  refused_secret:
    'Tin nhắn có dấu độ mật nên trợ lý không đọc và không lưu nội dung. Anh/chị vui lòng xóa tin nhắn này ngay và báo người phụ trách bảo vệ bí mật nhà nước của đơn vị mình. Đừng gửi tài liệu mật vào đây.',
  refused_injection:
    'Trợ lý không đổi vai, không bỏ qua quy tắc và không đưa ra cấu hình của mình. Anh/chị cứ hỏi về chương trình đổi mới sáng tạo khu vực công, trợ lý trả lời ngay.',

  help: 'Anh/chị cứ gõ câu hỏi, có dấu hay không dấu đều được. Ví dụ: "Kế hoạch có mấy nhóm nhiệm vụ?", "5 bước xây dựng bài toán lớn là gì?", "Inno-Coffee là gì?", "Tập huấn năm 2025 có nội dung gì?". Muốn gặp người thật, anh/chị gõ "gặp cán bộ".',
  smallTalk: {
    greeting: 'Dạ, trợ lý chào anh/chị. Anh/chị muốn hỏi gì về chương trình đổi mới sáng tạo khu vực công?',
    thanks: 'Dạ không có gì. Anh/chị cần gì cứ hỏi trợ lý nhé.',
    goodbye: 'Dạ, chào anh/chị. Khi nào cần, anh/chị cứ nhắn trợ lý.',
    praise: 'Cảm ơn anh/chị. Trợ lý vui vì giúp được anh/chị.',
    blame:
      'Trợ lý xin lỗi vì chưa giúp được. Anh/chị hỏi lại cụ thể hơn giúp trợ lý, hoặc gõ "gặp cán bộ" để có người trả lời.',
    who: 'Trợ lý là máy, một trợ lý trí tuệ nhân tạo (AI) của chương trình đổi mới sáng tạo khu vực công Thành phố Hồ Chí Minh, không phải người thật. Câu trả lời có thể sai, anh/chị nhớ xem nguồn đi kèm.',
    acknowledge: 'Dạ vâng. Anh/chị cần hỏi thêm gì cứ nhắn trợ lý.',
    wellbeing: 'Dạ, trợ lý là máy nên lúc nào cũng sẵn sàng. Anh/chị muốn hỏi gì về chương trình ạ?',
  },
} as const
