import { fold } from '../../core/vietnamese.ts'
import { createRandom } from '../random.ts'

export type Variant = 'original' | 'no diacritics' | 'typos' | 'both' | 'teencode'
export const VARIANTS: Variant[] = ['original', 'no diacritics', 'typos', 'both', 'teencode']

const TYPO_SHARE = 0.2

/** The question as it would arrive typed this way. The same question and variant always give the same text. */
export function typeAs(variant: Variant, question: { id: string; text: string }): string {
  const random = createRandom(question.id)
  if (variant === 'no diacritics') return fold(question.text)
  if (variant === 'typos') return misspell(question.text, random)
  if (variant === 'both') return misspell(fold(question.text), random)
  if (variant === 'teencode') return abbreviate(question.text)
  return question.text
}

const NEIGHBOURS: Record<string, string> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'adw',
  d: 'sfe',
  f: 'dgr',
  g: 'fht',
  h: 'gjy',
  j: 'hku',
  k: 'jli',
  l: 'kop',
  z: 'xas',
  x: 'zcs',
  c: 'xvd',
  v: 'cbf',
  b: 'vng',
  n: 'bmh',
  m: 'nk',
} // prettier-ignore

const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const TELEX_TONE: Record<string, string> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
}

type Random = () => number
type Slip = (word: string, random: Random) => string

const SLIPS: Slip[] = [pressNeighbour, dropLetter, doubleLetter, swapLetters, mistakeTone, leaveTelex]

function misspell(text: string, random: Random): string {
  return text.replace(/[\p{L}\p{M}]{2,}/gu, (word) => {
    if (random() >= TYPO_SHARE) return word
    const slip = SLIPS[Math.floor(random() * SLIPS.length)] ?? dropLetter
    return slip(word.normalize('NFC'), random)
  })
}

function pressNeighbour(word: string, random: Random): string {
  const at = place(word, random)
  const keys = NEIGHBOURS[fold(word.charAt(at)).toLowerCase()]
  if (keys === undefined) return dropLetter(word, random)
  return word.slice(0, at) + keys.charAt(Math.floor(random() * keys.length)) + word.slice(at + 1)
}

function dropLetter(word: string, random: Random): string {
  const at = place(word, random)
  return word.slice(0, at) + word.slice(at + 1)
}

function doubleLetter(word: string, random: Random): string {
  const at = place(word, random)
  return word.slice(0, at + 1) + fold(word.charAt(at)) + word.slice(at + 1)
}

function swapLetters(word: string, random: Random): string {
  const at = Math.floor(random() * (word.length - 1))
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
}

/** Another tone on the marked vowel; a word without a tone gets a doubled letter instead. */
function mistakeTone(word: string, random: Random): string {
  const parts = word.normalize('NFD')
  const at = parts.search(/[\u0300\u0301\u0309\u0303\u0323]/)
  if (at < 0) return doubleLetter(word, random)
  const others = TONES.filter((tone) => tone !== parts.charAt(at))
  return (
    parts.slice(0, at) +
    (others[Math.floor(random() * others.length)] ?? '') +
    parts.slice(at + 1)
  ).normalize('NFC')
}

/** What is left when the input method is off or late: "toán" → "toans", "đổi" → "ddoi". */
function leaveTelex(word: string, random: Random): string {
  const parts = word.normalize('NFD')
  const at = parts.search(/[\u0300\u0301\u0309\u0303\u0323]/)
  if (at >= 0)
    return (parts.slice(0, at) + parts.slice(at + 1)).normalize('NFC') + TELEX_TONE[parts.charAt(at)]
  if (/đ/i.test(word)) return word.replace(/đ/i, 'dd')
  const vowels = [...word.matchAll(/[aeo]/gi)]
  const vowel = vowels[Math.floor(random() * vowels.length)]
  if (vowel) return word.slice(0, vowel.index) + vowel[0] + word.slice(vowel.index)
  return word + 'fsrxj'.charAt(Math.floor(random() * 5))
}

const CHAT: [RegExp, string][] = [
  [/bao nhiêu/giu, 'bn'],
  [/như thế nào/giu, 'ntn'],
  [/thế nào/giu, 'tn'],
  [/không/giu, 'ko'],
  [/được/giu, 'dc'],
  [/gì/giu, 'j'],
  [/với/giu, 'vs'],
  [/nhiều/giu, 'nhìu'],
  [/người/giu, 'ng'],
  [/trước/giu, 'trc'],
  [/những/giu, 'nhg'],
  [/mình/giu, 'mik'],
  [/biết/giu, 'bt'],
  [/vậy/giu, 'z'],
  [/rồi/giu, 'r'],
  [/quá/giu, 'wa'],
  [/trong/giu, 'trg'],
  [/cũng/giu, 'cx'],
  [/phải/giu, 'fải'],
] // prettier-ignore

function abbreviate(text: string): string {
  return CHAT.reduce((result, [words, short]) => result.replace(words, short), text)
}

function place(word: string, random: Random): number {
  return Math.floor(random() * word.length)
}
