import type { Section } from '../corpus-types.ts'
import { findAny, type Phrase, phrases, readWords } from '../phrases.ts'

/**
 * Whether a question asks for a detail that a section, though about the same subject, has nothing like: a sum, a signer,
 * a law, an hour, a hall, a fee. The section is then shown with a word that the detail is not stated. Details that are
 * often asked for loosely ("ở đâu", "ai") are no such detail.
 */
export function missesDetail(question: string, { title, asks, text }: Section): boolean {
  const words = readWords(question)
  const told = [title, ...asks, text].join('. ')
  return DETAILS.some(({ asked, tells }) => findAny(words, asked) && !tells.test(told))
}

const LAW = /luật|nghị định|thông tư|nghị quyết/iu

const DETAILS: readonly { asked: Phrase[]; tells: RegExp }[] = (
  [
    [
      'bao_nhiêu_tiền|mấy_tiền|nhiêu_tiền|trị_giá|giá_trị_bao_nhiêu|tốn_bao_nhiêu|mức_phí|phí_tham_gia|phí_dự|phí_vào|thu_phí|tốn_phí|mấy_đồng|mấy_triệu',
      /\d (?:tỷ|triệu|đồng)|kinh phí|mức tiền/iu,
    ],
    ['ai|người_nào|ông_nào ký|đóng_dấu|đã_ký|là_người_ký|đứng_ra_ký', /người ký|ai ký|ký ban hành/iu],
    [
      'ai|thầy_nào|người_nào|giảng_viên_nào|thầy_cô_nào soạn|biên_soạn|dạy|đứng_lớp|giảng|thiết_kế|tài_trợ|chấm',
      /soạn|người dạy|giảng viên|đứng lớp|tài trợ|chấm điểm|chuyên gia/iu,
    ],
    ['luật|nghị_định|thông_tư|nghị_quyết nào|mấy|số_mấy', LAW],
    ['căn_cứ_pháp_lý|cơ_sở_pháp_lý', LAW],
    ['mấy_giờ', /\d(?::\d\d| giờ)/u],
    [
      'hội_trường|tòa_nhà|khách_sạn|quán|địa_điểm|đường|tầng nào|mấy',
      /hội trường|tòa nhà|khách sạn|địa điểm|địa chỉ/iu,
    ],
    ['địa_điểm_tổ_chức|địa_điểm_họp|họp_ở_đâu', /hội trường|địa điểm|địa chỉ|trực tuyến/iu],
    [
      'tên_các|tên_những|tên_mấy .. đơn_vị|người|startup|doanh_nghiệp|công_ty',
      /danh sách|tên (?:các|những|từng)/iu,
    ],
    [
      'bao_nhiêu|mấy startup|công_ty|doanh_nghiệp|hồ_sơ|đề_xuất|giải_pháp .. đăng_ký|đã|nộp|gửi|được_chọn|được_công_bố',
      /\d (?:startup|công ty|doanh nghiệp|hồ sơ|đề xuất|giải pháp)|danh sách/iu,
    ],
  ] satisfies [string, RegExp][]
).map(([asked, tells]) => ({ asked: phrases([asked]), tells }))
