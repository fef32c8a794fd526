import type { Story } from './story.ts'

export const taxStory: Story = {
  proposing_unit: 'Thuế Thành phố',
  unit_lead: 'Phó Trưởng Thuế Thành phố phụ trách hộ kinh doanh',
  survey:
    'Hộ kinh doanh kê khai sai nhiều. Quý I/2026 bộ phận một cửa xem lại 600 tờ khai và phỏng vấn 80 chủ hộ tại ba chợ.',
  current_state:
    'Mỗi quý nhận khoảng 12.000 tờ khai của hộ kinh doanh. Theo số liệu quý I/2026, 28% phải nộp lại ít nhất một lần, mỗi lần thêm 5 ngày.',
  tried:
    'Đã phát tờ hướng dẫn và mở 4 buổi tập huấn năm 2025. Tỷ lệ sai giảm từ 31% còn 28%, ít hộ lớn tuổi tham dự.',
  problem: 'Hơn một phần tư hộ kinh doanh nhỏ kê khai sai, phải nộp lại, mất công đi lại và bị nộp chậm.',
  affected:
    'Khoảng 3.400 hộ kinh doanh mỗi quý, nhất là hộ bán ở chợ truyền thống; thêm 45 cán bộ phải kiểm lại tờ khai.',
  urgency:
    'Năm 2027 số hộ tự kê khai dự kiến tăng thêm 20%. Không giải quyết thì hồ sơ trễ sẽ dồn vào cuối mỗi quý.',
  problem_class: ['service', 'Dịch vụ, vì người nộp thuế cần được hướng dẫn dễ hiểu hơn khi kê khai'],
  causes:
    'Gốc là tờ khai dùng từ chuyên môn, mỗi ngành hàng tính một cách; và chủ hộ ghi sổ tay nên đến kỳ mới cộng lại, dễ sót.',
  description:
    'Một chủ hộ bán vải nộp tờ khai ngày 10, ba ngày sau được báo thiếu doanh thu bán qua mạng, quay lại sửa, lại sai mã ngành, lần thứ ba mới xong.',
  title: 'Giúp hộ kinh doanh nhỏ kê khai thuế đúng ngay từ lần đầu',
  basis: 'Chương trình hỗ trợ người nộp thuế năm 2026 của đơn vị; kết luận cuộc họp sơ kết quý I/2026.',
  difference:
    'Bài toán kia dành cho doanh nghiệp có kế toán; bài toán này dành cho hộ kinh doanh tự kê khai, không có kế toán.',
  required_result:
    'Chủ hộ tự kê khai đúng ngay lần đầu, không phải đi lại, và biết ngay chỗ nào còn thiếu trước khi nộp.',
  indicators: [
    {
      name: 'Tỷ lệ tờ khai phải nộp lại',
      unit: '%',
      before: '28',
      target: '10',
      date: '30/06/2027',
      source: 'số liệu tờ khai quý I/2026 của bộ phận một cửa',
    },
    {
      name: 'Mức độ hài lòng của hộ kinh doanh',
      unit: '%',
      before: null,
      target: '85',
      date: '30/06/2027',
      source: null,
    },
  ],
  scope: 'Tờ khai quý của hộ kinh doanh trong ba chợ đã khảo sát. Không gồm doanh nghiệp và việc xử phạt.',
  application_site: 'Bộ phận một cửa phục vụ ba chợ, sau đó các bộ phận một cửa khác.',
  solution_direction:
    'Kiểm tra lỗi thường gặp ngay lúc người dân điền, bằng câu hỏi đời thường thay cho từ chuyên môn.',
  available_data: 'Bảng thống kê lỗi của 600 tờ khai, đã bỏ tên hộ. Dữ liệu hạn chế, xem tại cơ quan.',
  constraints:
    'Không thay mẫu tờ khai đang có hiệu lực; thông tin người nộp thuế phải giữ kín theo quy định.',
  timeline: 'Thử trong quý I/2027, đánh giá vào tháng 7/2027.',
  budget: 'Khoảng 450 triệu đồng.',
  budget_source: 'Kinh phí thường xuyên của đơn vị và hỗ trợ nghiên cứu nếu được duyệt.',
  confidential_part: 'không',
  office_contact: 'Bộ phận hỗ trợ người nộp thuế, Thuế Thành phố, 028 0000 0002',
}
