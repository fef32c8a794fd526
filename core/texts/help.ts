import type { Role } from '../people/roles.ts'

/** What to type for what, as a list: the lines of everybody, then those of a role. */
export const helpTexts = {
  head: 'Anh/chị gõ những câu sau, có dấu hay không dấu đều được:',
  everybody: [
    '• hỏi gì cũng được: "5 bước xây dựng bài toán là gì?"',
    '• danh sách bài toán: xem bài toán đã công bố',
    '• đăng ký nhận tin: được báo khi có bài toán mới',
    '• lịch tập huấn: xem lớp sắp mở',
  ],
  of: {
    official: ['• soạn bài toán, bản nháp của tôi'],
    ward_staff: ['• soạn bài toán, bản nháp của tôi'],
    unit_lead: ['• soạn bài toán, bản nháp của tôi', '• hàng chờ duyệt', '• mời cán bộ, kết thúc vai trò'],
    startup: ['• hồ sơ doanh nghiệp: giới thiệu doanh nghiệp'],
    programme_staff: [
      '• hàng chờ duyệt',
      '• chiến dịch: xem các đợt báo tin',
      '• mời cán bộ, kết thúc vai trò, thêm đơn vị',
    ],
    admin: ['• hàng chờ duyệt', '• mời cán bộ, kết thúc vai trò, thêm đơn vị'],
  } satisfies Partial<Record<Role, readonly string[]>> as Partial<Record<Role, readonly string[]>>,
  tail: [
    '• liên kết: dùng tiếp trên kênh khác; kênh nhận tin: chọn nơi nhận',
    '• quyền riêng tư; gặp cán bộ; hủy',
  ],
}
