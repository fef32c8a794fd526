const TONED_VOWELS = 'aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ'
const TONES = 6
const VOWEL_RUN = new RegExp(`[${TONED_VOWELS}]{2,4}`, 'gu')
const NUCLEI = new Set(
  (
    'ai ao au ay âu ây eo êu ia iu iê iêu yê yêu oa oă oe oi oai oay oao oeo ôi ơi ' +
    'ua uâ uây uê ui uô uôi uơ uy uya uyê uyu ưa ưi ưu ươ ươi ươu'
  ).split(' '),
)

const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu
const INVISIBLE = /\p{Cf}+/gu
const CONTROL = /[^\P{Cc}\n]+/gu
const DIACRITIC = /[\u0300-\u036f]+/g

const TOKEN = /\p{Nd}+(?:[.,]\p{Nd}+)*|\p{L}[\p{L}\p{M}]*/gu
const GLUE = /^(?:[^\S\n]*|[-/&+.'’_@])$/u
const NUMBER_GLUE = /^[^\S\n]*[-–—][^\S\n]*$/u
const NUMBER = /^\p{Nd}/u

/**
 * One spelling for what reads the same: NFC, lower case, the tone mark in one place ("hoà" and "hòa" both give
 * "hòa", "qúy" gives "quý", "hòan" gives "hoàn"), invisible characters dropped, control characters turned into
 * spaces (line ends stay). Punctuation stays. Takes any string, unpaired surrogates included, in linear time;
 * never throws.
 */
export function normalise(text: string): string {
  const composed = text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    // Thousands of marks on one letter make canonical ordering quadratic; no Vietnamese letter has more than two.
    .replace(STACKED_MARKS, '$1')
    .toLowerCase()
    .normalize('NFC')
  return composed.replace(VOWEL_RUN, placeTone)
}

/** The same text without diacritics, case and everything else kept: "Đổi mới" gives "Doi moi". Never throws. */
export function fold(text: string): string {
  return text
    .replace(STACKED_MARKS, '$1')
    .normalize('NFD')
    .replace(DIACRITIC, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .normalize('NFC')
}

/** Whether the writer used diacritics (or đ) at all. */
export function hasDiacritics(text: string): boolean {
  return /[\u0300-\u036fđĐ]/.test(text.replace(STACKED_MARKS, '$1').normalize('NFD'))
}

/** The normalised syllables, words of other languages and numbers of a text, in order; see `segments`. */
export function syllables(text: string): string[] {
  return segments(text).flat()
}

/**
 * The normalised syllables of a text, cut where a reader would pause: at punctuation and line ends, so that
 * neighbours in one segment really stand beside each other. What is written in one piece stays in one segment
 * ("KH&CN" → kh cn, "TP.HCM" → tp hcm, "30-10" → 30 10, "7/9/2022" → 7 9 2022, "2022 – 2025" → 2022 2025).
 * A number is one token whatever its decimal sign ("59,33" and "59.33" → 59.33), without thousands separators
 * ("1.500" → 1500) and leading zeros of days and months ("07/9" → 7 9).
 */
export function segments(text: string): string[][] {
  const plain = normalise(text)
  const found: string[][] = []
  let current: string[] = []
  let end = 0
  let previousIsNumber = false
  for (const match of plain.matchAll(TOKEN)) {
    const token = match[0]
    const isNumber = NUMBER.test(token)
    const gap = plain.slice(end, match.index)
    const glued = GLUE.test(gap) || (isNumber && previousIsNumber && NUMBER_GLUE.test(gap))
    if (!glued && current.length > 0) {
      found.push(current)
      current = []
    }
    if (isNumber) current.push(...readNumber(token))
    else current.push(token)
    end = match.index + token.length
    previousIsNumber = isNumber
  }
  if (current.length > 0) found.push(current)
  return found
}

function placeTone(run: string, offset: number, whole: string): string {
  const before = whole[offset - 1]
  let bases = ''
  let tone = 0
  for (const letter of run) {
    const at = TONED_VOWELS.indexOf(letter)
    bases += TONED_VOWELS.charAt(at - (at % TONES))
    if (at % TONES === 0) continue
    if (tone > 0) return run
    tone = at % TONES
  }
  if (tone === 0) return run
  const isGlide = (before === 'q' && bases.startsWith('u')) || (before === 'g' && bases.startsWith('i'))
  const onset = isGlide ? bases.slice(0, 1) : ''
  const nucleus = bases.slice(onset.length)
  if (nucleus.length > 1 && !NUCLEI.has(nucleus)) return run
  const isClosed = /\p{L}/u.test(whole[offset + run.length] ?? '')
  const at = tonePosition(nucleus, isClosed)
  const letter = TONED_VOWELS.charAt(TONED_VOWELS.indexOf(nucleus.charAt(at)) + tone)
  return onset + nucleus.slice(0, at) + letter + nucleus.slice(at + 1)
}

/** The older of the two school rules (hòa, thúy); any one rule would do, as long as both sides are written by it. */
function tonePosition(nucleus: string, isClosed: boolean): number {
  if (isClosed) return nucleus.length - 1
  if (nucleus.length === 3) return 1
  return nucleus.length === 2 && 'êôơâă'.includes(nucleus.charAt(1)) ? 1 : 0
}

function readNumber(token: string): string[] {
  if (/^\p{Nd}{1,2}[.]\p{Nd}{1,2}[.]\p{Nd}{4}$/u.test(token)) return token.split('.').map(withoutZero)
  if (/^[1-9]\p{Nd}{0,2}(?:[.,]\p{Nd}{3})+$/u.test(token)) return [token.replace(/[.,]/g, '')]
  return [withoutZero(token.replaceAll(',', '.'))]
}

function withoutZero(number: string): string {
  return /^0\p{Nd}$/u.test(number) ? number.slice(1) : number
}
