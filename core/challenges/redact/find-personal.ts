import { findSensitiveNumbers } from '../../sensitive/find-numbers.ts'
import { isOfficeLine } from '../../sensitive/office-contact.ts'
import { fold } from '../../vietnamese.ts'
import type { Span } from './span.ts'

/** Where a text holds what points to one person besides a name: numbers, mail, codes, birth dates, home addresses. */
export function findPersonal(text: string): Span[] {
  const plain = fold(text)
  // Folding keeps every letter's place, but for letters that no Vietnamese keyboard writes.
  const folded = plain.length === text.length ? plain : text
  const numbers = findSensitiveNumbers(text)
    .filter(
      ({ kind, start, end }) =>
        kind !== 'phone' || !isOfficeLine(text.slice(start, end), text.slice(0, start), text.slice(end)),
    )
    .map((number): Span => number)
  return [
    ...numbers,
    ...mailOf(text),
    ...PATTERNS.flatMap(({ pattern, kind }) => spansOf(folded, pattern, kind)),
  ]
}

/** Addresses, but for those that bear a public body's name and no person's ("vanphong.phuong@hochiminhcity.gov.vn"). */
function mailOf(text: string): Span[] {
  return [...text.matchAll(EMAIL)].flatMap((match) =>
    OFFICE_MAIL.test(match[0])
      ? []
      : [{ start: match.index, end: match.index + match[0].length, kind: 'email' as const }],
  )
}

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}/gu
const OFFICE_MAIL =
  /^(?:vp|vanphong|van-phong|van\.phong|ubnd|phuong|xa|so|skhcn|motcua|tiepnhan|tiepcongdan|info|lienhe|contact|hotro|hcc|tthcc)(?:[._-]?(?:vp|ubnd|hdnd|phuong|xa|quan|so|hcm|tphcm|\d{1,2}))*(?:[._-][a-z]{2,12}){0,2}@(?:[\p{L}\p{N}-]+\.)*gov\.vn$/iu

const spansOf = (text: string, pattern: RegExp, kind: Span['kind']): Span[] =>
  [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind,
  }))

/** A street: its capitals say where its name ends; without capitals it is taken to have two words. */
const STREET =
  '(?:[Dd]uong|[Pp]ho|[Hh]em|[Nn]go|[Kk]iet)\\s+(?:(?:\\p{Lu}\\p{L}*|\\d[\\w/]*)(?:\\s+(?:\\p{Lu}\\p{L}*|\\d[\\w/]*)){0,4}|\\p{L}+(?:\\s+\\p{L}+)?)'

const PATTERNS: { pattern: RegExp; kind: Span['kind'] }[] = [
  // Files of the portal for public services; insurance cards; vehicles.
  { pattern: /\b[A-Z]\d{2}\.\d{1,3}(?:\.\d{1,4}){0,3}-\d{6}-\d{3,6}\b/g, kind: 'code' },
  { pattern: /\b[A-Z]{2}[ -]?\d[ -]?\d{2}[ -]?\d{10}\b/g, kind: 'code' },
  { pattern: /\b\d{2}[A-Z]{1,2}\d?[ -]\d{3}[. ]?\d{2}\b/g, kind: 'code' },
  {
    pattern:
      /\b(?:ma|so) (?:ho so|bien nhan|bhxh|bhyt|the bhyt|bao hiem|benh nhan|hoc sinh|sinh vien|so dinh danh)\s*(?:la|:|so)?\s*(?=[A-Z0-9./-]*\d)[A-Z0-9][A-Z0-9./-]{4,}/gi,
    kind: 'code',
  },
  { pattern: /\bsinh (?:nam|ngay)\s*:?\s*\d{1,4}(?:[/.-]\d{1,2}(?:[/.-]\d{2,4})?)?/gi, kind: 'birth' },
  {
    pattern: new RegExp(`(?<!\\p{L})(?:[Nn]ha so|[Ss]o nha)\\s*:?\\s*\\d[\\w/.-]*(?:,?\\s+${STREET})?`, 'gu'),
    kind: 'address',
  },
  { pattern: new RegExp(`(?<!\\p{L})[Ss]o\\s+\\d[\\w/.-]*,?\\s+${STREET}`, 'gu'), kind: 'address' },
  {
    pattern: new RegExp(`(?<!\\p{L})(?:[Hh]em|[Nn]go|[Kk]iet)\\s+\\d[\\w/.-]*(?:,?\\s+${STREET})?`, 'gu'),
    kind: 'address',
  },
]
