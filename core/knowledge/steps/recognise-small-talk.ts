import { saysSomething } from '../coverage.ts'
import { findAny, findPhrase, type Phrase, phrases, type Word } from '../phrases.ts'

export type SmallTalk =
  | 'person'
  | 'greeting'
  | 'thanks'
  | 'goodbye'
  | 'praise'
  | 'blame'
  | 'who'
  | 'acknowledge'
  | 'wellbeing'
  | 'help'

/**
 * What a message is when nothing but courtesy, or a question about the assistant itself, is in it; undefined when there
 * is something to look up ("chào em, cho hỏi kế hoạch có mấy nhóm" is a question).
 */
export function recogniseSmallTalk(said: Word[]): SmallTalk | undefined {
  const words = said.filter(({ plain }, at) => plain !== said[at - 1]?.plain)
  if (words.length === 0 || words.length > LONGEST || findAny(words, NAMED)) return undefined
  const left = new Set(words.keys())
  const seen = new Set<SmallTalk>()
  for (const [kind, wanted] of KINDS) {
    for (const one of wanted) {
      const span = findPhrase(words, one)
      const places = span ? [...Array(span.end - span.start).keys()].map((step) => span.start + step) : []
      if (!places.some((at) => left.has(at))) continue
      seen.add(kind)
      for (const at of places) left.delete(at)
    }
  }
  for (const at of left) if (isFiller(words, at)) left.delete(at)
  if (left.size > 0) return words.some(({ plain }) => saysSomething(plain)) ? undefined : saidNothing(words)
  return KINDS.find(([kind]) => seen.has(kind))?.[0] ?? 'greeting'
}

/** Not one word with a subject in it: who asks like that wants to know what can be asked. */
function saidNothing(words: Word[]): SmallTalk {
  return findAny(words, ASKING) ? 'help' : 'acknowledge'
}

const ASKING: Phrase[] = phrases(['gì|sao|nào|đâu|ai|mấy|bao_nhiêu|thế_nào|không|chưa'])
const LONGEST = 25
/** "Ông Minh" without its marks reads like "mình". */
const NAMED: Phrase[] = phrases(['ông|bà dũng|minh|hải|thanh|thắng'])

/** Whether somebody asks for a human being, whatever else the message says. */
export function wantsPerson(words: Word[]): boolean {
  return findAny(words, WANTS_PERSON) !== undefined
}

const WANTS_PERSON: Phrase[] = phrases([
  'cho|muốn|cần|xin|được|đòi|để .. gặp|nói_chuyện_với|trao_đổi_với|nối_máy|chuyển_cho|chuyển_qua .. người_thật|người_thiệt|con_người|tư_vấn_viên|nhân_viên_hỗ_trợ|tổng_đài_viên|cán_bộ_chương_trình|người_phụ_trách_chương_trình',
  'gặp|kết_nối|chuyển người_thật|người_thiệt|tổng_đài_viên|tư_vấn_viên',
  'talk|speak .. human|real_person|someone|agent',
])

const FILLER: Phrase[] = phrases(
  (
    'ạ nha nhé nhá nhe dạ vâng thưa quý các em anh chị bạn bot ad admin sếp mình tôi tui mọi người cả nhà ơi à ừ ờ ha hả ' +
    'rất nhiều lắm quá thật là đã vì rồi thế vậy đấy đó nào với này cho hỏi ai người trợ lý trợ_lý có không ko k hông ' +
    'mày mi tao cái này kia đi hoài ta hen đê chớ chứ luôn zậy vậy hở hử hỉ bây_giờ giờ thôi á trời ' +
    'very much so all you me can could my friend the please nhì và thì cô chú bác cháu con ông bà của e a c kìa luôn nghen hen hôm nay ' +
    'dzậy dợ dza cưng hihi haha hehe ghê á ủa chỉ dùm giùm ở đây được mấy ê ui chèn ý'
  ).split(' '),
)

function isFiller(words: Word[], at: number): boolean {
  const word = words[at]
  return word !== undefined && FILLER.some((one) => findPhrase([word], one))
}

/** In the order of what a person wants to hear an answer to when several are in one message. */
const KINDS: [SmallTalk, Phrase[]][] = [
  [
    'person',
    phrases([
      'muốn|cần|xin|được gặp|nói_chuyện|trao_đổi|liên_hệ cán_bộ|người_thật|nhân_viên|tư_vấn_viên|người_phụ_trách',
      'nói_chuyện_với máy|bot|robot',
      'gặp|nối_máy|nói_chuyện_với|chuyển_cho cán_bộ|người_thật|nhân_viên|tư_vấn_viên|người_phụ_trách|tổng_đài',
    ]),
  ],
  [
    'who',
    phrases([
      'em|bạn|mày|bot|trợ_lý|ad|mi|cưng|you là_ai|là_gì|tên_gì|tên_là_gì|là_con_gì',
      'ai đây|đó|đang_trả_lời|vậy $',
      'là người|máy|bot|robot|ai hay|hoặc máy|người|bot|robot|ai|thật',
      'có_phải|phải|là người_thật|robot|máy|bot|chatbot|ai|chatgpt|gpt|con_người',
      'người_thật|robot|chatbot|chatgpt|trí_tuệ_nhân_tạo',
      'ai|đơn_vị_nào|công_ty_nào|bên_nào tạo_ra|làm_ra|lập_trình|viết_ra|phát_triển|quản_lý em|bạn|bot|trợ_lý|mày',
      'bạn|em|bot|trợ_lý của_ai|do_ai|thuộc_đơn_vị_nào|bao_nhiêu_tuổi|mấy_tuổi|sinh_năm_nào',
      'giới_thiệu bản_thân|về_em|về_bạn',
      'who_are_you',
      'what_are_you',
      'are_you human|bot|robot|ai|real|person|machine',
      'tên là_gì|gì $',
    ]),
  ],
  [
    'help',
    phrases([
      'làm_được|giúp_được|hỏi_được|biết|trả_lời_được|hỗ_trợ_được|hỗ_trợ|làm gì|những_gì|cái_gì',
      'có_thể làm|giúp|hỏi|hỗ_trợ gì|những_gì|được_gì|tôi|mình|em',
      'xài|dùng|sử_dụng|sài cái_này|em|bot|trợ_lý|app|nó|mày|con_bot sao|làm_sao|thế_nào|như_thế_nào|kiểu_gì|ra_sao',
      'xài|dùng|sử_dụng|sài sao|làm_sao|thế_nào|như_thế_nào|kiểu_gì|ra_sao',
      'hỏi_được|giúp_được|làm_được|biết cái_gì|gì|những_gì|mấy_cái_gì|chuyện_gì|việc_gì|trò_gì',
      'hỏi_gì_được|hỏi_được_gì|hỏi_gì|hỏi_về_gì|hỏi_những_gì',
      'hướng_dẫn_sử_dụng|cách_dùng|cách_sử_dụng|dùng_sao|dùng_thế_nào|dùng_như_thế_nào|sử_dụng_thế_nào|dùng_làm_gì',
      'giúp_tôi|giúp_mình|giúp_em|giúp_với|giúp_đỡ|trợ_giúp|giúp',
      'hướng_dẫn',
      'help|menu|start|bắt_đầu|help_me',
      'what_can_you_do',
      'can_you_help|could_you_help|can_you',
      'chức_năng|tính_năng gì|nào',
    ]),
  ],
  [
    'wellbeing',
    phrases([
      'khỏe_không|khỏe_hông|có_khỏe|ăn_cơm_chưa|đang_làm_gì|ngủ_chưa|thế_nào_rồi|how_are_you|có_mệt|buồn_không|vui_không',
      'có_đó_ko|có_đó_k|có_đó_hông|còn_đó_ko|có_ở_đó_không|có_ở_đây_không|có_online|rảnh_không|có_ai_trực',
      'có_ai_ở_đó|có_ai_không|có_đó_không|còn_đó_không|còn_thức',
    ]),
  ],
  [
    'blame',
    phrases([
      'dở|tệ|chán|ngu|kém|vô_dụng|dốt|chậm|ngốc|vớ_vẩn|nhảm|bực|bực_mình|thất_vọng|sai_rồi|trả_lời_sai|sai_bét',
      'không|chẳng|chả|ko|k hiểu_gì|giúp_được_gì|đúng|được_gì|hữu_ích|biết_gì',
      'chán_quá|tệ_quá|ngu_quá|đồ_ngu|ngu_thế|dở_quá|dở_ẹc',
      'đm|dm|vcl|vl|đồ_điên|mất_dạy',
      'stupid|useless|bad_bot|not_helpful',
    ]),
  ],
  [
    'thanks',
    phrases(['cảm_ơn|cám_ơn|cảm_tạ|biết_ơn|thanks|thank|tks|thks|thanh_kiu|camon|cảm_ơn_em|tk|ty|thank_you']),
  ],
  [
    'praise',
    phrases([
      'giỏi|hay|tuyệt|tuyệt_vời|đỉnh|thông_minh|hữu_ích|dễ_thương|tốt|xịn|xuất_sắc|nhanh|good|great|nice|cool|10_điểm',
      'hay_quá|giỏi_quá|tốt_quá|tuyệt_quá|giỏi_thế|nhanh_thế|good_job|well_done|yêu_em|yêu_bạn|thích_em|love_you',
    ]),
  ],
  [
    'goodbye',
    phrases(['tạm_biệt|bye|bai|bái_bai|bye_bye|hẹn_gặp_lại|ngủ_ngon|goodbye|see_you|chào_tạm_biệt']),
  ],
  [
    'greeting',
    phrases([
      'xin_chào|chào|chào_buổi|hello|helo|hi|hí|alo|hey|hallo|good_morning|good_afternoon|good_evening|lô',
      'buổi_sáng|buổi_chiều|buổi_tối|buổi_trưa|ngày_mới|tốt_lành|vui_vẻ|an_lành',
      'ad_ơi|em_ơi|bạn_ơi|bot_ơi|trợ_lý_ơi|ơi|test',
    ]),
  ],
  [
    'acknowledge',
    phrases(['ok|oke|okie|okay|được_rồi|hiểu_rồi|rõ_rồi|biết_rồi|vâng|dạ|ừ|ừm|uh|um|rõ|đồng_ý|noted']),
  ],
]
