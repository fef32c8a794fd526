import type { Story } from './story.ts'

export const constructionStory: Story = {
  proposing_unit: 'Sở Xây dựng',
  unit_lead: 'Phó Giám đốc Sở Xây dựng phụ trách nhà ở',
  survey:
    'Người thu nhập thấp khó nộp hồ sơ mua nhà ở xã hội. Quý II/2026 Sở xem 320 hồ sơ bị trả và hỏi 100 người đã nộp.',
  current_state:
    'Sáu tháng đầu năm 2026 có 320 hồ sơ bị trả trên 1.150 hồ sơ. Theo thống kê, người nộp phải bổ sung trung bình 3 lần, kéo dài 62 ngày.',
  tried:
    'Đã đăng danh mục giấy tờ trên trang của Sở. Số hồ sơ bị trả gần như không đổi vì mỗi nhóm người cần giấy khác nhau.',
  problem:
    'Người thu nhập thấp nộp thiếu giấy tờ nên hồ sơ mua nhà ở xã hội bị trả nhiều lần, kéo dài hơn hai tháng.',
  affected:
    'Khoảng 600 gia đình mỗi năm, phần lớn là công nhân và lao động tự do; 12 cán bộ thụ lý phải đọc lại hồ sơ.',
  urgency:
    'Năm 2027 có thêm 3 dự án mở bán, dự kiến 2.500 hồ sơ. Với cách làm hiện nay, thời gian chờ sẽ vượt 90 ngày.',
  problem_class: ['service', 'Dịch vụ, vì người nộp không được hướng dẫn đúng với hoàn cảnh của mình'],
  causes:
    'Gốc là yêu cầu giấy tờ khác nhau theo từng nhóm người nhưng chỉ có một bản hướng dẫn chung; giấy xác nhận thu nhập mỗi nơi ghi một kiểu.',
  description:
    'Một người chạy xe công nghệ nộp hồ sơ, bị trả vì thiếu giấy xác nhận thu nhập. Anh xin giấy ở phường, nộp lại, lại sai mẫu. Lần thứ ba mới được nhận.',
  title: 'Giảm số lần bổ sung hồ sơ mua nhà ở xã hội cho người thu nhập thấp',
  basis:
    'Chương trình phát triển nhà ở xã hội của Thành phố; nhiệm vụ được giao trong chương trình công tác năm 2026 của Sở.',
  difference: 'Bài toán kia nói về tìm quỹ đất; bài toán này nói về hồ sơ của người mua.',
  required_result:
    'Người nộp biết ngay từ đầu mình cần giấy gì, nộp một lần là đủ, và được trả lời trong vòng 30 ngày.',
  indicators: [
    {
      name: 'Số lần bổ sung hồ sơ trung bình',
      unit: 'lần',
      before: '3',
      target: '1',
      date: '31/12/2027',
      source: 'thống kê 320 hồ sơ bị trả, sáu tháng đầu năm 2026',
    },
    {
      name: 'Mức độ hài lòng của người nộp hồ sơ',
      unit: '%',
      before: '41',
      target: '80',
      date: '31/12/2027',
      source: 'hỏi 100 người đã nộp, quý II/2026',
    },
  ],
  scope: 'Bước chuẩn bị và nộp hồ sơ mua nhà ở xã hội. Không gồm việc xét duyệt đối tượng và giá bán.',
  application_site: 'Bộ phận tiếp nhận hồ sơ của Sở và hai dự án mở bán đầu năm 2027.',
  solution_direction:
    'Hướng dẫn theo từng hoàn cảnh, người nộp trả lời vài câu hỏi rồi nhận đúng danh sách giấy tờ của mình.',
  available_data:
    'Bảng lý do trả hồ sơ năm 2025 - 2026, đã bỏ tên người nộp. Chỉ dùng chung giữa các cơ quan.',
  constraints:
    'Không thêm giấy tờ ngoài quy định; người không có điện thoại thông minh vẫn nộp được tại quầy.',
  timeline: 'Thử với một dự án trong quý I/2027, mở rộng trong quý III/2027.',
  budget: 'Khoảng 500 triệu đồng.',
  budget_source: 'Kinh phí chuyển đổi số của Sở.',
  confidential_part: 'Tên các dự án chưa mở bán: chưa công bố.',
  office_contact: 'Văn phòng Sở Xây dựng, 028 0000 0004',
}
