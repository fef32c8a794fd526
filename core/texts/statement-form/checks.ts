/** What is said when an answer will not do: what is wrong, and what would be right. */
export const statementChecks = {
  stateSecret:
    'Nội dung vừa gửi có dấu độ mật nên trợ lý đã bỏ, không lưu. Anh/chị viết lại phần không mật giúp; phần mật xin trao đổi bằng đường văn bản.',
  tooShort: (label: string) =>
    `Mục «${label}» cần ít nhất một câu trọn ý để người khác hiểu được. Anh/chị viết thêm giúp; chưa có thông tin thì có thể để lại, bổ sung sau.`,
  titleTooShort:
    'Tên này ngắn quá nên chưa rõ việc gì, cho ai. Anh/chị viết khoảng 6 đến 20 chữ, ví dụ "Giảm thời gian chờ khám tại trạm y tế".',
  titleTooLong:
    'Tên này hơi dài nên khó đọc trên điện thoại. Anh/chị rút còn khoảng 25 chữ; phần chi tiết đã có chỗ ở các mục khác.',
  titleLines: 'Tên bài toán chỉ nên nằm trên một dòng. Anh/chị gửi lại một câu thôi.',
  noIndicator: 'Cần ít nhất một số đo. Anh/chị có thể bắt đầu với mức độ hài lòng của người dân.',
  indicatorWithoutName: 'Có một số đo chưa có tên. Anh/chị cho biết đo cái gì, ví dụ "thời gian chờ khám".',
  targetNotCounted: (name: string) =>
    `Mục tiêu của "${name}" chưa đếm được. Anh/chị ghi một con số, ví dụ "15 phút" hoặc "90%"; chưa có thì để trống.`,
  targetSameAsBefore: (name: string) =>
    `"${name}" có số hiện nay và mục tiêu bằng nhau, nên chưa thấy điều cần cải thiện. Anh/chị xem lại một trong hai số.`,
  budgetWithoutNumber:
    'Kinh phí cần một con số ước tính, ví dụ "khoảng 300 triệu đồng". Chưa biết thì anh/chị bỏ qua mục này.',
  maskedContact:
    'Trợ lý chỉ giữ số máy bàn và thư điện tử của cơ quan; số riêng đã được che để bảo vệ người có số. ' +
    'Anh/chị gửi lại tên phòng kèm số máy bàn, ví dụ "Văn phòng Ủy ban nhân dân phường, 028 0000 0000".',
  contactWithoutWay:
    'Mục này cần một cách liên hệ: số máy bàn, thư điện tử có đuôi gov.vn hoặc địa chỉ của cơ quan. ' +
    'Ví dụ "Văn phòng Ủy ban nhân dân phường, 028 0000 0000".',
  contactWithoutOffice:
    'Anh/chị cho biết thêm đây là phòng, ban nào, ví dụ "Văn phòng Ủy ban nhân dân phường, 028 0000 0000".',
  /** The order of the three kinds of support (article of 2022 on the plan: R&D "after a direction has been found"). */
  supportOrder:
    'Xin lưu ý thứ tự: Inno-Coffee là nơi gặp chuyên gia để tìm hướng giải quyết; có hướng rồi mới đến hỗ trợ nghiên cứu (R&D); ' +
    'sau đó là thử nghiệm (Sandbox) để hoàn thiện. Anh/chị chưa ghi hướng giải quyết, nên có thể chọn Inno-Coffee trước. Vẫn giữ lựa chọn này cũng được.',
  namesProduct: (word: string) =>
    `Trợ lý thấy câu trả lời nhắc đến "${word}", là một cách giải quyết. Anh/chị cân nhắc tả điều đang không ổn trước; giữ nguyên cũng được.`,
  namesVendor: (word: string) =>
    `Trợ lý thấy tên "${word}". Bài toán nên để ngỏ cho nhiều nơi tham gia, nên anh/chị cân nhắc bỏ tên riêng của hãng hay sản phẩm; giữ nguyên cũng được.`,
}
