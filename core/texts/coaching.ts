/** What a better answer has, for each part of the rubric. Advice, never a condition. */
export const coachingTexts = {
  measurable: {
    target:
      'Số đo chưa có mục tiêu đếm được. Câu trả lời tốt hơn nêu một con số cần đạt, ví dụ "15 phút" hoặc "90%".',
    output:
      'Số đo này đếm thứ sẽ mua hay làm ra, chưa đếm điều tốt lên. Câu trả lời tốt hơn đo cái người dân nhận được, ví dụ thời gian chờ.',
    date: 'Mục tiêu chưa có thời hạn. Câu trả lời tốt hơn nêu ngày cần đạt, ví dụ 31/12/2027.',
    satisfaction:
      'Chưa có số đo về sự hài lòng. Kết quả của chương trình được đánh giá bằng sự hài lòng và mức độ cải thiện, nên có cả hai thì tốt hơn.',
  },
  before: {
    value:
      'Chưa biết hiện nay là bao nhiêu. Câu trả lời tốt hơn nêu số hiện nay, để sau này thấy được mức cải thiện.',
    source:
      'Số hiện nay chưa có nguồn. Câu trả lời tốt hơn nói số ấy lấy từ đâu: sổ theo dõi, báo cáo hay đợt hỏi ý kiến nào.',
  },
  affected: {
    count:
      'Chưa rõ bao nhiêu người bị ảnh hưởng. Câu trả lời tốt hơn nêu một con số; ước chừng cũng được, nhưng ghi rõ là ước chừng.',
    group:
      'Chưa rõ ai chịu thiệt nhất. Câu trả lời tốt hơn nói cụ thể nhóm nào, ví dụ "đa số là người trên 60 tuổi".',
  },
  cause: {
    none: 'Mục này đang để trống. Bài toán rõ hơn nhiều khi nói được việc bị vướng ở bước nào và vì sao.',
    mechanism:
      'Đây mới là biểu hiện, hoặc là chuyện thiếu công cụ, thiếu tiền. Câu trả lời tốt hơn chỉ ra việc bị vướng ở bước nào và vì sao.',
    root: 'Chưa rõ đâu là gốc. Câu trả lời tốt hơn hỏi thêm một lần "vì sao?", và nêu điều đã thấy hoặc đã đếm được.',
  },
  outcome: {
    change:
      'Đây mới là sản phẩm hoặc lời mong muốn chung. Câu trả lời tốt hơn nói người dân hay cán bộ sẽ thấy khác đi thế nào.',
    bound:
      'Kết quả chưa rõ đến mức nào là đạt. Câu trả lời tốt hơn nêu mức cụ thể, ví dụ "trong 3 ngày" hoặc "chỉ phải đến một lần".',
  },
  open: {
    vendor: 'Bài toán nhắc tên một hãng hay sản phẩm. Để ngỏ thì nhiều nơi cùng tham gia giải được.',
    product: 'Bài toán đã chọn sẵn cách giải. Câu trả lời tốt hơn nêu việc đang không ổn, để ngỏ cách giải.',
  },
  problem: {
    harm: 'Chưa thấy điều gì đang không ổn với con người. Câu trả lời tốt hơn nói ai gặp khó thế nào, thay vì nói đang thiếu gì.',
    size: 'Chưa thấy vấn đề lớn đến đâu. Câu trả lời tốt hơn có một con số: bao lâu, bao nhiêu lần, bao nhiêu phần.',
  },
  power: {
    bounded:
      'Phạm vi còn quá rộng hoặc chưa rõ. Câu trả lời tốt hơn nêu việc mà đơn vị tự quyết được, ở nơi cụ thể.',
    excluded: 'Chưa nói việc gì nằm ngoài. Câu trả lời tốt hơn có thêm một câu "Không gồm …".',
  },
  evidence: {
    survey:
      'Chưa rõ đã tìm hiểu bằng cách nào. Câu trả lời tốt hơn nêu cách làm, số lượng và thời điểm, ví dụ "hỏi 120 người, tháng 3/2026".',
    source:
      'Hiện trạng chưa tách điều đã đếm được với điều ước chừng. Câu trả lời tốt hơn có con số kèm nguồn; số ước chừng thì ghi "ước".',
  },
  complete: (score: number) =>
    `Độ rõ của bài: ${score}/100 (chỉ để tham khảo). Trợ lý không còn góp ý nào thêm.`,
}
