import type { Choice } from './message.ts'
import { fold, normalise } from './vietnamese.ts'

/** The last question with choices: open until it is answered or another reply takes its place. */
export type Prompt = { id: string; choices: Choice[]; closed: boolean }

/** `none`: the answer is about something else. `closed`: it belongs to a question that is over. */
export type Resolved = { status: 'chosen'; id: string } | { status: 'closed' } | { status: 'none' }

/** What a button of this prompt sends back: short enough for any platform, and of no use once the prompt is over. */
export function buttonIds(prompt: Pick<Prompt, 'id' | 'choices'>): Choice[] {
  return prompt.choices.map((choice, at) => ({ id: `${prompt.id}.${at + 1}`, label: choice.label }))
}

/**
 * What a person means who answers a question with choices: a tapped button, a number ("2", "số 2", "hai"), or the label
 * with or without diacritics or with one slip. A button of an earlier question, or a bare number when no question is
 * open, is `closed`: nothing is guessed.
 */
export function resolveChoice(answer: { text: string; choice?: string }, prompt: Prompt | null): Resolved {
  if (answer.choice !== undefined) return resolveButton(answer.choice, prompt)
  const said = plain(answer.text)
  if (prompt === null || said === '') return { status: 'none' }
  const bare = said.replace(TRAILING_WORDS, '')
  const stops = isStop(answer.text)
  const byNumber = prompt.choices[numberOf(bare) - 1]
  if (prompt.closed) return byNumber ? { status: 'closed' } : { status: 'none' }
  const labelled = stops ? prompt.choices.filter(({ label }) => !isRight(label)) : prompt.choices
  const found =
    byNumber ??
    byLabel(said, labelled) ??
    byLabel(bare, labelled) ??
    byYesOrNo(stops ? '' : bare, prompt.choices)
  return found ? { status: 'chosen', id: found.id } : { status: 'none' }
}

const NUMBER_WORDS: Record<string, number> = {
  mot: 1,
  nhat: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
}

const LEADING_WORDS = /^(?:chon|so|cau|muc|y|phuong an|lua chon|dap an|thu|cai)\s+(?:so\s+|thu\s+)?/
const TRAILING_WORDS = /\s+(?:a|nha|nhe|di|em|ad|ban|thoi|ha|nhi)$/
/** “dạ” is left out: it is said out of politeness, to a no as well. */
const YES = new Set([
  'co',
  'vang',
  'u',
  'uh',
  'uhm',
  'ok',
  'oke',
  'okie',
  'okay',
  'duoc',
  'dung',
  'dung roi',
  'co chu',
  'yes',
])
/** “dừng” folds to the same letters as “đúng”: who wants to stop has not said yes. */
const isStop = (text: string) => /^\s*dừng(?![\p{L}\p{N}])/u.test(normalise(text.slice(0, LONGEST_READ)))
const isRight = (label: string) => /^\s*đúng(?![\p{L}\p{N}])/u.test(normalise(label))
const NO = new Set(['khong', 'ko', 'k', 'hong', 'hok', 'khoi', 'khong can', 'no'])
/** A slip in a shorter label could be another word. */
const SHORTEST_WITH_SLIP = 5
const LONGEST_READ = 200

function resolveButton(payload: string, prompt: Prompt | null): Resolved {
  const at = prompt && !prompt.closed ? buttonIds(prompt).findIndex((button) => button.id === payload) : -1
  const chosen = prompt?.choices[at]
  return chosen ? { status: 'chosen', id: chosen.id } : { status: 'closed' }
}

function byLabel(said: string, choices: Choice[]): Choice | undefined {
  const exact = choices.find((choice) => plain(choice.label) === said)
  if (exact || said.length < SHORTEST_WITH_SLIP) return exact
  const near = choices.filter((choice) => isOneSlipApart(plain(choice.label), said))
  return near.length === 1 ? near[0] : undefined
}

/** Where the second of two choices is a no, plain words say which. */
function byYesOrNo(said: string, [yes, no, ...more]: Choice[]): Choice | undefined {
  if (!yes || !no || more.length > 0 || !/^khong\b/.test(plain(no.label))) return undefined
  if (YES.has(said)) return yes
  return NO.has(said) ? no : undefined
}

/** One letter wrong, missing, too many, or two neighbours swapped. */
export function isOneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  const rest = (text: string, skip: number) => text.slice(start + skip)
  if (short.length < long.length) return rest(short, 0) === rest(long, 1)
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start]
  return rest(short, 1) === rest(long, 1) || (swapped && rest(short, 2) === rest(long, 2))
}

function plain(text: string): string {
  return fold(normalise(text.slice(0, LONGEST_READ)))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function numberOf(said: string): number {
  const number = said.replace(LEADING_WORDS, '')
  return /^\d{1,2}$/.test(number) ? Number(number) : (NUMBER_WORDS[number] ?? 0)
}
