import { normalise } from '../vietnamese.ts'

/** The words meant ← how they are typed in a chat. Spellings with several everyday meanings (kh, tt, hs, vc) stay out. */
const MEANT_AS: Record<string, string> = {
  không: 'k ko kg hok hong hông khum hem',
  'không phải': 'kp kphai kphải',
  'phải không': 'pk phk',
  được: 'dc đc đx dx đuoc đk',
  gì: 'j gj',
  'gì vậy': 'jz gìz',
  vậy: 'z v zậy zay dị zị vz dzậy dzay dợ zợ dzị',
  rồi: 'r ròi roài rùi rui rồ',
  với: 'vs w zới zoi vớii',
  quá: 'wa wá qa qá quaá',
  nhiều: 'nhìu nhju nhiu nhìuu',
  luôn: 'lun luônn',
  'bao nhiêu': 'bn bnh bhn bnhieu bnhiêu bnhiu baonhieu',
  'bao giờ': 'bgiờ baogio',
  'bây giờ': 'bh bgio bjo bjờ',
  'như thế nào': 'ntn nhtn nthe nthế',
  'thế nào': 'tn tnao tnào',
  'làm sao': 'lsao ls',
  làm: 'lm',
  nói: 'ns',
  biết: 'bt bít bik bjk bic biếc',
  mình: 'mik mìn mh mk mjk',
  'mọi người': 'mn mng mngười mnguoi',
  người: 'ng ngừi ngta',
  tôi: 't tui',
  em: 'e',
  anh: 'a',
  chị: 'c cj',
  'anh chị': 'ac',
  đang: 'đag dag',
  trước: 'trc trcs',
  trong: 'trg trog',
  'thời gian': 'tg thgian tgian',
  nữa: 'nx',
  'nhưng mà': 'nma nhma',
  nhưng: 'nhug nhưg',
  cũng: 'cx cũg cug',
  'ví dụ': 'vd',
  thôi: 'thui thoy hoy',
  'hôm nay': 'hnay hum',
  chưa: 'chx',
  những: 'nhữg nhg',
  'yêu cầu': 'yc ycau',
  'đăng ký': 'đkí đky dky dki đký đkí',
  'điều kiện': 'đkiện dkien đkien',
  'liên quan': 'lq',
  'sử dụng': 'sd',
  'số điện thoại': 'sđt sdt',
  'sinh viên': 'sv',
  'giảng viên': 'gv',
  'học viên': 'hv',
  'nhân viên': 'nv',
  'công ty': 'cty',
  phải: 'fải fai',
  quan: 'wan',
  khi: 'khj',
  thì: 'thj',
  đi: 'đj dj',
  cho: 'cko',
  'quan trọng': 'qtrọng qtrong',
  'hướng dẫn': 'hdan hdẫn',
}

const MEANINGS = new Map(
  Object.entries(MEANT_AS).flatMap(([meant, typed]) =>
    typed.split(' ').map((word) => [normalise(word), meant]),
  ),
)

/**
 * The words a chat spelling stands for: "ntn" → "như thế nào"; undefined for any other word. Takes one normalised
 * word that stands alone: the k of "KH-K" or the r of "R&D" is not a word, and the caller must not ask for it.
 */
export function expandTeencode(word: string): string | undefined {
  return MEANINGS.get(word)
}

/**
 * The normalised text with every chat spelling that stands alone between spaces written out; everything else
 * untouched. It is one more reading of a question, never its replacement: "k" may be what the person meant.
 */
export function writeOutTeencode(text: string): string {
  return normalise(text).replace(
    /(?<=^|\s)[\p{L}]{1,8}(?=[?!.,;:…]*(?:\s|$))/gu,
    (word) => expandTeencode(word) ?? word,
  )
}
