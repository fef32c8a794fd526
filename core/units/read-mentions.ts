import { fold } from '../vietnamese.ts'
import { type KindWord, kindsAt, type Sense } from './unit-names.ts'

/** One name in a text, with the word for its kind where it stood before it. */
export type Mention = { kind: KindWord | null; isNumber: boolean; senses: Sense[] }

export type Reading = { mentions: Mention[]; old: boolean }

/**
 * The ways in which a whole text can be read as names of units, likeliest first: `look` gives the senses of some of
 * its words. A text with a word that is neither a name nor known to say nothing has no reading.
 */
export function* readMentions(
  words: readonly string[],
  look: (words: readonly string[]) => Sense[],
): Generator<Reading> {
  const folded = words.map((word) => fold(word))
  const isDeadEnd = new Set<number>()

  function* readFrom(at: number, depth: number): Generator<Reading> {
    if (at === words.length) yield { mentions: [], old: false }
    if (at >= words.length || depth > LONGEST || isDeadEnd.has(at)) return
    let isRead = false
    for (const { mention, end } of mentionsAt(at)) {
      for (const rest of readFrom(end, depth + 1)) {
        isRead = true
        yield { mentions: [mention, ...rest.mentions], old: rest.old }
      }
    }
    for (const { length, old } of idleAt(folded, at)) {
      for (const rest of readFrom(at + length, depth)) {
        isRead = true
        yield { mentions: rest.mentions, old: rest.old || old }
      }
    }
    if (!isRead && depth === 0) isDeadEnd.add(at)
  }

  function* mentionsAt(at: number): Generator<{ mention: Mention; end: number }> {
    for (const { kind, length } of [...kindsAt(folded, at), { kind: null, length: 0 }]) {
      const start = at + length
      for (let end = Math.min(words.length, start + LONGEST_NAME); end > start; end--) {
        const name =
          kind !== null && end === start + 1 ? [numeral(words[start] ?? '')] : words.slice(start, end)
        const isNumber = name.length === 1 && /^\d{1,2}$/.test(name[0] ?? '')
        const senses = look(name)
        if (senses.length > 0 || (isNumber && kind === 'phuong'))
          yield { mention: { kind, isNumber, senses }, end }
      }
    }
  }

  yield* readFrom(0, 0)
}

function idleAt(folded: readonly string[], at: number): { length: number; old: boolean }[] {
  return IDLE.filter(({ spelling }) => spelling.every((word, next) => folded[at + next] === word)).map(
    ({ spelling, old }) => ({ length: spelling.length, old }),
  )
}

/** "Quận hai" is "quận 2"; only after a word for a kind, for "Bảy Hiền" is a name. */
function numeral(word: string): string {
  const number = NUMERALS.indexOf(fold(word))
  return number > 0 ? String(number) : word
}

const NUMERALS = ['', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']

/** Mentions in one text: a unit, its district, its province. */
const LONGEST = 3
/** "Khoa học và Công nghệ" with its "Sở", and room for a longer department. */
const LONGEST_NAME = 10

const OLD = ['cu', 'xua', 'truoc day', 'truoc kia', 'ngay truoc', 'hoi truoc', 'truoc sap nhap', 'ngay xua']
const SILENT = [
  ...['ubnd', 'uy ban nhan dan', 'uy ban', 'hdnd', 'hoi dong nhan dan', 'dang uy', 'van phong', 'don vi'],
  ...['tp hcm', 'tphcm', 'hcm', 'tp ho chi minh', 'thanh pho ho chi minh', 'ho chi minh', 'hcmc'],
  ...[
    'thuoc',
    'o',
    'tai',
    'cua',
    'toi',
    'minh',
    'em',
    'la',
    'lam viec',
    'nay la',
    'nay',
    'moi',
    'khu vuc',
    'dia ban',
  ],
  ...['a', 'nhe', 'nha', 'ad'],
]
const IDLE = [
  ...OLD.map((spelling) => ({ spelling: spelling.split(' '), old: true })),
  ...SILENT.map((spelling) => ({ spelling: spelling.split(' '), old: false })),
]
