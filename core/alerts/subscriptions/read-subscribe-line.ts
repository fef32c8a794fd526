import type { Rhythm } from './rhythm.ts'
import { beginsWith, foldedText, readWords, typedText, type Word } from './words.ts'

/**
 * `start`: wants alerts and does not say which. `weak`: the verb alone does not say that alerts are meant ("đăng ký lớp
 * học"), so what follows has to. `rest` is as typed.
 */
export type SubscribeLine =
  | { kind: 'start' }
  | { kind: 'subscribe' | 'only' | 'unsubscribe'; rest: string; rhythm: Rhythm | null; verb: Verb }

export type Verb = 'alerts' | 'follow' | 'register'

/** Reads one line that subscribes, narrows down or ends; null for any other message. */
export function readSubscribeLine(text: string): SubscribeLine | null {
  if (text.length > LONGEST_LINE) return null
  const words = withoutPhrases(readWords(text), POLITE)
  for (const { kind, verb, phrase } of VERBS) {
    if (!beginsWith(words, phrase)) continue
    const { rest, rhythm } = readRhythm(words.slice(phrase.split(' ').length))
    const asks = isQuestion(text, rest)
    if (kind === 'subscribe' && verb === 'alerts' && (asks || isIdle(rest))) return { kind: 'start' }
    if (asks) return null
    if (rest.length === 0) return verb === 'follow' && kind === 'subscribe' ? { kind: 'start' } : null
    return { kind, rest: typedText(rest), rhythm, verb }
  }
  return null
}

/** Whether a text asks something, rather than naming what to hear of. */
export function isQuestion(text: string, words: readonly Word[] = readWords(text)): boolean {
  const folded = ` ${foldedText(words)} `
  return text.includes('?') || QUESTION_WORDS.some((word) => folded.includes(` ${word} `))
}

/** The rhythm a text names, and what is left without it. */
export function readRhythm(words: Word[]): { rest: Word[]; rhythm: Rhythm | null } {
  for (const [phrase, rhythm] of RHYTHM_PHRASES) {
    const length = phrase.split(' ').length
    const at = words.findIndex((_, place) => beginsWith(words.slice(place), phrase))
    if (at >= 0) return { rest: [...words.slice(0, at), ...words.slice(at + length)], rhythm }
  }
  return { rest: words, rhythm: null }
}

const isIdle = (words: readonly Word[]) => IDLE.has(foldedText(words))

function withoutPhrases(words: Word[], phrases: readonly string[]): Word[] {
  const lead = phrases.find((phrase) => beginsWith(words, phrase))
  return lead === undefined ? words : withoutPhrases(words.slice(lead.split(' ').length), phrases)
}

const LONGEST_LINE = 160

const POLITE = [
  'toi muon',
  'em muon',
  'minh muon',
  'cho toi',
  'cho em',
  'cho minh',
  'xin',
  'toi can',
  'muon',
  'da',
]

const verbs = (kind: 'subscribe' | 'only' | 'unsubscribe', verb: Verb, phrases: readonly string[]) =>
  phrases.map((phrase) => ({ kind, verb, phrase }))

/** The longer before the shorter that they begin with. */
const VERBS = [
  ...verbs('unsubscribe', 'alerts', [
    ...['khong nhan tin', 'khong nhan', 'thoi nhan tin', 'bo nhan tin', 'ngung nhan tin', 'dung nhan tin'],
    ...['huy dang ky nhan tin', 'bo dang ky nhan tin'],
  ]),
  ...verbs('unsubscribe', 'follow', ['bo theo doi', 'huy theo doi', 'thoi theo doi', 'ngung theo doi']),
  ...verbs('unsubscribe', 'register', ['bo dang ky', 'huy dang ky']),
  ...verbs('only', 'alerts', [
    'chi nhan tin',
    'chi nhan bai toan',
    'chi bai toan',
    'chi theo doi',
    'chi dang ky',
  ]),
  ...verbs('only', 'register', ['chi nhan', 'chi can', 'chi']),
  ...verbs('subscribe', 'alerts', [
    ...['dang ky nhan tin', 'dang ky nhan bai toan', 'dang ky nhan thong bao', 'dang ky nhan ban tin'],
    ...['dang ky theo doi', 'dang ky bai toan', 'dang ky tin', 'dk nhan tin', 'dk tin', 'nhan tin bao'],
    ...['nhan tin', 'nhan thong bao', 'nhan ban tin', 'nhan bai toan', 'bao cho toi', 'bao toi', 'bao tin'],
    ...['theo doi bai toan', 'theo doi tin', 'theo doi tu khoa'],
  ]),
  ...verbs('subscribe', 'follow', ['theo doi']),
  ...verbs('subscribe', 'register', ['dang ky', 'dk']),
]

const RHYTHM_PHRASES: readonly (readonly [string, Rhythm])[] = [
  ['gop theo tuan', 'weekly'],
  ['moi tuan mot lan', 'weekly'],
  ['hang tuan', 'weekly'],
  ['moi tuan', 'weekly'],
  ['gop theo ngay', 'daily'],
  ['moi ngay mot lan', 'daily'],
  ['hang ngay', 'daily'],
  ['moi ngay', 'daily'],
  ['ngay khi co', 'instant'],
]

const IDLE = new Set([
  ...[
    '',
    'moi',
    'bai toan',
    'bai toan moi',
    've bai toan',
    've bai toan moi',
    'cac bai toan moi',
    'cua bai toan',
  ],
  ...['khi co bai toan moi', 'khi co bai toan', 'thong bao', 'tu dong', 'bai toan lon'],
])

const QUESTION_WORDS = [
  ...[
    'la gi',
    'gi',
    'nao',
    'the nao',
    'nhu the nao',
    'ra sao',
    'lam sao',
    'tai sao',
    'vi sao',
    'o dau',
    'bao gio',
  ],
  ...[
    'khi nao',
    'bao nhieu',
    'may',
    'bao lau',
    'co khong',
    'duoc khong',
    'dc khong',
    'dau',
    'ai la',
    'do ai',
  ],
]
