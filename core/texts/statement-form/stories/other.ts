import type { Story } from './story.ts'

export const otherStory: Story = {
  proposing_unit: 'Sở Nông nghiệp và Môi trường',
  unit_lead: 'Trưởng phòng Quản lý chất thải rắn',
  survey:
    'Người dân bỏ rác chưa phân loại. Tháng 5/2026 phòng cân thử rác của 250 hộ trong bốn tuần và hỏi 110 hộ.',
  current_state:
    'Theo số cân thử tháng 5/2026, chỉ 22% rác được phân loại đúng. Mỗi ngày khoảng 40 tấn rác còn dùng lại được bị đem chôn.',
  tried:
    'Năm 2025 phát thùng ba màu cho 3 khu phố. Ba tháng đầu phân loại đúng 35%, sau đó giảm lại vì xe thu gom đổ chung.',
  problem: 'Chưa đến một phần tư rác được phân loại tại nhà, phần dùng lại được bị chôn chung với rác bẩn.',
  affected:
    'Khoảng 12.000 hộ dân ở bốn phường thí điểm, phần lớn ở chung cư, và 60 công nhân thu gom phải nhặt lại bằng tay.',
  urgency: 'Bãi chôn lấp dự kiến đầy vào năm 2028. Chậm một năm thì thêm khoảng 14.000 tấn rác bị chôn.',
  problem_class: ['policy', 'Chính sách, vì người phân loại đúng hay sai đều trả tiền như nhau'],
  causes:
    'Gốc là xe thu gom chỉ có một ngăn nên phân loại xong lại đổ chung; và hộ dân không thấy lợi ích gì khi phân loại.',
  description:
    'Một gia đình phân loại ba túi mỗi tối. Sáng hôm sau xe đến đổ cả ba túi vào một thùng. Sau hai tuần, gia đình không phân loại nữa.',
  title: 'Nâng tỷ lệ phân loại rác tại nhà ở bốn phường thí điểm',
  basis: 'Kế hoạch quản lý chất thải rắn sinh hoạt năm 2026 của Sở; nhiệm vụ theo Luật Bảo vệ môi trường.',
  difference: 'Bài toán kia nói về xử lý rác ở bãi; bài toán này nói về phân loại ngay tại nhà.',
  required_result:
    'Ít nhất sáu trong mười hộ phân loại đúng, và rác đã phân loại được chở riêng đến nơi tái chế.',
  indicators: [
    {
      name: 'Tỷ lệ rác được phân loại đúng',
      unit: '%',
      before: '22',
      target: '60',
      date: '31/12/2027',
      source: 'số cân thử 250 hộ, tháng 5/2026',
    },
    {
      name: 'Mức độ hài lòng của hộ dân với việc thu gom',
      unit: '%',
      before: '50',
      target: '80',
      date: '31/12/2027',
      source: 'hỏi 110 hộ, tháng 5/2026',
    },
  ],
  scope: 'Rác sinh hoạt của hộ gia đình ở bốn phường thí điểm. Không gồm rác y tế, rác công nghiệp.',
  application_site: 'Bốn phường thí điểm, bắt đầu từ hai khu chung cư.',
  solution_direction: 'Xếp lịch thu gom riêng từng loại theo ngày và ghi nhận hộ làm đúng để giảm phí.',
  available_data: 'Số cân rác theo tuyến thu gom từ năm 2024, ai cũng xem được.',
  constraints: 'Phí thu gom theo mức đã ban hành; tuyến xe hiện tại chưa thay được trước năm 2027.',
  timeline: 'Thử sáu tháng đầu năm 2027, đánh giá cuối năm 2027.',
  budget: 'Khoảng 800 triệu đồng.',
  budget_source: 'Kinh phí sự nghiệp môi trường.',
  confidential_part: 'không',
  office_contact: 'Phòng Quản lý chất thải rắn, Sở Nông nghiệp và Môi trường, 028 0000 0006',
}
