/** Matters of other offices and of everyday life, as patterns of `phrase`. Nothing of the programme is said with them. */
export const ALWAYS_OFF_TOPIC: string[] = [
  'thời_tiết|dự_báo_thời|nhiệt_độ|trời_mưa|trời_có_mưa|mưa_không|mưa_to|trời_nắng|bão_số|triều_cường|weather|forecast',
  'bóng_đá|world_cup|ngoại_hạng|tỷ_số|đội_tuyển|cầu_thủ|messi|ronaldo|manchester|u23|v_league|sea_games|football|aff_cup',
  'trận|kết_quả .. tối_qua|hôm_qua|đêm_qua|tối_nay|việt_nam_thái_lan',
  'viết|sửa|chạy|debug|giải_thích .. code|python|javascript|java|sql|hàm|html|php',
  'python|javascript|học_lập_trình|viết_phần_mềm|thuật_toán',
  'giải|tính .. phương_trình|tích_phân|đạo_hàm|bài_tập|toán_lớp|hệ_phương_trình',
  'làm_bài_tập|bài_tập_về_nhà|văn_tả|bài_văn|bài_luận|bài_thơ|làm_thơ|viết_thơ|homework|essay|poem|joke',
  'cộng|nhân|chia|trừ|1|2|3|4|5|6|7|8|9|10 .. bằng_mấy',
  'căn_bậc_hai|số_nguyên_tố|phép_tính',
  'dịch giúp|giùm|sang_tiếng|câu_này|câu_sau|đoạn_này|đoạn_văn',
  'translate|tiếng_nhật|tiếng_hàn|tiếng_trung',
  'cổ_phiếu|chứng_khoán|giá_vàng|bitcoin|btc|eth|tỷ_giá|lãi_suất|mua_vé_số|dò_vé_số|trúng_vé_số|xổ_số|giá_xăng|forex|tiền_ảo|coin|vnindex|stock_price|all_in',
  'bộ_phim|xem_phim|bài_hát|ca_sĩ|diễn_viên|truyện_cười|kể_chuyện|chuyện_cười|tử_vi|cung_hoàng_đạo|xem_bói|bói_toán|karaoke|idol',
  'người_yêu|tán_gái|crush|hẹn_hò|thất_tình|bạn_gái|bạn_trai',
  'nấu_ăn|công_thức_nấu|cách_nấu|món_ăn|quán_ăn|quán_phở|nhà_hàng|ăn_gì|ăn_trưa|recipe|restaurant',
  'iphone|samsung|game|chơi_liên_quân|liên_quân_mobile|pubg|netflix|tiktok|youtube',
  'kể|hát|chơi .. chuyện|truyện|bài|game .. nghe|đi|vui',
  'thủ_đô|dân_số .. của|nước|thế_giới|bao_nhiêu',
]

/** The same, but words that may also stand in a question about the programme, which then goes first. */
export const OFF_TOPIC_UNLESS_PROGRAMME: string[] = [
  'đau_đầu|đau_bụng|đau_răng|đau_lưng|nhức_đầu|bị_sốt|sốt_cao|cảm_cúm|uống_thuốc|mua_thuốc|toa_thuốc|đau_họng|mất_ngủ',
  'triệu_chứng|khám_bệnh_ở|bác_sĩ_nào|tiêm_chủng|chích_ngừa|tiêm_vắc_xin|headache|medicine',
  'khám|viện_phí .. bảo_hiểm|bhyt',
  'du_lịch|khách_sạn|vé_máy_bay|chuyến_bay|vé_tàu|đặt_phòng|grab|taxi|hotel|flight',
  'mua iphone|điện_thoại|laptop|xe|nhà|đất|chung_cư',
  'laptop|máy_tính_bảng',
  'mua|thuê|đăng_ký|xét|điều_kiện .. nhà_ở_xã_hội|chung_cư|nhà_trọ|căn_hộ',
  'làm|cấp|gia_hạn|đổi|mất|đăng_ký|xin|nộp hộ_chiếu|căn_cước|cccd|giấy_khai_sinh|khai_sinh|khai_tử|kết_hôn|bằng_lái|giấy_phép_lái_xe|tạm_trú|thường_trú|hộ_khẩu|hộ_kinh_doanh|visa|thị_thực|lý_lịch_tư_pháp|vneid',
  'làm|cấp|đổi lại căn_cước|cccd|hộ_chiếu|bằng_lái',
  'giấy_khai_sinh|đăng_ký_kết_hôn|bằng_lái_xe|bảo_hiểm_xã_hội|bảo_hiểm_y_tế|bảo_hiểm_thất_nghiệp|bhxh|bhyt|lương_hưu|thẻ_căn_cước|sổ_hộ_khẩu|nhập_hộ_khẩu|sổ_tạm_trú|xin_visa|thẻ_tạm_trú|work_permit|giấy_phép_lao_động',
  'sổ_đỏ|sổ_hồng|sang_tên|tách_thửa|giấy_phép_xây_dựng|xin_phép_xây|đất_đai|thổ_cư|quy_hoạch_đất|giải_tỏa|trích_lục',
  'thuế_thu_nhập|thuế_tncn|quyết_toán_thuế|hoàn_thuế|kê_khai_thuế|nộp_thuế|đóng_thuế|mã_số_thuế|hóa_đơn_điện_tử|thuế_vat|thuế_đất',
  'tuyển_sinh|lớp_1|lớp_6|lớp_10|điểm_chuẩn|thi_đại_học|thi_tốt_nghiệp|học_phí|xin_học|chuyển_trường|nhập_học',
  'tuyển_dụng|tìm_việc|xin_việc|tuyển_dev|tuyển_nhân_viên|tìm_việc_làm|giới_thiệu_việc_làm|thi_tuyển_công_chức|kỳ_thi_công_chức|mức_lương|lương_thưởng|ứng_tuyển|cần_tuyển_người|apply_ở|nghỉ_phép|nghỉ_thai_sản',
  'sở|chỗ_này|bên_mình .. tuyển .. dev|người|nhân_viên|kế_toán|không $',
  'lập|thành_lập|mở|giải_thể|đăng_ký công_ty|doanh_nghiệp|hộ_kinh_doanh|cty .. tnhh|vốn|điều_lệ|cổ_phần|giấy_phép|thủ_tục|sao|không|ở_đâu',
  'vốn_điều_lệ|giấy_phép_kinh_doanh|đăng_ký_kinh_doanh|giấy_phép_con',
  'phạt_nguội|vi_phạm_giao_thông|vượt_đèn_đỏ|nồng_độ_cồn|đăng_kiểm|biển_số_xe|phạt_giao_thông|kẹt_xe|xe_buýt|metro|tàu_điện',
  'tiền_tết|quà_tết|phát_quà|hộ_nghèo|trợ_cấp|cứu_trợ|bảo_trợ_xã_hội|người_có_công|vay_vốn|vay_ngân_hàng|vay_tiền',
  'cúp_điện|tiền_điện|tiền_nước|cúp_nước|đổ_rác|thu_gom_rác|cây_xanh|ngập_nước|đèn_đường|wifi',
  'nghĩa_vụ_quân_sự|nhập_ngũ|phòng_công_chứng|công_chứng_giấy|công_chứng_ở|chứng_thực_chữ|sao_y|hộ_tịch|đám_cưới|ly_dị',
]

/** What only a question about the programme says. */
export const PROGRAMME =
  'bài_toán_lớn|đề_bài|tổ_công_tác|đổi_mới_sáng_tạo|đmst|dmst|inno|inno_coffee|sandbox|r_d|nhóm_nhiệm_vụ|kế_hoạch_2022|pii|' +
  // Without its marks "công cụ số đó" reads like "sổ đỏ".
  'công_cụ_số|nền_tảng_số|con_số|lĩnh_vực|tập_huấn|khu_vực_công|5_bước|năm_bước|rào_cản|chuyển_đổi_số|sáng_kiến|hội_nghị|mô_hình|nhiệm_vụ'
