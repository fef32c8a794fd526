import type { Story } from './story.ts'

export const healthStory: Story = {
  proposing_unit: 'phường Tân Định',
  unit_lead: 'Phó Chủ tịch Ủy ban nhân dân phường phụ trách văn hóa - xã hội',
  survey:
    'Người dân chờ khám ở trạm y tế quá lâu. Tháng 3/2026 trạm bấm giờ 200 lượt khám trong hai tuần và hỏi ý kiến 120 người đang chờ.',
  current_state:
    'Mỗi sáng trạm có khoảng 90 lượt khám. Theo số bấm giờ, một người chờ trung bình 45 phút mới gặp bác sĩ; đông nhất từ 7 giờ đến 9 giờ.',
  tried:
    'Năm 2025 trạm phát số giấy theo giờ. Thời gian chờ giảm khoảng 5 phút nhưng người lớn tuổi hay lỡ số nên đã thôi.',
  problem: 'Người đến khám phải chờ trung bình 45 phút, nhiều người bỏ về khi chưa được khám.',
  affected: 'Khoảng 1.800 lượt người khám mỗi tháng, hơn một nửa là người trên 60 tuổi có bệnh mạn tính.',
  urgency:
    'Từ tháng 7/2026 trạm nhận thêm việc quản lý bệnh mạn tính, dự kiến đông hơn 30%. Nếu để nguyên, thời gian chờ sẽ vượt một giờ.',
  problem_class: [
    'process',
    'Quy trình, vì người bệnh chờ ở bước đón tiếp và tìm hồ sơ, không phải ở bước khám',
  ],
  causes:
    'Gốc là hồ sơ giấy phải tìm bằng tay, mất khoảng 12 phút mỗi người; và người dân đến dồn vào một giờ vì không biết lúc nào vắng.',
  description:
    'Một cụ bà đến lúc 7 giờ, lấy số, chờ nhân viên tìm sổ, chờ đo huyết áp rồi chờ bác sĩ. Gần 8 giờ mới được khám, trong khi khám chỉ 6 phút.',
  title: 'Giảm thời gian chờ khám cho người bệnh mạn tính tại trạm y tế phường',
  basis:
    'Kế hoạch chăm sóc sức khỏe người cao tuổi năm 2026 của phường; nhiệm vụ lãnh đạo phường giao tại cuộc họp giao ban tháng 3/2026.',
  difference:
    'Bài toán kia nói về bệnh viện có máy lấy số; bài toán này ở trạm y tế, nơi còn hồ sơ giấy và chỉ có 5 nhân viên.',
  required_result:
    'Người bệnh đến trạm được khám trong vòng 15 phút, biết trước giờ nào vắng để đến, và không ai phải bỏ về.',
  indicators: [
    {
      name: 'Thời gian chờ khám trung bình',
      unit: 'phút',
      before: '45',
      target: '15',
      date: '31/12/2027',
      source: 'số bấm giờ 200 lượt khám của trạm, tháng 3/2026',
    },
    {
      name: 'Mức độ hài lòng của người đến khám',
      unit: '%',
      before: '62',
      target: '90',
      date: '31/12/2027',
      source: 'phiếu hỏi 120 người, tháng 3/2026',
    },
  ],
  scope:
    'Việc đón tiếp và xếp lượt khám tại trạm y tế phường. Không gồm việc khám, kê đơn và thanh toán bảo hiểm y tế.',
  application_site: 'Trạm y tế phường dùng trước; nếu tốt thì chia sẻ cho các trạm y tế lân cận.',
  solution_direction:
    'Chia lượt hẹn theo khung giờ và chuẩn bị hồ sơ từ hôm trước, có cách dành riêng cho người không dùng điện thoại thông minh.',
  available_data:
    'Sổ khám bệnh từ năm 2023 và số bấm giờ tháng 3/2026, đã bỏ tên. Chỉ dùng chung giữa các cơ quan.',
  constraints:
    'Không thêm người; người lớn tuổi phải dùng được; hồ sơ sức khỏe không được đưa ra ngoài ngành y tế.',
  timeline: 'Thử từ tháng 1/2027, có kết quả để đánh giá vào tháng 12/2027.',
  budget: 'Khoảng 300 triệu đồng cho một năm thử.',
  budget_source: 'Kinh phí sự nghiệp khoa học và công nghệ; phường góp địa điểm và nhân sự.',
  confidential_part: 'Tỷ lệ người bỏ về không khám: chỉ dùng trong nội bộ.',
  office_contact: 'Phòng Văn hóa - Xã hội, Ủy ban nhân dân phường, 028 0000 0001',
}
