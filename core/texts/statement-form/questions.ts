/** The parts of a problem statement: the five sub-steps of the programme's first step, and what surrounds them. */
export const groupLabels = {
  opening: 'Mở đầu',
  survey: 'Khảo sát',
  assess: 'Đánh giá',
  detect: 'Phát hiện vấn đề',
  classify: 'Phân loại vấn đề',
  describe: 'Mô tả vấn đề',
  basis: 'Căn cứ',
  result: 'Kết quả cần đạt',
  conditions: 'Điều kiện thực hiện',
  contact: 'Công bố và liên hệ',
}

/** What each field is called, how it is asked, and why. */
export const questions = {
  field: {
    label: 'Lĩnh vực',
    question: 'Bài toán của anh/chị thuộc lĩnh vực nào?',
    why: 'Để trợ lý đưa ví dụ gần với việc của anh/chị, và sau này báo đúng người quan tâm.',
  },
  proposing_unit: {
    label: 'Đơn vị đề xuất',
    question: 'Đơn vị nào đề xuất bài toán này?',
    why: 'Bài toán là của đơn vị, và lãnh đạo đơn vị sẽ duyệt trước khi gửi đi.',
  },
  unit_lead: {
    label: 'Lãnh đạo phụ trách',
    question: 'Lãnh đạo nào của đơn vị phụ trách việc này? Anh/chị chỉ cần ghi chức vụ.',
    why: 'Cần một lãnh đạo chịu trách nhiệm để bài toán được theo đến cùng. Mục này không công bố.',
  },
  survey: {
    label: 'Khảo sát',
    question:
      'Anh/chị thấy việc gì cần tốt hơn, và đã tìm hiểu việc đó bằng cách nào: hỏi người dân, đếm hồ sơ, xem sổ theo dõi? Vào lúc nào?',
    why: 'Người đọc cần biết bài toán xuất phát từ thực tế, không phải từ cảm giác.',
  },
  current_state: {
    label: 'Hiện trạng',
    question:
      'Hiện nay việc này diễn ra thế nào? Anh/chị kể vài con số nếu có: bao nhiêu hồ sơ, bao nhiêu người, mất bao lâu.',
    why: 'Có hiện trạng thì sau này mới biết việc đã tốt lên bao nhiêu.',
  },
  tried: {
    label: 'Đã thử',
    question: 'Đơn vị đã thử cách nào để khắc phục chưa? Kết quả ra sao?',
    why: 'Để người giải bài toán không lặp lại cách đã không thành công.',
  },
  problem: {
    label: 'Vấn đề',
    question:
      'Vấn đề chính là gì? Anh/chị viết một hai câu: điều gì đang không ổn. Cách giải quyết để nói sau.',
    why: 'Nói rõ vấn đề trước thì nhiều nơi có thể đưa ra nhiều cách giải khác nhau.',
  },
  affected: {
    label: 'Ai bị ảnh hưởng',
    question: 'Ai đang chịu thiệt vì vấn đề này, và khoảng bao nhiêu người?',
    why: 'Số người bị ảnh hưởng cho biết bài toán lớn đến đâu.',
  },
  urgency: {
    label: 'Tính cấp thiết',
    question: 'Vì sao cần giải quyết lúc này? Nếu để thêm một năm nữa thì sẽ thế nào?',
    why: 'Có nhiều bài toán cùng gửi đến, nên cần biết việc nào gấp hơn.',
  },
  problem_class: {
    label: 'Loại vấn đề',
    question:
      'Vấn đề nằm ở đâu? Có thể chọn nhiều mục.\n' +
      'Dịch vụ: việc phục vụ người dân, doanh nghiệp.\nQuy trình: các bước làm việc bên trong.\n' +
      'Quy định: văn bản đang áp dụng.\nChính sách: cách hỗ trợ, khuyến khích.',
    why: 'Đây là bốn khía cạnh của đổi mới sáng tạo khu vực công, mỗi khía cạnh cần một cách giải khác nhau.',
  },
  causes: {
    label: 'Nguyên nhân',
    question: 'Theo anh/chị, vì sao có vấn đề này? Điều gì là gốc, điều gì chỉ là biểu hiện bên ngoài?',
    why: 'Giải đúng nguyên nhân thì vấn đề mới không quay lại.',
  },
  description: {
    label: 'Mô tả',
    question:
      'Anh/chị kể một trường hợp thường gặp, từ đầu đến cuối: ai đến, làm những bước gì, vướng ở bước nào? Xin đừng ghi tên thật.',
    why: 'Một câu chuyện cụ thể giúp người ngoài ngành hiểu vấn đề nhanh nhất.',
  },
  title: {
    label: 'Tên bài toán',
    question: 'Bây giờ xin đặt tên cho bài toán: một câu ngắn, nêu việc cần tốt hơn và cho ai.',
    why: 'Tên là dòng đầu tiên mọi người đọc khi bài toán được công bố.',
  },
  basis: {
    label: 'Căn cứ đề xuất',
    question:
      'Đề xuất này dựa vào kế hoạch, văn bản hay nhiệm vụ được giao nào? Anh/chị ghi tên, thêm số và ngày nếu nhớ chắc.',
    why: 'Bài toán có căn cứ thì dễ được xem xét và bố trí nguồn lực.',
  },
  difference: {
    label: 'Điểm khác biệt',
    question: 'Đã có một bài toán gần giống. Bài toán của anh/chị khác ở điểm nào?',
    why: 'Nêu rõ điểm khác để hai bài toán không bị gộp nhầm thành một.',
  },
  required_result: {
    label: 'Kết quả cần đạt',
    question:
      'Khi bài toán được giải xong, người dân hoặc cán bộ sẽ thấy điều gì khác đi? Xin nêu kết quả, chưa cần nêu phần mềm hay thiết bị.',
    why: 'Nêu kết quả thì nơi nào có cách hay cũng tham gia được.',
  },
  indicators: {
    label: 'Số đo kết quả',
    question: 'Đo bằng con số nào để biết việc đã tốt hơn? Xin chọn ít nhất một số đo.',
    why: 'Kết quả được đánh giá bằng sự hài lòng và mức độ cải thiện. Số nào chưa có thì để trống, không đoán.',
  },
  scope: {
    label: 'Phạm vi',
    question:
      'Bài toán áp dụng đến đâu: một khu phố, cả đơn vị, hay nhiều đơn vị? Việc gì không nằm trong bài toán này?',
    why: 'Phạm vi rõ thì bài toán vừa sức và đúng thẩm quyền của đơn vị.',
  },
  application_site: {
    label: 'Nơi ứng dụng',
    question: 'Khi có giải pháp, nơi nào sẽ dùng trước?',
    why: 'Cần một nơi thật để thử và xem giải pháp có dùng được không.',
  },
  solution_direction: {
    label: 'Hướng giải quyết',
    question:
      'Anh/chị đã tìm được hướng giải quyết nào chưa? Chưa có thì anh/chị bỏ qua, đó là chuyện bình thường.',
    why: 'Hỗ trợ nghiên cứu chỉ áp dụng sau khi đã có hướng giải quyết.',
  },
  support_wanted: {
    label: 'Hỗ trợ mong muốn',
    question:
      'Đơn vị mong được hỗ trợ gì? Có thể chọn nhiều mục.\n' +
      'Inno-Coffee: buổi gặp chuyên gia để tìm hướng giải quyết.\n' +
      'R&D: hỗ trợ nghiên cứu, khi đã có hướng.\nSandbox: hỗ trợ thử nghiệm để hoàn thiện giải pháp.',
    why: 'Sở Khoa học và Công nghệ đồng hành cùng đơn vị theo ba cách này.',
  },
  available_data: {
    label: 'Dữ liệu sẵn có',
    question:
      'Đơn vị có dữ liệu gì liên quan? Dữ liệu đó ai cũng xem được, chỉ dùng chung giữa các cơ quan, hay hạn chế?',
    why: 'Người giải bài toán cần biết mình có thể dựa vào dữ liệu nào.',
  },
  constraints: {
    label: 'Ràng buộc',
    question:
      'Có điều gì bắt buộc phải giữ không: quy định, thời gian làm việc, phần mềm đang dùng, thói quen của người dân?',
    why: 'Biết trước ràng buộc thì không mất công với cách làm không áp dụng được.',
  },
  timeline: {
    label: 'Thời gian',
    question: 'Anh/chị mong việc này bắt đầu và có kết quả khi nào?',
    why: 'Để các bên sắp xếp công việc và kinh phí theo năm.',
  },
  budget: {
    label: 'Kinh phí dự kiến',
    question: 'Kinh phí dự kiến khoảng bao nhiêu? Chưa biết thì anh/chị bỏ qua. Mục này không công bố.',
    why: 'Có con số ước tính thì dễ chọn cách hỗ trợ phù hợp.',
  },
  budget_source: {
    label: 'Nguồn kinh phí',
    question: 'Kinh phí có thể lấy từ nguồn nào? Chưa biết thì anh/chị bỏ qua.',
    why: 'Mỗi nguồn kinh phí có thủ tục và thời hạn riêng.',
  },
  confidential_part: {
    label: 'Phần không công bố',
    question:
      'Trong những điều anh/chị đã nêu, có phần nào không nên công bố không? Không có thì trả lời "không".',
    why: 'Cán bộ chương trình sẽ bỏ phần đó khỏi bản công bố.',
  },
  office_contact: {
    label: 'Đầu mối công vụ',
    question:
      'Ai quan tâm thì liên hệ phòng, ban nào? Xin ghi tên phòng và số máy bàn của cơ quan, hoặc thư điện tử có đuôi gov.vn.',
    why: 'Đây là đầu mối được công bố, nên dùng liên hệ của cơ quan, không dùng số riêng của cá nhân.',
  },
}

export type StatementFieldId = keyof typeof questions

/** The choices of the fields that are answered by choosing. */
export const statementOptions = {
  problem_class: [
    { id: 'service', label: 'Dịch vụ' },
    { id: 'process', label: 'Quy trình' },
    { id: 'regulation', label: 'Quy định' },
    { id: 'policy', label: 'Chính sách' },
  ],
  support_wanted: [
    { id: 'inno_coffee', label: 'Inno-Coffee' },
    { id: 'rd', label: 'R&D' },
    { id: 'sandbox', label: 'Sandbox' },
  ],
}

/** The two measures by which the programme judges results, offered before any other. */
export const offeredIndicators = ['Mức độ hài lòng', 'Mức độ cải thiện']
