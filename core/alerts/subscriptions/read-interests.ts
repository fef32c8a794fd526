import { plainWords } from '../../commands.ts'
import { nameKey, nameWords } from '../../units/name-key.ts'
import { type ResolvedUnit, resolveUnit } from '../../units/resolve-unit.ts'
import type { Unit } from '../../units/unit.ts'
import { collectUnitNames, kindsAt } from '../../units/unit-names.ts'
import { hasDiacritics } from '../../vietnamese.ts'
import { FIELD_NAMES } from './field-names.ts'
import { type Interests, isEmpty, mergeInterests, NO_INTERESTS } from './interests.ts'
import { foldedText, readWords, standsAt, typedText, type Word } from './words.ts'

/** A name that several present units answer to, with what else was asked for in the same breath. */
export type UnclearUnit = { typed: string; candidates: string[]; rest: Interests }

/** `unknown`: what was said to be a unit and is none. */
export type ReadInterests = { wanted: Interests[]; unclear: UnclearUnit[]; unknown: string[] }

/**
 * What somebody wants to hear of: "y tế, giáo dục", "thue quan 1 cu", "AI, dữ liệu", "tất cả". Parts between commas and
 * "và" are alternatives; a field and a place in one part belong together. A former district stands for its present
 * wards. What is neither field nor place is a keyword. Any text is taken, its first 400 characters are read.
 */
export function readInterests(text: string, units: readonly Unit[]): ReadInterests {
  const parts = text.split(/[,;\n]+/).flatMap((part) => splitAnd(readWords(part), units))
  const read = parts.map((words) => readPart(words, units))
  return {
    wanted: mergeInterests(
      read.flatMap(({ wanted, unclear }) => (unclear || isEmpty(wanted) ? [] : [wanted])),
    ),
    unclear: read.flatMap(({ unclear, wanted: rest }) => (unclear ? [{ ...unclear, rest }] : [])),
    unknown: read.flatMap(({ unknown }) => unknown ?? []),
  }
}

type Part = {
  wanted: Interests
  unclear?: Omit<UnclearUnit, 'rest'>
  unknown?: string
}

/** "Giáo dục và đào tạo" is one thing, "y tế và thuế" are two. */
function splitAnd(words: Word[], units: readonly Unit[]): Word[][] {
  const at = words.findIndex(({ folded }, place) => place > 0 && AND.has(folded))
  if (at < 0) return [words]
  const whole = readPart(words, units)
  if (whole.wanted.keywords.length === 0 && whole.unknown === undefined) return [words]
  return [words.slice(0, at), ...splitAnd(words.slice(at + 1), units)]
}

function readPart(all: Word[], units: readonly Unit[]): Part {
  const words = withoutFillers(all)
  if (words.length === 0) return { wanted: NO_INTERESTS }
  if (EVERYTHING.has(foldedText(words))) return { wanted: { ...NO_INTERESTS, everything: true } }
  if (isUnitWord(words, 0)) {
    const whole = readUnit(words, units)
    if (whole.unknown === undefined) return whole
    // A department that is not among the units: its field is what is meant.
    if (words[0]?.folded === 'so') return readPart(words.slice(1), units)
  }
  const found = findField(words)
  if (found === null) return readRest(words, units)
  const around = [words.slice(0, found.at), words.slice(found.at + found.length)]
  const rest = around.map((side) => readRest(withoutFillers(side), units))
  const joined = rest.reduce(join)
  return { ...joined, wanted: { ...joined.wanted, fields: [found.field] } }
}

/** What is no field: a place, a keyword, or a keyword followed by a place ("camera quận 1"). */
function readRest(words: Word[], units: readonly Unit[]): Part {
  if (words.length === 0) return { wanted: NO_INTERESTS }
  for (let at = 0; at < words.length; at++) {
    if (!isUnitWord(words, at)) continue
    const unit = readUnit(words.slice(at), units)
    if (unit.unknown === undefined || at === 0) return join(readKeyword(words.slice(0, at)), unit)
  }
  return isNameOf(words, units) ? readUnit(words, units) : readKeyword(words)
}

function readUnit(words: Word[], units: readonly Unit[]): Part {
  const typed = typedText(words)
  const resolved = resolveUnit(typed, units)
  switch (resolved.status) {
    case 'none':
      return { wanted: NO_INTERESTS, unknown: typed }
    case 'ask':
      return { wanted: NO_INTERESTS, unclear: { typed, candidates: codesOf(resolved) } }
    default:
      return { wanted: { ...NO_INTERESTS, unitCodes: codesOf(resolved) } }
  }
}

function codesOf(resolved: Exclude<ResolvedUnit, { status: 'none' }>): string[] {
  if (resolved.status === 'found') return [resolved.unit.code]
  return (resolved.status === 'ask' ? resolved.candidates : resolved.units).map(({ code }) => code)
}

function readKeyword(all: Word[]): Part {
  const words = withoutFillers(all)
  const keyword = typedText(words).slice(0, LONGEST_KEYWORD)
  const isWord = plainWords(keyword).length >= SHORTEST_KEYWORD
  return { wanted: isWord ? { ...NO_INTERESTS, keywords: [keyword] } : NO_INTERESTS }
}

function join(one: Part, other: Part): Part {
  return {
    ...one,
    ...other,
    wanted: {
      everything: false,
      fields: [...one.wanted.fields, ...other.wanted.fields],
      unitCodes: [...one.wanted.unitCodes, ...other.wanted.unitCodes],
      keywords: [...one.wanted.keywords, ...other.wanted.keywords],
    },
  }
}

function findField(words: Word[]) {
  for (const { field, words: spelling } of FIELD_NAMES) {
    const at = words.findIndex((_, place) => standsAt(words, place, spelling))
    if (at >= 0) return { field, at, length: spelling.length }
  }
  return null
}

/** A word for a kind of unit with something after it. */
function isUnitWord(words: Word[], at: number): boolean {
  const folded = words.map((word) => word.folded)
  const isShort = /^(?:p|q|f|x|h|tp|tt|tx|dk)[.]?\p{L}|^(?:p|q|f|h)[.]?\d/u.test(folded[at] ?? '')
  if (isShort && /[.\d]/.test(folded[at] ?? '')) return true
  if (words[at + 1] === undefined) return false
  return DEPARTMENT_WORDS.has(folded[at] ?? '') || kindsAt(folded, at).length > 0
}

/** A bare name counts only as it is written: with a slip, any keyword could be one. */
function isNameOf(words: Word[], units: readonly Unit[]): boolean {
  const places = words.filter(({ folded }, at) => at < words.length - 1 || !OLD.has(folded))
  const typed = nameWords(typedText(places))
  return collectUnitNames(units).folded.has(nameKey(typed, true))
}

/** Without the words around a wish that say nothing of it; what could be a word of a keyword goes only with its marks. */
function withoutFillers(words: Word[]): Word[] {
  const lead =
    FILLERS.find((filler) => standsAt(words, 0, filler)) ??
    PREPOSITIONS.find((filler) => standsAt(words, 0, filler) && (isMarked(words[0]) || leadsToUnit(words)))
  if (lead !== undefined) return withoutFillers(words.slice(lead.length))
  const isIdle = TRAILING.some((filler) => standsAt(words, words.length - 1, filler))
  return isIdle ? withoutFillers(words.slice(0, -1)) : words
}

const isMarked = (word: Word | undefined) => word !== undefined && hasDiacritics(word.typed)

const leadsToUnit = (words: Word[]) => isUnitWord(words, 1) || findField(words.slice(1))?.at === 0

const LONGEST_KEYWORD = 40
const SHORTEST_KEYWORD = 2
const AND = new Set(['va', 'hoac', 'hay', 'cung'])
const OLD = new Set(['cu', 'xua'])
const DEPARTMENT_WORDS = new Set(['so'])
const EVERYTHING = new Set([
  ...['tat ca', 'tat', 'het', 'toan bo', 'moi thu', 'tat ca bai toan', 'moi bai toan', 'tat ca linh vuc'],
  ...['moi linh vuc', 'tat ca bai toan moi', 'bai toan nao cung duoc', 'gi cung duoc', 'everything', 'all'],
])
const spelled = (phrases: readonly string[]) => phrases.map((phrase) => phrase.split(' '))

/** The longer before the shorter that they begin with. */
const FILLERS = spelled([
  ...['bài toán mới về', 'bài toán lĩnh vực', 'bài toán về', 'bài toán của', 'bài toán ở', 'bài toán tại'],
  ...['bài toán có chữ', 'bài toán trong', 'bài toán thuộc', 'các bài toán', 'bài toán lớn', 'bài toán mới'],
  ...['bài toán', 'lĩnh vực', 'chủ đề', 'từ khóa', 'thông tin về', 'khi có', 'liên quan đến', 'liên quan'],
  ...['có chữ', 'ngành', 'về', 'địa bàn', 'khu vực'],
])
const PREPOSITIONS = spelled([
  'ở',
  'tại',
  'của',
  'thuộc',
  'trong',
  'cho',
  'các',
  'những',
  'thêm',
  'với',
  'cả',
])
const TRAILING = spelled([
  ...['ạ', 'nhé', 'nha', 'nhe', 'ad', 'thôi', 'luôn', 'cho', 'ở', 'trong', 'của', 'tại', 'về', 'thuộc'],
])
