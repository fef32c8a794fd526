import { findAny, phrases, readWords } from './phrases.ts'

/**
 * Whether a question names a matter of home, food, fun, sport, school or trade. No refusal by itself ("cưới con gái" may
 * stand in the story before a question): it makes the search less sure of what it finds by the other words.
 * Only pairs of syllables and unmistakable single ones: without its marks a lone syllable is many words.
 */
export function namesEverydayMatter(question: string): boolean {
  return findAny(readWords(question), EVERYDAY) !== undefined
}

/** Patterns are explained at `phrase`. */
const EVERYDAY = phrases([
  // Food and drink.
  'nước_mắm|cà_phê_sữa|quán_cà_phê|trà_sữa|trà_đá|bánh_mì|bánh_kem|bánh_xèo|bánh_bông|bánh_sinh_nhật|bún_bò|bún_riêu|bán_bún|hủ_tiếu|cơm_tấm|phở_bò|gỏi_cuốn|lẩu|nấu_cơm|nấu_canh|kho_cá|luộc_gà|chiên_trứng|rau_muống|trái_cây|sầu_riêng|nước_sôi|ăn_sáng|ăn_tối|ăn_chay|uống_bia|uống_rượu|quán_nhậu|caffeine',
  // Home, animals and plants.
  'nuôi chó|mèo|cá|gà|heo|chim',
  'con_mèo|con_chó|con_gà|con_heo|tổ_chim|mèo_con|chó_con|cho_mèo|cho_chó|chó_ngồi|cá_cảnh|trồng_rau|trồng_lan|trồng_cây|cây_cảnh|bón_phân|máy_giặt|tủ_lạnh|máy_lạnh|điều_hòa_không_khí|máy_bơm|hàng_rào_nhà|xây_nhà|sơn_nhà|sửa_nhà|thuê_nhà|thuê_phòng|phòng_trọ|chuyển_nhà|dọn_nhà|giặt_đồ|nội_thất|lắp_ở_nhà|bóng_đèn',
  // Body and beauty.
  'giảm_cân|tăng_cân|tập_gym|yoga|trang_điểm|rửa_mặt|son_môi|kem_chống_nắng|da_dầu|mụn|tóc|nhóm_máu|đường_huyết|huyết_áp|bmi|đỡ_đẻ|mang_thai|em_bé|cho_bé|ngủ_ngon|thuốc_tây',
  // Family and feasts.
  'sinh_nhật|đám_cưới|ngày_cưới|cưới_hỏi|lên_kế_hoạch_cưới|tiệc_cưới|đám_giỗ|đám_ma|bạn_thân|bạn_gái|bạn_trai|vợ_chồng|mẹ_chồng|cãi_nhau|bữa_nhậu|lì_xì|đón_tết|âm_lịch|là_cung|cung_gì|phong_thủy|ngày_tốt',
  // Sport, fun and fame.
  'bóng_rổ|bóng_chuyền|đội_bóng|huấn_luyện_viên|chung_kết|trọng_tài|cầu_lông|bơi_lội|học_bơi|cờ_vua|cờ_tướng|minecraft|roblox|chơi_game|hoa_hậu|người_mẫu|phim|nhạc_sĩ|ca_nhạc|ban_nhạc|karaoke|vé_số|nobel|oscar|đi_phượt|leo_núi|du_học|đi_chơi|đi_biển',
  // School and riddles.
  'bài_toán_đố|toán_đố|tìm_x|lớp_1|lớp_2|lớp_3|lớp_4|lớp_5|lớp_6|lớp_7|lớp_8|lớp_9|lớp_10|lớp_11|lớp_12|đại_học_bách_khoa|mẫu_giáo|mầm_non_nào|gia_sư|mất_gốc|học_tiếng|điểm_thi|hình_tam_giác|hình_vuông|chữ_s|chữ_cái|quả_cam|quả_táo|hành_tinh|thủ_đô|đỉnh_núi|dân_tộc_nào',
  // Trade, things and travel.
  'xe_máy|xe_hơi|ô_tô|xe_đạp|xe_khách|vé_xe|bằng_lái|đổ_xăng|điện_thoại_nóng|sạc_pin|nạp_thẻ|4g|5g|sim|giày|quần_áo|túi_xách|đồng_hồ|mỹ_phẩm|giá_vàng|bán_hàng_online|shopee|lazada|đà_lạt|phú_quốc|sa_pa|hạ_long|homestay|máy_bay_giấy|thương_mại_nào|quán_ăn|mặt_tiền|nhà_đất',
  'weight|lose_weight|recipe|movie|song|sings|football|walk|girlfriend|boyfriend|breakfast|dinner|last_night|holiday',
])
