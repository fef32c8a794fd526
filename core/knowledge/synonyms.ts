import { normalise } from '../vietnamese.ts'
import { writeOutLoanWords } from './loan-words.ts'
import { findAny, readWords } from './phrases.ts'
import { RELATED } from './related-terms.ts'

/**
 * Writes what has several names by one of them: abbreviations, spellings, former names. Applied alike to the corpus
 * when it is indexed and to a question, so that both meet. In: any text; out: normalised text. Never throws.
 */
export function canonicalTerms(text: string): string {
  return writeOutLoanWords(normalise(text))
    .replace(DATE_IN_WORDS, (_, day: string, month: string, year?: string) =>
      [day, month, ...(year === undefined ? [] : [year])].join('/'),
    )
    .replace(VARIANT, (variant) => CANONICAL.get(withoutSeparators(variant)) ?? variant)
    .replace(ORDINAL, (found, noun: string, ordinal: string) => `${found} ${joined(noun, ordinal)}`)
}

/**
 * Words a question may mean beside the ones it uses, for the search only: "trở ngại" is asked, "rào cản" is written.
 * In: a question after `canonicalTerms`; out: the additions, possibly none.
 */
export function relatedTerms(question: string): string[] {
  const words = readWords(question)
  return RELATED.filter(({ asked }) => findAny(words, asked)).map(({ meant }) => meant)
}

/** A space in a variant stands for any separator or none: "kh cn" is KH&CN, KH-CN, KH CN and KHCN. */
const SPELLINGS: [string, string[]][] = [
  ['đổi mới sáng tạo', ['đmst', 'dmst', 'đm st', 'sáng tạo đổi mới', 'đổi mới và sáng tạo']],
  [
    'khoa học và công nghệ',
    ['kh cn', 'kh và cn', 'khoa học công nghệ', 'khoa hoc cong nghe', 'khoa học kỹ thuật'],
  ],
  [
    'sở khoa học và công nghệ',
    ['s kh cn', 'sở kh cn', 'so kh cn', 'dost', 'department of science and technology'],
  ],
  ['khoa học, công nghệ và đổi mới sáng tạo', ['kh cn đmst', 'kh cn và đmst', 'khcn dmst', 'khcn va dmst']],
  ['chuyển đổi số', ['cđs', 'cds', 'số hóa', 'so hoa']],
  [
    'thành phố hồ chí minh',
    [
      'tp hcm',
      'tp hồ chí minh',
      'tp ho chi minh',
      'thành phố hcm',
      'thanh pho hcm',
      'hcm',
      'hcmc',
      'ho chi minh city',
    ].concat(['sài gòn', 'sai gon', 'saigon', 'tp sài gòn', 'sg']),
  ],
  ['thành phố thủ đức', ['tp thủ đức', 'tp thu duc']],
  ['thành phố', ['tp']],
  ['ủy ban nhân dân', ['ubnd', 'uy ban nhân dân']],
  ['hội đồng nhân dân', ['hđnd', 'hdnd']],
  ['khu vực công', ['kvc', 'kv công', 'kv cong', 'khu vực nhà nước', 'lĩnh vực công']],
  ['bài toán lớn', ['btl', 'bt lớn', 'bt lon']],
  ['sandbox', ['san box', 'sand box', 'sanbox', 'sandbock', 'sen box']],
  [
    'inno-coffee',
    [
      'inno coffee',
      'inno cafe',
      'inno caffe',
      'inno cà phê',
      'inno ca phe',
      'inno coffe',
      'inno cofee',
      'inno cf',
    ].concat(['ino coffee', 'ino cafe', 'ino coffe', 'ino cofee', 'ino cà phê', 'innovation coffee']),
  ],
  ['r&d', ['r & d', 'rnd', 'r and d', 'r n d', 'r và d', 'r va d', 'research and development']],
  ['tổ công tác', ['tct', 'tổ ct', 'to ct']],
  ['thông tin và truyền thông', ['tt tt', 'tttt', 'thông tin truyền thông', 'thong tin truyen thong']],
  ['sở thông tin và truyền thông', ['s tttt', 'sở 4t', 'so 4t']],
  ['khởi nghiệp', ['startup', 'start up', 'startups', 'start ups', 'knst', 'sờ tát ắp']],
  ['blockchain', ['block chain', 'chuỗi khối', 'blockchains', 'bloc chain', 'blokchain']],
  ['công nghệ thông tin', ['cntt', 'công nghệ tt']],
  ['cải cách hành chính', ['cchc']],
  ['thủ tục hành chính', ['tthc']],
  ['quản lý nhà nước', ['qlnn', 'quản lí nhà nước', 'ql nhà nước']],
  ['sở hữu trí tuệ', ['shtt']],
  ['hợp tác quốc tế', ['htqt']],
  ['cơ sở dữ liệu', ['csdl', 'database']],
  ['dịch vụ công', ['dvc']],
  ['doanh nghiệp', ['dn']],
  ['cán bộ, công chức', ['cbcc', 'cb cc']],
  ['cán bộ, công chức, viên chức', ['cbccvc', 'cb cc vc']],
  ['phó giám đốc', ['pgđ', 'pgd', 'p giám đốc', 'phó gđ']],
  ['chỉ số đổi mới sáng tạo cấp địa phương pii', ['pii', 'p i i']],
  ['hội nghị', ['hn', 'hnghị', 'hnghi', 'h nghị']],
  ['nhiệm vụ', ['nvụ', 'nvu', 'n vụ']],
  ['hằng năm', ['hàng năm', 'hang nam', 'mỗi năm', 'thường niên', 'moi nam']],
  ['tỷ', ['tỉ']],
  ['quản lý', ['quản lí']],
  ['kỹ', ['kĩ']],
  ['7 nhóm', ['bảy nhóm', 'bẩy nhóm']],
  ['5 bước', ['năm bước']],
  ['5 lĩnh vực', ['năm lĩnh vực']],
  ['3 rào cản', ['ba rào cản']],
  ['4 khía cạnh', ['bốn khía cạnh']],
  ['3 nội dung', ['ba nội dung']],
  ['4 mô hình', ['bốn mô hình']],
  ['3 giải', ['ba giải']],
]

const DATE_IN_WORDS = /(?<!\p{N})(\d{1,2}) (?:tháng|thang) (\d{1,2})(?: (?:năm|nam) (\d{4}))?(?!\p{N})/gu

/** "nhóm 3", "nhóm thứ ba" and "nhóm nhiệm vụ số 3" are one term, which "3 nhóm" is not. */
const ORDINALS: string[][] = [
  ['1', 'một', 'mot', 'nhất', 'nhat', 'đầu tiên', 'dau tien'],
  ['2', 'hai'],
  ['3', 'ba'],
  ['4', 'bốn', 'bon', 'tư', 'tu'],
  ['5', 'năm', 'nam'],
  ['6', 'sáu', 'sau'],
  ['7', 'bảy', 'bay'],
]
const LAST = ['cuối cùng', 'cuoi cung', 'cuối', 'cuoi']
/** The plan has seven groups, the process five steps. */
const LAST_GROUP = 7
const LAST_STEP = 5
const ORDINAL = new RegExp(
  '(?<!\\p{L})(nhóm nhiệm vụ|nhom nhiem vu|nhiệm vụ|nhiem vu|nhóm|nhom|bước|buoc)' +
    `(?: (?:thứ|số|thu|so))? (${[...ORDINALS.flat(), ...LAST].join('|')})(?![\\p{L}\\p{N}.,]*\\p{N}|\\p{L})`,
  'gu',
)

/** Written in letters only, so that no reader of tokens takes it apart. */
function joined(noun: string, ordinal: string): string {
  const step = /^(?:bước|buoc)$/u.test(noun) ? 'buocthu' : 'nhomthu'
  const last = step === 'buocthu' ? LAST_STEP : LAST_GROUP
  const place = LAST.includes(ordinal) ? last : ORDINALS.findIndex((names) => names.includes(ordinal)) + 1
  return step + '_abcdefg'.charAt(place)
}

const SEPARATOR = '[\\s.&/_–-]'
const CANONICAL = new Map(
  SPELLINGS.flatMap(([canonical, variants]) =>
    variants.map((variant) => [withoutSeparators(normalise(variant)), canonical] as const),
  ),
)
const VARIANT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${SPELLINGS.flatMap(([, variants]) => variants)
    .map((variant) => normalise(variant))
    .sort((one, other) => other.length - one.length)
    .map((variant) => variant.split(' & ').map(separable).join(`${SEPARATOR}{0,2}&${SEPARATOR}{0,2}`))
    .join('|')})(?![\\p{L}\\p{N}])`,
  'gu',
)

function separable(variant: string): string {
  return variant.replaceAll(' ', `${SEPARATOR}{0,3}`)
}

function withoutSeparators(variant: string): string {
  return variant.replace(/[\s.&/_–-]/g, '')
}
