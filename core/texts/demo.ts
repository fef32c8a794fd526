/** The demonstration: invented people and one invented statement, each marked as a sample. */
export const demoTexts = {
  ready: (url: string) =>
    `Bản trình diễn đã sẵn sàng: mở ${url} trong trình duyệt. Dừng: Ctrl+C. Dữ liệu mẫu bị xóa khi dừng.`,
  usage: 'Cách dùng: npm run demo [-- --port 3000]',

  title: 'Nhịp Cầu: từ bản nháp đến tin báo, trong năm phút',
  sample: 'Đơn vị, con người và bài toán ở đây là dữ liệu mẫu, không phải thật.',
  intro:
    'Ba khung chat là ba người dùng. Anh/chị bấm "Điền sẵn" rồi bấm "Gửi" trong khung chat, hoặc tự gõ theo ý mình.',
  fill: 'Điền sẵn',
  next: 'Sau',
  back: 'Trước',
  step: (number: number, of: number) => `Bước ${number}/${of}`,

  seats: {
    official: {
      title: 'Cán bộ phường (mẫu)',
      short: 'Phường',
      who: 'Như trên Zalo: không có nút bấm, chọn bằng cách gõ số.',
    },
    startup: {
      title: 'Doanh nghiệp khởi nghiệp (mẫu)',
      short: 'Doanh nghiệp',
      who: 'Như trên Telegram: có nút bấm.',
    },
    staff: {
      title: 'Cán bộ chương trình (mẫu)',
      short: 'Chương trình',
      who: 'Người duyệt và công bố bài toán.',
    },
  },

  draftName: 'Chờ lâu ở bộ phận một cửa (mẫu)',
  answers: {
    unit_lead: 'Phó Chủ tịch phường phụ trách văn hóa - xã hội (mẫu)',
    survey:
      'Tháng 9/2026, bộ phận một cửa đếm số lượt chờ trong hai tuần và hỏi 120 người dân đến làm thủ tục.',
    current_state:
      'Mỗi ngày có khoảng 230 lượt hồ sơ; người dân chờ trung bình 45 phút, giờ cao điểm đến 90 phút.',
    tried: 'Đã thêm một bàn tiếp nhận vào sáng thứ hai; thời gian chờ chỉ giảm khoảng 5 phút.',
    problem: 'Người dân phải chờ lâu ở bộ phận một cửa mà không biết khi nào đến lượt.',
    affected: 'Khoảng 230 lượt người mỗi ngày, nhất là người cao tuổi và người đi làm phải xin nghỉ.',
    urgency: 'Sau sắp xếp đơn vị, số hồ sơ tăng khoảng một phần ba; để thêm một năm thì quá tải.',
    causes: 'Người dân đến dồn vào đầu giờ sáng; hồ sơ thiếu giấy tờ phải làm lại nhiều lần.',
    description:
      'Buổi sáng, người dân lấy số rồi đứng chờ ở hành lang. Nhiều người đến quầy mới biết thiếu giấy tờ, phải về và quay lại, làm hàng chờ dài thêm.',
    title: 'Giảm thời gian chờ ở bộ phận một cửa của phường (mẫu)',
    basis: 'Kế hoạch cải cách hành chính năm 2026 của phường (mẫu).',
    required_result:
      'Người dân biết trước giờ đến lượt, đến một lần là đủ giấy tờ, và chờ không quá 15 phút.',
    scope: 'Các thủ tục hộ tịch và chứng thực tại bộ phận một cửa của phường.',
    application_site: 'Bộ phận một cửa của phường (mẫu).',
    solution_direction: 'Cho đặt giờ trước và nhắc giấy tờ còn thiếu qua tin nhắn (mẫu).',
    available_data: 'Sổ theo dõi lượt chờ tháng 9/2026, đã bỏ tên người (mẫu).',
    constraints: 'Dùng được trên điện thoại cũ; người cao tuổi không phải cài ứng dụng (mẫu).',
    timeline: 'Bắt đầu tháng 02/2027, đánh giá tháng 06/2027 (mẫu).',
    budget: 'Khoảng 200 triệu đồng (mẫu).',
    budget_source: 'Kinh phí cải cách hành chính của phường (mẫu).',
    confidential_part: 'Không có.',
  },
  indicator: {
    name: 'Thời gian chờ trung bình',
    unit: 'phút',
    before: '45',
    target: '15',
    date: '30/06/2027',
    source: 'Sổ theo dõi của bộ phận một cửa, tháng 9/2026',
  },

  steps: [
    {
      seat: 'official',
      text: 'Cán bộ phường đã soạn gần xong một bài toán. Mở lại bản nháp để làm tiếp.',
      type: 'tiếp tục',
    },
    {
      seat: 'official',
      text: 'Trợ lý hỏi mục cuối: đầu mối liên hệ. Trả lời bằng câu chữ bình thường.',
      type: 'Văn phòng UBND phường, 028 3829 5555',
    },
    {
      seat: 'official',
      text: 'Đủ mục rồi, trợ lý góp ý và hỏi làm gì tiếp. Gõ 1 để gửi chương trình duyệt.',
      type: '1',
    },
    {
      seat: 'staff',
      text: 'Cán bộ chương trình vừa được báo tin. Xem hàng chờ.',
      type: 'hàng chờ duyệt',
    },
    { seat: 'staff', text: 'Mở bài toán đang chờ.', type: '1' },
    { seat: 'staff', text: 'Chọn Duyệt, rồi xác nhận ở bước sau.', type: '3' },
    { seat: 'staff', text: 'Xác nhận duyệt. Khung chat của cán bộ phường nhận tin báo.', type: '1' },
    {
      seat: 'staff',
      text: 'Mở lại để công bố. Chỉ có một bài nên gõ "hàng chờ duyệt".',
      type: 'hàng chờ duyệt',
    },
    { seat: 'staff', text: 'Mở bài toán.', type: '1' },
    { seat: 'staff', text: 'Xem bản công khai: trợ lý đã tìm chỗ cần che.', type: '2' },
    { seat: 'staff', text: 'Không có chỗ nào cần che. Dùng nguyên văn.', type: '1' },
    { seat: 'staff', text: 'Đặt hạn nhận đề xuất.', type: '3' },
    { seat: 'staff', text: 'Gõ một ngày như vẫn viết.', type: '30 tháng 6' },
    { seat: 'staff', text: 'Trợ lý đọc lại ngày. Xác nhận.', type: '1' },
    { seat: 'staff', text: 'Chọn Công bố.', type: '5' },
    { seat: 'staff', text: 'Công bố ngay bây giờ.', type: '1' },
    {
      seat: 'staff',
      text: 'Trợ lý cho biết sẽ có bao nhiêu người nhận tin. Xác nhận, rồi nhìn khung chat của doanh nghiệp.',
      type: '1',
    },
    {
      seat: 'startup',
      text: 'Doanh nghiệp đã nhận tin báo, đúng một lần. Hỏi vì sao mình nhận được.',
      type: 'vì sao',
    },
    {
      seat: 'startup',
      text: 'Xem các bài toán đang mở. Hết phần hướng dẫn: anh/chị cứ hỏi và thử tiếp ở cả ba khung chat.',
      type: 'danh sách bài toán',
    },
  ],
}
