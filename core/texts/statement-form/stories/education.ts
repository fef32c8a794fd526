import type { Story } from './story.ts'

export const educationStory: Story = {
  proposing_unit: 'phường An Khánh',
  unit_lead: 'Trưởng phòng Văn hóa - Xã hội của phường',
  survey:
    'Phụ huynh than khó xin học cho con mới chuyển đến. Tháng 8/2026 phòng hỏi 150 phụ huynh và xem 210 đơn xin chuyển trường.',
  current_state:
    'Mỗi hè có khoảng 210 đơn xin chuyển trường. Theo sổ theo dõi, phụ huynh đi trung bình 4 lần và chờ 18 ngày mới biết con học ở đâu.',
  tried:
    'Năm 2025 lập nhóm trò chuyện để trả lời phụ huynh. Nhóm trả lời được khoảng một nửa số câu hỏi, còn lại vẫn phải đến tận nơi.',
  problem: 'Phụ huynh không biết trường nào còn chỗ nên phải đi từng trường, mất trung bình 18 ngày.',
  affected:
    'Khoảng 210 gia đình mỗi năm, đa số là công nhân thuê trọ; 9 trường phải trả lời cùng một câu hỏi nhiều lần.',
  urgency:
    'Khu nhà ở mới mở vào tháng 5/2027, dự kiến thêm 400 học sinh. Nếu không kịp, nhiều em vào lớp trễ.',
  problem_class: [
    'process',
    'Quy trình, vì thông tin chỗ học còn trống không được cập nhật chung giữa các trường',
  ],
  causes:
    'Gốc là mỗi trường giữ danh sách riêng, hai tuần mới báo một lần; số chỗ trống thay đổi hằng ngày vào mùa hè.',
  description:
    'Một chị công nhân xin nghỉ bốn buổi để đến bốn trường. Ba trường trả lời đã đủ, trường thứ tư còn chỗ nhưng đòi thêm giấy tờ.',
  title: 'Rút ngắn thời gian tìm chỗ học cho trẻ mới chuyển đến phường',
  basis: 'Kế hoạch tuyển sinh năm học 2026 - 2027 của phường; ý kiến cử tri tại buổi tiếp xúc tháng 6/2026.',
  difference:
    'Bài toán kia nói về tuyển sinh đầu cấp; bài toán này nói về học sinh chuyển trường giữa chừng.',
  required_result:
    'Phụ huynh biết trường nào còn chỗ trong một ngày và chỉ phải đến trường một lần để nộp hồ sơ.',
  indicators: [
    {
      name: 'Thời gian từ lúc hỏi đến lúc có chỗ học',
      unit: 'ngày',
      before: '18',
      target: '5',
      date: '31/08/2027',
      source: 'sổ theo dõi đơn chuyển trường hè 2026',
    },
    {
      name: 'Mức độ hài lòng của phụ huynh',
      unit: '%',
      before: '48',
      target: '85',
      date: '31/08/2027',
      source: 'phiếu hỏi 150 phụ huynh, tháng 8/2026',
    },
  ],
  scope:
    'Việc tìm chỗ học cho học sinh tiểu học và trung học cơ sở chuyển đến phường. Không gồm tuyển sinh đầu cấp.',
  application_site: 'Chín trường công lập trên địa bàn phường.',
  solution_direction:
    'Một danh sách chỗ trống chung, các trường tự cập nhật mỗi ngày, phụ huynh xem được trên điện thoại.',
  available_data:
    'Số lớp và số học sinh của 9 trường, ai cũng xem được; sổ đơn chuyển trường đã bỏ tên, chỉ dùng chung.',
  constraints:
    'Sĩ số mỗi lớp theo quy định; không công bố tên học sinh; giáo viên không phải nhập liệu hai lần.',
  timeline: 'Xong trước tháng 6/2027 để kịp mùa chuyển trường.',
  budget: 'Khoảng 200 triệu đồng.',
  budget_source: 'Ngân sách phường và nguồn xã hội hóa.',
  confidential_part: 'không',
  office_contact: 'Phòng Văn hóa - Xã hội, Ủy ban nhân dân phường, 028 0000 0003',
}
