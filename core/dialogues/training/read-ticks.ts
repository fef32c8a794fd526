import { plainWords } from '../../commands.ts'

/** What somebody types in front of a numbered list of people. Numbers are as shown. */
export type Ticks =
  | { kind: 'present' | 'undo'; numbers: number[] }
  | { kind: 'outside' }
  | { kind: 'next' | 'back' | 'done' | 'everybody' }
  | { kind: 'find'; words: string }
  | { kind: 'add'; name: string; unit: string }
  | { kind: 'bad_add' }

const WORDS: Record<'next' | 'back' | 'done' | 'everybody', readonly string[]> = {
  next: ['tiep', 'tiep theo', 'trang sau', 'trang tiep', 'xem tiep', 'sau'],
  back: ['truoc', 'trang truoc', 'quay lai'],
  done: ['xong', 'xong roi', 'da xong'],
  everybody: ['xem het', 'xem tat ca', 'ca danh sach', 'xem lai'],
}

const ALL = /^(?:co mat )?(?:tat ca|ca trang|du|du het|het)(?: (?:deu )?co mat)?(?: tru (?:so )?(.+))?$/
const UNDO = /^(?:bo|huy|xoa)(?: diem danh)?(?: so)? (.+)$/
const PRESENT = /^(?:co mat |diem danh |so )*(.+?)(?: co mat)?$/
const FIND = /^\s*(?:tìm|tim)\s+(.{1,60})$/iu
const ADD = /^\s*(?:thêm|them)\b\s*(.*)$/iu

/** Reads what was typed before a page with the numbers from `first` to `last`; null for anything else. */
export function readTicks(text: string, { first, last }: { first: number; last: number }): Ticks | null {
  const add = ADD.exec(text.normalize('NFC'))
  if (add !== null) return readAdd(add[1] ?? '')
  const words = FIND.exec(text.normalize('NFC'))?.[1]
  if (words !== undefined) return { kind: 'find', words: words.trim() }
  // Signs between numbers say whether they are single ones or a stretch.
  const said = plainWords(text.replaceAll(/(\d)\s*(?:-|–|—|đến|den|tới|toi)\s*(?=\d)/giu, '$1 to '))
  for (const kind of ['next', 'back', 'done', 'everybody'] as const) {
    if (WORDS[kind].includes(said)) return { kind }
  }
  const all = ALL.exec(said)
  if (all !== null) {
    const page = stretch(first, last)
    const but = all[1] === undefined ? [] : readNumbers(all[1])
    if (but === null) return null
    if (but.some((number) => !page.includes(number))) return { kind: 'outside' }
    return { kind: 'present', numbers: page.filter((number) => !but.includes(number)) }
  }
  const undone = UNDO.exec(said)?.[1]
  const numbers = readNumbers(undone ?? PRESENT.exec(said)?.[1] ?? '')
  if (numbers === null) return null
  if (numbers.some((number) => number < first || number > last)) return { kind: 'outside' }
  return { kind: undone === undefined ? 'present' : 'undo', numbers }
}

function readAdd(rest: string): Ticks {
  const [name = '', ...unit] = rest.split(',')
  const typed = { name: name.trim(), unit: unit.join(',').trim() }
  return typed.name === '' || typed.unit === '' ? { kind: 'bad_add' } : { kind: 'add', ...typed }
}

/** "1 3 7 to 9 va 12"; null where there is another word. */
function readNumbers(said: string): number[] | null {
  const parts = said.split(' ').filter((word) => word !== 'va' && word !== 'so')
  const numbers = new Set<number>()
  for (let at = 0; at < parts.length; at++) {
    const number = numberOf(parts[at])
    if (number === null) return null
    const end = parts[at + 1] === 'to' ? numberOf(parts[at + 2]) : number
    if (end === null) return null
    if (end !== number || parts[at + 1] === 'to') at += 2
    for (const each of stretch(number, end)) numbers.add(each)
  }
  return numbers.size === 0 ? null : [...numbers].toSorted((a, b) => a - b)
}

const numberOf = (word: string | undefined) => (/^\d{1,4}$/.test(word ?? '') ? Number(word) : null)

const LONGEST = 5000
const stretch = (from: number, to: number) =>
  Array.from({ length: Math.min(LONGEST, Math.max(0, to - from + 1)) }, (_, at) => from + at)
