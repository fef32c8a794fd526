import { type Phrase, phrases } from './phrases.ts'

/** What is asked (patterns are explained at `phrase`), and what the documents write about it: for the search only. */
export const RELATED: readonly { asked: Phrase[]; meant: string }[] = (
  [
    ['trở_ngại|khó_khăn|vướng_mắc|cản_trở|trục_trặc|kẹt_chỗ_nào', 'rào cản'],
    ['khía_cạnh|phương_diện|mặt_nào', '4 khía cạnh'],
    ['công_đoạn|giai_đoạn_nào|quy_trình|trình_tự', 'quy trình 5 bước'],
    ['lớp_học|đào_tạo|bồi_dưỡng|đi_học|học_trực|buổi_học', 'tập huấn'],
    ['học .. trực_tuyến|trực_tiếp|tận_nơi', 'hình thức tập huấn trực tuyến trực tiếp'],
    ['cuộc_họp|buổi_họp|hội_thảo|sự_kiện_ngày', 'hội nghị'],
    ['nhà_giá_rẻ|nhà_ở_giá_rẻ|người_nghèo', 'nhà ở xã hội thu nhập thấp'],
    ['bệnh_viện|sức_khỏe|khám_bệnh|bác_sĩ', 'y tế'],
    ['trường_học|học_sinh|trường_công|thầy_cô', 'giáo dục'],
    ['đứng_thứ|thứ_mấy|hạng_mấy|top_mấy|vị_trí|thứ_hạng|hạng_bao_nhiêu', 'xếp hạng'],
    ['nhóm_việc|đầu_việc|mảng_việc|nhóm_công_việc', 'nhóm nhiệm vụ'],
    ['mảng_nào|mảng_gì|các_mảng|mấy_mảng|những_mảng|ngành_nào|lãnh_vực', 'lĩnh vực'],
    ['đề_bài|đề_tài|vấn_đề_lớn', 'bài toán lớn'],
    ['dữ_liệu', 'dữ liệu dùng chung dữ liệu mở'],
    ['nước_ngoài|quốc_tế|ngoại_quốc', 'hợp tác quốc tế'],
    ['bao_nhiêu_tiền|kinh_phí|ngân_sách|số_tiền|mấy_tỷ|tốn_bao|chi_bao_nhiêu|cấp_vốn', 'kinh phí'],
    ['gồm_những_ai|thành_phần|trong_đó_có_ai', 'gồm'],
    ['số_hiệu|số_mấy|văn_bản_số|quyết_định_số', 'số hiệu kế hoạch'],
    ['hạn_chót|hạn_nộp|hạn_cuối|chừng_nào_hết', 'thời hạn'],
    ['liên_hệ|hotline|đường_dây_nóng|email|địa_chỉ', 'số điện thoại thư điện tử địa chỉ'],
    ['mẫu_đơn|biểu_mẫu|form|giấy_tờ', 'biểu mẫu'],
    ['đo_bằng|đo_lường|đo_hiệu|kpi|chỉ_tiêu|thước_đo', 'đo lường sự hài lòng mức độ cải thiện'],
    ['làm_hoài|làm_một_lần|làm_1_lần|làm_mãi|lâu_dài|hoài_hoài', 'lâu dài thường xuyên nhiệm vụ trọng tâm'],
    ['nhà_nông|nông_dân|làm_ruộng|bà_con .. chế_máy|sáng_chế', 'cuộc thi Sáng tạo nhà nông giải thưởng'],
    ['sáng_chế|phát_minh|cải_tiến', 'sáng kiến giải thưởng'],
    ['tư_nhân', 'khu vực tư nhân và nhà nước'],
    [
      'tác_giả|ai_viết|do_ai_viết|người_viết|phóng_viên_nào|nhà_báo_nào|báo_nào|đăng_báo|trang_nào',
      'bài báo tác giả',
    ],
    ['bài .. của|trên .. đăng_ngày|đăng_khi_nào|đăng_hôm_nào|ngày_đăng', 'bài báo tác giả đăng ngày'],
    ['bắt_buộc|có_phải_lập|buộc_phải', 'mỗi đơn vị phải'],
    ['sau_dịch|dịch_bệnh|covid|đại_dịch|hậu_covid', 'phục hồi sau dịch bệnh'],
    ['xếp_hàng|chờ_khám', 'người bệnh xếp hàng dài bệnh viện tồn đọng'],
    ['năng_lượng_mặt_trời|pin_mặt_trời', 'mô hình điện năng lượng mặt trời áp mái'],
    ['sáp_nhập|nhập_vô|gộp|giải_thể', 'hợp nhất sắp xếp'],
    ['hết_hạn|hết_hiệu_lực|còn_dùng|còn_hạn|còn_áp_dụng', 'giai đoạn còn hiệu lực'],
  ] satisfies [string, string][]
).map(([asked, meant]) => ({ asked: phrases([asked]), meant }))
