import { fold, syllables } from '../vietnamese.ts'

/** The abbreviations of the programme's subjects, written out. */
const WRITTEN_OUT: Record<string, string> = {
  shtt: 'so huu tri tue',
  cds: 'chuyen doi so',
  dmst: 'doi moi sang tao',
  ai: 'tri tue nhan tao',
  cntt: 'cong nghe thong tin',
  attt: 'an toan thong tin',
  khcn: 'khoa hoc cong nghe',
  cchc: 'cai cach hanh chinh',
  tthc: 'thu tuc hanh chinh',
  ip: 'so huu tri tue',
}

/** The folded syllables of a text, abbreviations written out. */
export function wordsOf(text: string): string[] {
  return syllables(text).flatMap((word) => {
    const folded = fold(word)
    return (WRITTEN_OUT[folded] ?? folded).split(' ')
  })
}

/** What everybody says who asks for a class, whatever it is about. */
const SILENT = new Set(
  (
    'a ad ah ai_do anh oi chi em toi minh tui ban ho cho cua ve voi va hay hoac la thi ma nay kia do day nua roi chua ' +
    'co con het khong ko k hok hong kg gi nao j may bao nhieu luc gio khi ngay hom buoi sang chieu trua tuan thang nam ' +
    'lop khoa hoc tap huan dao tao boi duong huan luyen lich dot chuyen de mo to chuc dien ra bat dau sap toi tiep theo ke ' +
    'sau truoc o tai dau noi cho_nao don vi co quan phuong xa dac khu quan huyen thanh pho tp ben duoc di dang ky xin hoi ' +
    'muon can giup nhe nha vay z da thua can bo cong chuc vien chuc nguoi suat ghe slot kin day trong nhung cac mot them vao ' +
    'biet thong tin kiem tra xem den tu khu vuc han chot online truc tuyen tiep offline truc that hien tai dang moi dip ' +
    'training course class workshop next upcoming upcomming any is there when the for'
  ).split(' '),
)

/**
 * The words of a question that may name a topic. `explicit`: they follow "về", so that without a class about them there
 * is none.
 */
export function topicWords(
  rest: string,
  unitWords: readonly string[],
): { words: string[]; explicit: boolean } {
  const about = /\bve (?:chu de |noi dung |mang |linh vuc )?(.+)$/.exec(rest)?.[1]
  const words = wordsOf(about ?? rest).filter((word) => !unitWords.includes(word) && !/^\d+$/.test(word))
  const telling = hasCompound(words) ? words : words.filter((word) => !SILENT.has(word))
  const kept = telling.filter((word) => !ALWAYS_SILENT.has(word))
  return { words: [...new Set(kept)], explicit: about !== undefined && kept.length > 0 }
}

/** Subjects made of words that otherwise say nothing. */
const COMPOUNDS = /\b(?:an toan thong tin|cong nghe thong tin|dau tu cong|du lieu mo|moi sang tao)\b/
const hasCompound = (words: readonly string[]) => COMPOUNDS.test(words.join(' '))
const ALWAYS_SILENT = new Set(
  'a ad oi co con khong ko k gi nao lop khoa hoc tap huan cho khi bao gio dang ky em anh chi toi minh lich may ngay duoc het chua ve o la thi nha nhe'.split(
    ' ',
  ),
)
