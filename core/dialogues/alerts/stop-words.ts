import { plainWords } from '../../commands.ts'
import { hasDiacritics, normalise } from '../../vietnamese.ts'

/**
 * Whether a message says "DỪNG" to the alerts. Written with its marks it can be nothing else. Without them "dung" is also
 * "đúng", so where it answered a question (`hasChoice`) it was meant for that.
 */
export function meansStop(text: string, hasChoice: boolean): boolean {
  const short = text.trim().slice(0, LONGEST)
  if (MARKED.has(wordsOf(short))) return true
  const said = plainWords(short)
  return SENTENCES.has(said) || (!hasChoice && !hasDiacritics(short) && WORDS.has(said))
}

/** Whether it is said in capitals, with its marks, or in a sentence: then it is not the pause of a draft. */
export function surelyMeansAlerts(text: string): boolean {
  const short = text.trim().slice(0, LONGEST)
  return short.replace(PUNCTUATION, '').normalize('NFC') === 'DỪNG' || SENTENCES.has(plainWords(short))
}

const wordsOf = (text: string) => normalise(text).replace(PUNCTUATION, '').trim()

const LONGEST = 60
const PUNCTUATION = /[^\p{L}\p{N}\s]+/gu
const MARKED = new Set(['dừng', 'ngừng', 'dừng lại tin', 'dừng tin'])
const WORDS = new Set(['dung', 'stop', 'ngung', 'unsubscribe', 'dung tin'])
const SENTENCES = new Set([
  ...['ngung nhan tin', 'dung nhan tin', 'thoi nhan tin', 'khong nhan tin nua', 'khong nhan tin', 'tat tin'],
  ...['huy nhan tin', 'huy dang ky nhan tin', 'bo dang ky nhan tin', 'dung gui tin', 'ngung gui tin'],
  ...[
    'dung gui nua',
    'dung gui tin nua',
    'toi khong muon nhan tin nua',
    'toi muon dung nhan tin',
    'bo het dang ky',
  ],
])
