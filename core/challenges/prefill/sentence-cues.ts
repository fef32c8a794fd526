import type { StatementFieldId } from '../../texts/statement-form/questions.ts'
import { type Cues, cuesOf } from '../find-cue.ts'

/** What a sentence has to say, and must not say, to be offered, and what makes it a better one, as an answer to a field. */
export type SentenceRule = {
  fieldId: StatementFieldId
  has: Cues
  and?: RegExp
  not?: Cues
  best?: Cues
  most: number
}

const WANTED =
  'mong muốn|mục tiêu|cần đạt|phấn đấu|kỳ vọng|xuống còn|giảm còn|giảm xuống|rút ngắn còn|(?<!ảnh )hướng đến|mong được|để đạt'
const CAUSE = cuesOf(
  'nguyên nhân|là do|chủ yếu do|bởi|bởi vì|xuất phát từ|bắt nguồn từ|(?<!lý |tự )do(?! đó| vậy| ủy ban| sở| ubnd)|vì(?! vậy| thế| sao| dân)',
  'nguyên nhân|là do|chủ yếu do|bởi vì|xuất phát từ|bắt nguồn từ|vì(?! vậy| thế| sao| dân| trí)',
)
const ASKED =
  'khảo sát|phỏng vấn|lấy ý kiến|phiếu hỏi|qua kiểm tra|qua theo dõi|qua rà soát|bấm giờ|đếm thử|đã hỏi|hỏi \\d+|và hỏi|' +
  'đối chiếu|kiểm tra lại|xem (?:sổ|lại|hồ sơ|biên bản|\\d+)|đọc (?:lại|\\d+)|dự giờ|theo chân'
const NUMBER = /\p{Nd}/u

/** In the order in which fields are asked. Numbers are only where the sentence has them. */
export const sentenceRules: readonly SentenceRule[] = [
  { fieldId: 'survey', has: cuesOf(ASKED), and: NUMBER, not: cuesOf(`phải|${WANTED}`), most: 2 },
  {
    fieldId: 'current_state',
    has: cuesOf(
      'hiện nay|hiện tại|hiện|trung bình|bình quân|tỷ lệ|theo (?:sổ|số liệu|thống kê|báo cáo|biên bản)|mỗi (?:sáng|ngày)',
    ),
    and: NUMBER,
    not: cuesOf(`${WANTED}|nếu không|nếu để|dự kiến`),
    best: cuesOf('hiện nay|hiện tại|hiện|trung bình|bình quân'),
    most: 2,
  },
  {
    fieldId: 'tried',
    has: cuesOf(
      'đã thử|đã triển khai|đã áp dụng|đã từng|trước đây đã|đã tổ chức|đã phát|nhưng không hiệu quả|chưa hiệu quả',
    ),
    most: 2,
  },
  {
    fieldId: 'problem',
    has: cuesOf(
      'chậm|trễ|quá tải|khó khăn|bất cập|vướng mắc|mất nhiều thời gian|phải chờ|chờ (?:rất )?lâu|kéo dài|sai sót|thất lạc|' +
        'phàn nàn|bức xúc|đi lại nhiều lần|nhiều lần|ùn ứ|ùn tắc|bị trả|bị sót|không biết|thiếu|quá lâu|lãng phí|ô nhiễm|ngập',
    ),
    not: cuesOf(`${WANTED}|nếu không|nếu để|căn cứ`),
    best: cuesOf('vấn đề|khó khăn|bất cập|vướng mắc|tồn tại'),
    most: 1,
  },
  {
    fieldId: 'affected',
    has: cuesOf(
      'ảnh hưởng đến|ảnh hưởng tới|gây khó cho|thiệt thòi|người dân|bệnh nhân|người bệnh|hộ dân|hộ kinh doanh|học sinh|' +
        'phụ huynh|doanh nghiệp|tiểu thương|gia đình|công nhân|cán bộ',
    ),
    and: /\p{Nd}[\p{Nd}.,]*\s*(?:\p{L}+\s){0,2}(?:hộ|người|lượt|học sinh|bệnh nhân|gia đình|doanh nghiệp|cán bộ|tiểu thương|phụ huynh|em|công nhân|ho|nguoi|luot|hoc sinh|benh nhan|gia dinh|doanh nghiep|can bo|tieu thuong|phu huynh|cong nhan)(?!\p{L})/iu,
    not: cuesOf(`${ASKED}|${WANTED}|nếu không|nếu để|chậm`),
    best: cuesOf('ảnh hưởng|thiệt thòi|gây khó|phải chịu|đối tượng'),
    most: 1,
  },
  {
    fieldId: 'urgency',
    has: cuesOf('cấp thiết|cấp bách|cần giải quyết (?:ngay|sớm)|nếu không|nếu để|nếu chậm|trước mùa|sắp tới'),
    most: 2,
  },
  { fieldId: 'causes', has: CAUSE, not: cuesOf('căn cứ|mục tiêu'), most: 2 },
  {
    fieldId: 'basis',
    has: cuesOf(
      'căn cứ|theo (?:kế hoạch|quyết định|nghị quyết|chương trình|chỉ thị|công văn|thông báo|luật|nghị định|đề án)|' +
        'thực hiện (?:kế hoạch|quyết định|nghị quyết|chương trình|chỉ thị|đề án)',
    ),
    most: 2,
  },
  { fieldId: 'required_result', has: cuesOf(WANTED), most: 2 },
  { fieldId: 'scope', has: cuesOf('phạm vi|áp dụng cho|trên địa bàn|không bao gồm|không gồm'), most: 1 },
  {
    fieldId: 'application_site',
    has: cuesOf('thí điểm tại|thử nghiệm tại|áp dụng trước tại|dùng trước|thí điểm ở'),
    most: 1,
  },
  {
    fieldId: 'available_data',
    has: cuesOf('dữ liệu|số liệu (?:sẵn có|hiện có)|cơ sở dữ liệu'),
    not: cuesOf(`${WANTED}|nguyên nhân|là do`),
    most: 1,
  },
  {
    fieldId: 'timeline',
    has: cuesOf('hoàn thành trước|thời gian thực hiện|bắt đầu từ|thực hiện trong|xong trước'),
    and: NUMBER,
    most: 1,
  },
  {
    fieldId: 'budget',
    has: cuesOf('kinh phí|dự toán|chi phí'),
    and: /\p{Nd}[\p{Nd}.,]*\s*(?:đồng|triệu|tỷ|tỉ|dong|trieu|ty|ti)(?!\p{L})/iu,
    most: 1,
  },
  {
    fieldId: 'budget_source',
    has: cuesOf('nguồn ngân sách|từ ngân sách|nguồn sự nghiệp|nguồn xã hội hóa|từ nguồn'),
    most: 1,
  },
]
