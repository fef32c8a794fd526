import type { Story } from './story.ts'

export const localGovernanceStory: Story = {
  proposing_unit: 'xã Bình Chánh',
  unit_lead: 'Chủ tịch Ủy ban nhân dân xã',
  survey:
    'Phản ánh của người dân về rác và đèn đường bị trả lời trễ. Tháng 4/2026 văn phòng xem 480 phản ánh và hỏi 90 người đã gửi.',
  current_state:
    'Mỗi tháng xã nhận khoảng 160 phản ánh qua 5 nơi khác nhau. Theo sổ theo dõi quý I/2026, trung bình 9 ngày mới có trả lời.',
  tried:
    'Đã giao một cán bộ gom phản ánh vào bảng tính mỗi chiều. Trả lời nhanh hơn 2 ngày, nhưng cán bộ nghỉ là việc dừng.',
  problem:
    'Phản ánh của người dân bị trả lời chậm, trung bình 9 ngày, nhiều người không biết việc của mình đến đâu.',
  affected:
    'Khoảng 1.900 lượt người dân mỗi năm, nhất là ở các ấp xa trụ sở, và 14 cán bộ đang phải tìm phản ánh ở nhiều nơi.',
  urgency:
    'Từ khi sắp xếp lại đơn vị hành chính, địa bàn rộng gấp ba. Nếu để thêm một năm, số phản ánh trễ hạn có thể gấp đôi.',
  problem_class: ['process', 'Quy trình, vì phản ánh đến từ nhiều nơi và không ai thấy toàn bộ'],
  causes:
    'Gốc là phản ánh đến từ 5 nơi, không có sổ chung; và chưa rõ việc nào phòng nào xử lý nên phải chuyển qua lại.',
  description:
    'Một người dân báo đèn đường hỏng ngày thứ Hai. Văn phòng chuyển phòng Kinh tế, phòng Kinh tế chuyển đơn vị chiếu sáng. Thứ Tư tuần sau đèn mới sửa, người báo không được ai trả lời.',
  title: 'Rút ngắn thời gian trả lời phản ánh của người dân tại xã',
  basis: 'Kế hoạch cải cách hành chính năm 2026 của xã; kiến nghị của cử tri tại kỳ họp giữa năm 2026.',
  difference:
    'Bài toán kia nói về nhận phản ánh; bài toán này nói về việc chuyển và theo dõi xử lý trong nội bộ.',
  required_result: 'Người dân được trả lời trong 3 ngày và lúc nào cũng biết phản ánh của mình đang ở đâu.',
  indicators: [
    {
      name: 'Thời gian trả lời phản ánh',
      unit: 'ngày',
      before: '9',
      target: '3',
      date: '30/09/2027',
      source: 'sổ theo dõi phản ánh quý I/2026 của văn phòng',
    },
    {
      name: 'Mức độ hài lòng của người gửi phản ánh',
      unit: '%',
      before: '55',
      target: '85',
      date: '30/09/2027',
      source: 'hỏi 90 người đã gửi, tháng 4/2026',
    },
  ],
  scope: 'Phản ánh về rác, chiếu sáng, thoát nước trong xã. Không gồm đơn khiếu nại, tố cáo.',
  application_site: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, cùng hai phòng chuyên môn.',
  solution_direction:
    'Gom phản ánh về một nơi, giao việc theo loại và tự báo lại cho người gửi khi có thay đổi.',
  available_data:
    'Sổ theo dõi 480 phản ánh quý I/2026, đã bỏ tên và số điện thoại. Chỉ dùng chung giữa các cơ quan.',
  constraints:
    'Phải nối được với cổng 1022 của Thành phố; cán bộ chỉ nhập liệu một lần; không thêm biên chế.',
  timeline: 'Bắt đầu tháng 1/2027, đánh giá vào tháng 9/2027.',
  budget: 'Khoảng 250 triệu đồng.',
  budget_source: 'Ngân sách xã và hỗ trợ của chương trình đổi mới sáng tạo.',
  confidential_part: 'không',
  office_contact: 'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, 028 0000 0005',
}
