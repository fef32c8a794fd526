import { cuesOf } from '../find-cue.ts'

/** Words that say nothing by themselves: a passage with them counts neither for nor against. */
export const EMPTY = cuesOf(
  'quan tâm|chỉ đạo|đồng tình ủng hộ|trân trọng|kính (?:mong|đề nghị|gửi)|nhiệm vụ (?:trọng tâm|quan trọng)|xu thế|tất yếu|' +
    'trong thời gian (?:tới|qua)|tình hình mới|góp phần|ngày càng|hơn nữa|rõ rệt|toàn diện|nâng cao (?:hiệu quả|chất lượng|hiệu lực|hơn|nhận thức)|' +
    'hiệu lực|đẩy mạnh|tăng cường|quyết liệt|đồng bộ|hiện đại|thông minh|sạch đẹp|tốt đẹp|vượt trội|ưu việt|tuyệt vời|' +
    'tồn tại|hạn chế|chưa đáp ứng|kỳ vọng|yêu cầu đặt ra|chuyển biến tích cực',
)
export const EMPTY_CAUSE = cuesOf(
  'khách quan|chủ quan|ý thức|nhận thức|cơ chế|nguồn lực|chưa (?:có|được cấp) (?:kinh phí|phần mềm|công cụ|máy)|thiếu kinh phí|' +
    'chưa (?:được )?đầu tư|chưa mua|chưa số hóa|chưa biết đến|do người dân',
)
/** Not "do dân, vì dân" or "vì sự nghiệp chung". */
export const CAUSE = cuesOf(
  'do(?! dân| nhân dân)|vì(?! dân| nhân dân| sự nghiệp| lợi ích| mục tiêu| sự phát triển)|bởi|gốc|nguyên nhân|xuất phát|khiến|nên|thiếu người|chưa phân công',
)
export const ROOT = cuesOf('gốc|không phải do|không phải vì|xuất phát từ|bắt nguồn từ')

export const HARM = cuesOf(
  '(?<!mong |trông )chờ|chậm|trễ|bị|mất (?:thời gian|nhiều|công|tiền|trung bình|\\d+)|không biết|phải|nguy hiểm|bỏ sót|sót|khó khăn|không theo kịp|' +
    'không quay lại|không được|ngập|không yên tâm|sai|bỏ|ngưng|lây|nghỉ học|không thu được|kéo dài|kẹt|đi lại|biết muộn|ô nhiễm nặng',
)
export const ABSENCE = cuesOf('chưa (?:có|sử dụng|dùng|ứng dụng)|thiếu|cần (?:có|mua|số hóa)')
/** Sizes written as words. */
export const SIZE = cuesOf(
  'một nửa|phần (?:ba|tư|năm|mười)|trong mười|gấp đôi|gấp ba|gần hai|hai (?:ngày|tuần|tháng|năm)|nhiều tuần|cả lớp|(?:một|hai|ba|bốn|năm) lần',
)

export const GROUP = cuesOf(
  'trong đó|nhất là(?! trong| khi| vào| ở giai đoạn| hiện nay)|chủ yếu|đa số|phần lớn|hơn một nửa|trên \\d+ tuổi|dưới \\d+ tuổi|của \\d+|ở \\d+|bán trú|thuê trọ|khuyết tật',
)
export const CHANGE = cuesOf(
  'giảm|nhanh|đúng hẹn|đúng hạn|đúng giờ|đúng lịch|đúng ngay|không phải|không bị|không còn|chỉ cần|chỉ phải|chỉ khai|chỉ nhập|biết(?! ơn)|' +
    'nhận (?:giấy|tiền|trợ cấp|được)|ít|an toàn|theo kịp|hiểu|một lần|đủ|được (?:trả|xét|tìm|hỏi|kiểm tra|sửa|khám|nhận)|thông thoáng|khám xong|' +
    'tái khám|rút ngắn|thu hồi',
)
export const BOUND = cuesOf(
  '(?:trong|chỉ) (?:một|hai|ba|\\d+) (?:phút|giờ|ngày|tuần|lần|đợt|buổi)|trong (?:ngày|tuần|thời hạn|cùng một đợt)|một lần|đúng hẹn|đúng hạn|đúng giờ|đúng lịch|' +
    'một nửa|trong mười|không phải|không bị|lần đầu|trong vòng|hết liệu trình|ngay tại lớp|đủ nước',
)
export const TOO_WIDE = cuesOf(
  'toàn thành phố|cả thành phố|cả nước|toàn quốc|toàn ngành|cả ngành|toàn xã hội|mọi nơi|tất cả các|sửa (?:cả )?luật|toàn bộ',
)
export const PLACE = cuesOf(
  'phường|xã|đặc khu|trạm|trường|tuyến|khu|hẻm|chợ|quầy|khoa|bộ phận|đội|hộ|cá nhân|hồ sơ|người bệnh|công trình|chung cư|cuộc gọi|trẻ',
)
export const EXCLUDED = cuesOf(
  'không gồm|không bao gồm|ngoài phạm vi|không sửa|không thuộc|không đổi được|không áp dụng|không tính|do (?:thành phố|sở|bộ|trung ương) quản lý',
)
export const METHOD = cuesOf(
  'hỏi|đếm|xem|đọc|đo|ghi|phỏng vấn|khảo sát|đối chiếu|kiểm tra|theo chân|dự giờ|bấm giờ|cân|nghe lại|phiếu|tổng hợp|thống kê|quan sát',
)
export const SOURCE = cuesOf(
  'theo (?:sổ|số liệu|báo cáo|thống kê|số bấm|biên bản|bảng|số đo|nhật ký|kết quả|số cân)|thống kê|số liệu|sổ (?:theo dõi|khám|điều trị|sức khỏe)|' +
    'biên bản|nhật ký|đếm trên|số ghi|số đo|đo bằng|kết quả (?:kiểm tra|khảo sát)|báo cáo',
)
export const SATISFIED = cuesOf('hài lòng|cải thiện')
/** Counting what is bought or made. */
export const OUTPUT = cuesOf(
  'lắp đặt|cài đặt|lượt tải|tải app|có ai|hoạt động|số hóa|dùng phần mềm|robot|drone|camera|phần mềm|chatbot|màn hình|máy tính|số tính năng',
)
