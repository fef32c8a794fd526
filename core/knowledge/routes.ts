import { ALWAYS_OFF_TOPIC, OFF_TOPIC_UNLESS_PROGRAMME, PROGRAMME } from './off-topic-matters.ts'
import { type Phrase, phrases } from './phrases.ts'

export type RefusalStatus =
  | 'refused_politics'
  | 'refused_opinion'
  | 'refused_legal'
  | 'refused_complaint'
  | 'refused_personal_data'
  | 'refused_winner'
  | 'refused_off_topic'

/** A question is of this kind when one of `when` stands in it and none of `unless`. */
export type Route = { status: RefusalStatus; when: Phrase[]; unless: Phrase[] }

/**
 * What the assistant does not answer, in the order in which it is asked. Patterns are explained at `phrase`.
 * A syllable alone is dangerous: without its marks it may be another word ("phạt" and "phát triển").
 */
const NAMED = 'việt_dũng|thanh_minh|vân_hải|khắc_thanh|đình_thắng|trọng_tuyên'
const OFFICER =
  'ông|bà|giám_đốc|lãnh_đạo|chủ_tịch|bí_thư|cán_bộ|công_chức|chuyên_viên|tổ_trưởng|trưởng_phòng|thành_viên|' +
  `học_viên|đại_biểu|diễn_giả|sếp|người_phụ_trách|nhân_viên|mr|ms|mrs|director|official|${NAMED}`
const PERSON = `${OFFICER}|của_anh|của_chị|của_cô|của_chú|hàng_xóm`
const CONTACT =
  'số_điện_thoại|sđt|sdt|số_đt|số_di_động|điện_thoại_riêng|điện_thoại_cá_nhân|di_động|zalo|facebook|fb|email|mail|' +
  'gmail|thư_điện_tử|phone_number|phone|contact'
const PRIVATE =
  'địa_chỉ_nhà|nhà_riêng|nhà_ở_đâu|ngày_sinh|năm_sinh|sinh_năm|sinh_ngày|sinh_nhật|bao_nhiêu_tuổi|mấy_tuổi|tuổi|quê_ở|' +
  'quê_quán|quê_đâu|tiền_lương|mức_lương|bảng_lương|lương_bao_nhiêu|lương_tháng|thu_nhập|có_vợ|có_chồng|vợ_con|gia_đình|cccd|cmnd|căn_cước|số_tài_khoản|stk|tài_sản|' +
  'lý_lịch|bệnh_án|tình_trạng_sức_khỏe|bị_kỷ_luật|hộ_khẩu|biển_số|tôn_giáo|đời_tư|salary|home_address|birthday|age'
const CONTENDER =
  'ai|đơn_vị_nào|công_ty_nào|doanh_nghiệp_nào|startup_nào|đội_nào|nhóm_nào|giải_pháp_nào|hồ_sơ_nào|bên_nào|' +
  'nhà_thầu_nào|nhà_cung_cấp_nào|sáng_kiến_nào|bài_thi_nào|thí_sinh_nào|dự_án_nào|khởi_nghiệp_nào'
const BODY =
  'công_ty|đơn_vị|startup|khởi_nghiệp|doanh_nghiệp|giải_pháp|hồ_sơ|nhà_thầu|nhà_cung_cấp|dự_án|thí_sinh'
const OFFICE = 'sở|phường|xã|quận|ủy_ban|cơ_quan|nhà_nước|thành_phố|chính_quyền|mấy_ông|mấy_bà'
const WORKS = 'làm|làm_ăn|làm_việc|giải_quyết|triển_khai|phục_vụ|trả_lời|nói'
const BADLY =
  'chậm|chậm_chạp|lề_mề|tệ|dở|kém|ì_ạch|lâu_lắc|cho_vui|cho_có|hời_hợt|tắc_trách|vô_trách_nhiệm|ẩu|qua_loa|rề_rà'
const IN_DOCUMENTS =
  'kế_hoạch|tài_liệu|bài_báo|hội_nghị|tập_huấn|nhóm_nhiệm_vụ .. nói|nêu|đề_cập|nhắc|quy_định ..'

export const ROUTES: Route[] = [
  route(
    'refused_complaint',
    [
      'muốn|cần|xin|đòi|gửi|nộp|làm_đơn|viết_đơn|đơn|giải_quyết|định|hướng_dẫn .. khiếu_nại|tố_cáo|tố_giác|khiếu_kiện',
      'khiếu_nại|tố_cáo|tố_giác .. ở_đâu|thế_nào|với_ai|cho_ai|làm_sao|cách|ông|bà|cán_bộ|phường|quyết_định|lãnh_đạo|về|giúp|hộ',
      '^ .. khiếu_nại|tố_cáo|tố_giác',
      'nhũng_nhiễu|vòi_tiền|vòi_vĩnh|đòi_tiền|hách_dịch|lót_tay|phong_bì|gây_khó_dễ|hạch_sách|ăn_chặn|bao_che',
      'nhận|đưa|đòi hối_lộ',
      'phản_ánh .. cán_bộ|công_chức|thái_độ|hàng_xóm|ông|bà|ô_nhiễm|tiêu_cực|sai_phạm|tình_trạng',
      'cán_bộ|công_chức|nhân_viên|phường .. làm_khó|có_thái_độ|thái_độ|quát|gây_khó|trễ_hẹn|ngâm_hồ_sơ|sai_phạm',
      'hồ_sơ .. bị_ngâm|bị_trả|bị_từ_chối|trễ_hẹn|quá_hạn',
      'tôi|em|mình|dân .. bức_xúc',
      'khiếu_nại|khiếu_kiện kết_quả|quyết_định|việc',
      'nhận_đơn|gửi_đơn .. khiếu_nại|tố_cáo|giùm|giúp|hộ',
      'bị_loại|bị_đánh_rớt|bị_xử_ép .. oan|bất_công|không_công_bằng',
      'hàng_xóm .. ồn|ồn_ào|om_sòm|karaoke|xây_lấn|xả_rác',
      'phản_ánh .. phường|mấy_lần|không_ai_xử_lý|lên_thành_phố',
      'complain|complaint|denounce|denunciation',
      'lodge|file .. complaint',
    ],
    [`${IN_DOCUMENTS} khiếu_nại|tố_cáo|phản_ánh`],
  ),
  route(
    'refused_personal_data',
    [
      `${CONTACT}|${PRIVATE} .. ${PERSON}`,
      `${OFFICER} .. ${CONTACT}|${PRIVATE}`,
      'nhà|quê .. ông|bà .. ở_đâu',
      'lương .. giám_đốc|chủ_tịch|bí_thư',
      'zalo|facebook|sđt|sdt|số_điện_thoại|mail|email anh|chị|cô|chú',
      'thông_tin_cá_nhân|dữ_liệu_cá_nhân|lý_lịch|hồ_sơ_cá_nhân .. của|ông|bà|cán_bộ|học_viên|người|chị|anh',
      'danh_sách .. kèm|có|và|cùng .. số_điện_thoại|sđt|sdt|cccd|căn_cước|email|ngày_sinh',
      'con|vợ|chồng|con_trai|con_gái|cháu|bố|mẹ ông|bà|giám_đốc|chủ_tịch|bí_thư|sếp .. học|du_học|làm_ở|tên_gì|mấy_tuổi|lấy|cưới|ở_đâu',
      'số_này|số_đó .. của_ai',
      'tra|tìm|kiểm_tra|xem|xin .. cccd|căn_cước|chủ_số|biển_số|bảng_lương|điểm_thi|kết_quả_học_tập .. của',
    ],
    [
      'số_điện_thoại|sđt|sdt|zalo|email|cccd|cmnd|căn_cước|stk|số_tài_khoản .. của|là em|tôi|mình|tui',
      '^ số_của_em',
    ],
  ),
  route(
    'refused_winner',
    [
      `${CONTENDER} .. sẽ|nên|đáng|xứng_đáng|khả_năng|có_cơ_hội .. thắng|trúng|đoạt|được_chọn|được_giải|giành`,
      `${CONTENDER} .. chiến_thắng|thắng_cuộc|thắng_giải|thắng_thầu|trúng_thầu|trúng_tuyển|giỏi_nhất|tốt_nhất|xứng_đáng|mạnh_nhất|uy_tín_nhất|hay_nhất|tốt_hơn|giỏi_hơn`,
      `nên|hãy|phải|muốn chọn|giao|trao|ưu_tiên .. ${BODY}|ai|bên_nào`,
      `chọn|lựa|bình_chọn giúp|hộ|dùm|giùm|cho_tôi|cho_em`,
      `giúp|hộ|giùm|hãy .. chọn|xếp_hạng|chấm_điểm .. ${BODY}|đề_xuất`,
      'chấm_điểm|xếp_hạng .. các|cho|giúp|những .. hồ_sơ|đề_xuất|sáng_kiến|giải_pháp|công_ty|đơn_vị',
      `${BODY}|đề_xuất|sáng_kiến .. của tôi|em|mình|tui|chúng_tôi|bên_em .. được_chọn|trúng|đậu|được_duyệt|được_công_nhận|có_cơ_hội`,
      `fpt|viettel|vnpt|cmc|misa|vng|bkav .. hay|hoặc|với|và .. fpt|viettel|vnpt|cmc|misa|vng|bkav`,
      `${BODY} a|x .. hay|hoặc|với|và .. b|y`,
      'dự_đoán|đoán .. thắng_cuộc|đoạt_giải|trúng_tuyển|kết_quả|giải_nhất',
      'loại|đánh_rớt|gạt_bỏ .. hồ_sơ|đơn_vị|công_ty',
      'who|which .. will|should .. win|wins|winner|choose|selected',
    ],
    [
      'ông|bà .. ai .. giỏi|tốt|hay|làm_việc',
      'ai .. ông|bà .. hay|với .. ông|bà',
      'đã .. trúng|trúng_tuyển|trúng_thầu|đoạt|được_chọn',
      'danh_sách .. trúng|trúng_tuyển|đoạt|được_chọn',
    ],
  ),
  route('refused_opinion', [
    `${OFFICER}|anh|chị .. tính_tình|tính_cách|khó_tính|dễ_tính|dễ_chịu|khó_chịu|đẹp_trai|đẹp_gái|hiền_không|nóng_tính|dễ_thương|thân_thiện`,
    'ông|bà .. với|hay|và .. ông|bà .. ai .. tốt|giỏi|hay|hơn',
    `${OFFICER} .. giỏi_không|có_giỏi|tốt_không|có_tài_không|xứng_đáng|liêm_khiết|có_tham_nhũng|trong_sạch|uy_tín|đáng_tin|yếu_kém|bất_tài|năng_lực_kém|năng_lực_thế_nào|có_năng_lực|tử_tế|được_lòng_dân`,
    `${OFFICER}|chính_quyền|sở .. làm_việc|điều_hành|lãnh_đạo .. tốt|kém|dở|hiệu_quả|giỏi .. không`,
    `nghĩ|thấy|đánh_giá|nhận_xét|cảm_nhận|ý_kiến|quan_điểm .. về|đối_với .. ${OFFICER}|chính_quyền_thành_phố`,
    'đánh_giá|nhận_xét|bình_luận ông|lãnh_đạo|giám_đốc|chủ_tịch|bí_thư',
    'bạn|ad|bot|trợ_lý|mày|theo_em|theo_bạn|theo_ad .. nghĩ|thấy|đánh_giá|nhận_xét|ủng_hộ|có_thích|thích .. sao|thế_nào|gì|không|ai|nào',
    'theo_bạn|theo_em|theo_ad|theo_ý_bạn|theo_trợ_lý .. ai|ông|bà|có_nên|đúng_hay_sai|thành_công|thất_bại|hiệu_quả|tốt|hay_hơn',
    `ai|ông|bà|${NAMED} .. giỏi_hơn|tốt_hơn|giỏi_nhất|tài_hơn|hay_hơn|kém_hơn`,
    `ghét|có_thích|ủng_hộ .. ${OFFICER}`,
    `${OFFICER} .. nên|phải .. từ_chức|cách_chức|nghỉ_việc|bị_đuổi`,
    `${OFFICER}|${OFFICE} .. ${WORKS} .. ${BADLY} .. quá|ghê|lắm|hết_sức|thiệt|thật|ha|hả|hen|nhỉ|hén|phải_không`,
    `${OFFICER}|${OFFICE} .. toàn|chỉ_biết|chỉ_giỏi nói|hứa|họp|làm`,
    'kế_hoạch|chương_trình|phong_trào|dự_án này|đó|kia .. toàn|chỉ_là|khẩu_hiệu_suông|cho_có|nói_suông|màu_mè .. khẩu_hiệu|hình_thức|cho_có|nói_suông|cho_vui|đánh_bóng',
    'what do you think',
    'your opinion',
    `is .. ${OFFICER} .. good|bad|corrupt|competent`,
  ]),
  route('refused_politics', [
    'bỏ|sáp_nhập|giải_thể|nhập .. cấp_huyện|quận|huyện|tỉnh|phường .. đúng_hay_sai|có_nên|đúng_đắn|hợp_lý|hợp_lòng_dân',
    'chủ_trương|chính_sách|đường_lối .. đúng_hay_sai|sai_lầm|hợp_lòng_dân',
    'cầm_quyền|bầu_cử|chế_độ_đa_đảng|đa_nguyên|đa_đảng_ở|có_đa_đảng|cho_đa_đảng|biểu_tình|cộng_sản|chống_phá|phản_động|dân_chủ_đa_nguyên|việt_tân|hoàng_sa|trường_sa',
    'tổng_bí_thư|chủ_tịch_nước|thủ_tướng|bộ_chính_trị|trung_ương_đảng|chủ_tịch_quốc_hội|đại_biểu_quốc_hội',
    'donald_trump|trump|putin|biden|tập_cận_bình|xi_jinping|zelensky|kim_jong_un|ukraine|israel|palestine',
    'chế_độ|thể_chế chính_trị|độc_tài|cộng_sản|hiện_nay',
    'vấn_đề|tình_hình|quan_điểm|hệ_thống|phe_phái|thể_chế|đảng_phái chính_trị',
    'chính_trị .. việt_nam|thế_giới|thế_nào|hiện_nay|ra_sao',
    'ai|ông_nào|người_nào .. lên_làm|sẽ_làm|sẽ_lên|kế_nhiệm .. bí_thư|chủ_tịch',
    'đảng_cộng_sản|đảng_lãnh_đạo|đảng_và_nhà_nước|theo_đảng|vào_đảng|đảng_ta',
    'tham_nhũng|đấu_đá|đảo_chính|nhân_quyền|chiến_tranh',
    'election|communist|democracy|politics|politician|president|prime_minister',
  ]),
  route(
    'refused_legal',
    [
      'vi_phạm|trái .. pháp_luật|luật|quy_định .. không|gì|à',
      'phạm_luật|phạm_pháp|trái_luật|lách_luật|đúng_luật|hợp_pháp|phi_pháp|trái_pháp_luật',
      'mức_phạt|xử_phạt|phạt_tiền|phạt_bao_nhiêu|bị_phạt_bao_nhiêu|bị_phạt_không|đi_tù|ở_tù|truy_cứu|xử_lý_hình_sự',
      'bị phạt|xử_phạt|kỷ_luật|truy_cứu|xử_lý .. không|gì|sao|hông|hong|ko|thế_nào',
      'khởi_kiện|đi_kiện|kiện_ra_tòa|kiện_tụng|bị_kiện|kiện_ai|tòa_án|ra_tòa',
      'ly_hôn|thừa_kế|di_chúc|tranh_chấp|bồi_thường|đền_bù',
      'tòa .. tuyên|xử|thụ_lý|phán|bác_đơn',
      'tuyên vô_hiệu|có_tội|án',
      'mất_hiệu_lực_pháp_lý|tính_pháp_lý|thẩm_quyền_xét_xử|kháng_cáo|thi_hành_án|truy_tố|khởi_tố',
      'tư_vấn .. luật|pháp_luật|pháp_lý',
      'về_mặt|góc_độ|khía_cạnh pháp_lý|pháp_luật|luật',
      'có được_phép|được_quyền',
      'được_phép|được_quyền .. không $',
      'trách_nhiệm pháp_lý|hình_sự',
      'hợp_đồng .. hiệu_lực|vô_hiệu|vi_phạm|hủy|chấm_dứt',
      'theo luật|bộ_luật|nghị_định|thông_tư .. thì|có|được|phải',
      'luật_sư .. nào|giúp|tư_vấn',
      'điều|khoản mấy|nào|bao_nhiêu .. luật|nghị_định|bộ_luật',
      'illegal|lawsuit|is_it_legal|legal_advice|sue',
    ],
    ['sang_tên|lệ_phí|sổ_đỏ|sổ_hồng', 'phát tiền tết|quà|cho|trợ_cấp'],
  ),
  route('refused_off_topic', ALWAYS_OFF_TOPIC),
  route('refused_off_topic', OFF_TOPIC_UNLESS_PROGRAMME, [PROGRAMME]),
]

function route(status: RefusalStatus, when: string[], unless: string[] = []): Route {
  return { status, when: phrases(when), unless: phrases(unless) }
}
