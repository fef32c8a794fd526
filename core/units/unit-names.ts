import { nameKey, nameWords } from './name-key.ts'
import type { Unit, UnitKind } from './unit.ts'

/** The words for kinds of units, folded, with the ways they are shortened. */
export const UNIT_WORDS = {
  phuong: ['phuong', 'p', 'f'],
  xa: ['xa', 'x'],
  'thi tran': ['thi tran', 'tt'],
  'dac khu': ['dac khu', 'dk'],
} as const
export const AREA_WORDS = {
  quan: ['quan', 'q'],
  huyen: ['huyen', 'h'],
  'thi xa': ['thi xa', 'tx'],
  'thanh pho': ['thanh pho', 'tp'],
  tinh: ['tinh'],
} as const
export type KindWord = keyof typeof UNIT_WORDS | keyof typeof AREA_WORDS

/** What a name may stand for: a present unit, a former one (then the units it went to), or an area that is no more. */
export type Sense = {
  of: 'present' | 'former' | 'area'
  /** As people read it: "Quận 1". */
  label: string
  kind: KindWord | null
  units: Unit[]
  /** The former districts it lies in, and the former province where that was not the city's own. */
  districts: string[]
  provinces: string[]
}

/** Every sense by the key of its name, with diacritics and without. */
export type UnitNames = { marked: Map<string, Sense[]>; folded: Map<string, Sense[]> }

/** Collects all names of the units: their own, those of the former units they were made of, and of the former areas. */
export function collectUnitNames(units: readonly Unit[]): UnitNames {
  const named = new Map<string, { words: string[]; sense: Sense }>()
  const add = (label: string, of: Sense['of'], unit: Unit, districts: string[], as = splitKind(label)) => {
    const provinces = of === 'area' && as.kind === 'tinh' ? [] : provincesOf(unit)
    const id = [of, label, districts[0]].join('|')
    const known = named.get(id) ?? {
      words: as.words,
      sense: { of, label, kind: as.kind, units: [], districts, provinces },
    }
    known.sense.units.push(unit)
    named.set(id, known)
  }
  for (const unit of units) {
    const districts = [...new Set(unit.aliases.flatMap(({ areas }) => areas))]
    add(unit.name, 'present', unit, districts, { kind: KIND_OF[unit.kind], words: nameWords(unit.name) })
    for (const alias of unit.aliases) add(alias.name, 'former', unit, alias.areas)
    for (const district of districts) add(district, 'area', unit, [])
    for (const province of provincesOf(unit)) {
      for (const name of [province, ...(SHORT_PROVINCES[province] ?? [])]) {
        add(province, 'area', unit, [name], { kind: 'tinh', words: nameWords(name) })
      }
    }
  }
  return index([...named.values()])
}

function index(all: { words: string[]; sense: Sense }[]): UnitNames {
  const names: UnitNames = { marked: new Map(), folded: new Map() }
  for (const { words, sense } of all) {
    push(names.marked, nameKey(words, false), sense)
    push(names.folded, nameKey(words, true), sense)
  }
  return names
}

function push(names: Map<string, Sense[]>, key: string, sense: Sense): void {
  names.set(key, [...(names.get(key) ?? []), sense])
}

const provincesOf = ({ formerProvince }: Unit) =>
  formerProvince === null || formerProvince === CITY ? [] : [formerProvince]

function splitKind(label: string): { kind: KindWord | null; words: string[] } {
  const words = nameWords(label)
  const start = kindsAt(
    words.map((word) => nameKey([word], true)),
    0,
  ).at(0)
  return start === undefined ? { kind: null, words } : { kind: start.kind, words: words.slice(start.length) }
}

/** The words for a kind that stand at a place of folded words. */
export function kindsAt(
  words: readonly string[],
  at: number,
): { kind: KindWord; length: number; isWhole: boolean }[] {
  return KIND_WORDS.filter(({ spelling }) => spelling.every((word, next) => words[at + next] === word)).map(
    ({ kind, spelling, isWhole }) => ({ kind, length: spelling.length, isWhole }),
  )
}

const CITY = 'TP.HCM'
const SHORT_PROVINCES: Record<string, string[]> = { 'Bà Rịa - Vũng Tàu': ['BRVT'] }
const KIND_OF: Record<UnitKind, KindWord | null> = {
  ward: 'phuong',
  commune: 'xa',
  specialZone: 'dac khu',
  department: null,
}
const KIND_WORDS = (
  Object.entries({ ...UNIT_WORDS, ...AREA_WORDS }) as [KindWord, readonly string[]][]
).flatMap(([kind, spellings]) =>
  spellings.map((spelling) => ({ kind, spelling: spelling.split(' '), isWhole: spelling === kind })),
)
