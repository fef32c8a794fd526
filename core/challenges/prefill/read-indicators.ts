import type { Indicator } from '../../forms/form.ts'
import { fold } from '../../vietnamese.ts'
import { sentences } from '../sentences.ts'

/** A measure as one sentence gives it, in its words: what it does not say is null. */
type Found = Indicator & { quote: string }

/**
 * The measures that a text speaks of: "thời gian chờ trung bình 45 phút", "giảm từ 45 phút xuống còn 15 phút trước
 * 31/12/2027 (theo báo cáo …)". Every figure is copied from the text; values of one measure that stand in different
 * sentences are brought together by its name, or by the unit where only one measure has that unit.
 */
export function readIndicators(text: string, most: number): { rows: Indicator[]; quote: string } {
  const found: Found[] = []
  for (const sentence of sentences(text)) {
    for (const clause of sentence.split(/;\s+/)) {
      const row = readClause(clause)
      if (row !== null) add(found, row)
    }
  }
  const rows = found.filter(({ target, before }) => target !== null || before !== null).slice(0, most)
  return {
    rows: rows.map(({ quote: _quote, ...row }) => row),
    quote: [...new Set(rows.map(({ quote }) => quote))].join(' … '),
  }
}

const FIGURE = '(\\p{Nd}[\\p{Nd}.,]*)\\s*'
const UNITS =
  'phut|gio|ngay lam viec|ngay|tuan|thang|%|phan tram|lan|luot|ho so|diem|truong hop|buoc|vu|tan|km'
const UNIT = `(${UNITS})(?![\\p{L}\\p{Nd}])`
/** What joins two figures into one, or into a range; a space alone, too. */
const JOINS = '\\s*(?:[-–—/]|den|toi|hoac)?\\s*'
const ALONE = `(?<![\\p{Nd}.,])(?<!\\p{Nd}\\s?(?:h|${UNITS})?${JOINS})`
/** By how much something changes is neither what it was nor what it becomes. */
const BY_HOW_MUCH =
  '(?:giam|tang|rut ngan|bot|them|gap|nhanh hon|cham hon)\\s+(?:duoc |it nhat |toi thieu |khoang |hon |gan |tren |ca )*'
/**
 * A figure that stands alone, with its unit behind it: neither the end of a range ("30-45 phút", "7 đến 10 ngày"), nor
 * part of a longer figure ("1 500 hồ sơ", "1h30 phút", "1 giờ 30 phút"), nor the amount of a change ("giảm 50%").
 */
const VALUE = `${ALONE}(?<!${BY_HOW_MUCH})${FIGURE}${UNIT}(?!${JOINS}\\p{Nd})`
const MEASURE =
  /\b(?:thoi gian|ty le|ti le|muc do hai long|su hai long|hai long|muc do cai thien|so lan|so luot|so ho so|so vu|so truong hop|so ngay|chi phi|diem hai long)\b/u
/** What ends the name of a measure. */
const AFTER_NAME =
  /\s+(?:hien nay|hien tai|hien|dang|trung binh|binh quan|la|tu|giam|tang|xuong|len|con|mat|khoang|hon|gan|toi thieu|toi da|dat|duoi|khong qua|phai|keo dai|chi|moi|se|can|theo|den)\b|\s*[,:;(]|\s+(?=\p{Nd})/u
const CHANGE = new RegExp(
  `${ALONE}${FIGURE}(?:${UNIT})?\\s*(?:/\\S+\\s*)?(xuong con|giam con|xuong|con|len den|len|den|thanh|->|→)\\s*(?:toi da |duoi |it nhat |khoang )?${FIGURE}${UNIT}`,
  'u',
)
/** "Từ 30 đến 45 phút" is a range, unless it is said to fall or to rise. */
const FALLS = /\b(?:giam|rut ngan|ha)\b/u
const RISES = /\b(?:tang|nang)\b/u
const TARGET = new RegExp(
  `(?:xuong con|giam con|giam xuong|rut ngan con|con|con duoi|dat|it nhat|toi da|khong qua|len|duoi)\\s*(?:toi thieu |it nhat |tren |duoi |khoang |con )?${VALUE}`,
  'u',
)
const BEFORE = new RegExp(
  `(?:trung binh|binh quan|hien nay|hien tai|hien|dang|mat|la|chi|khoang|den|keo dai|moi)\\s*(?:\\p{L}+\\s+){0,3}${VALUE}`,
  'u',
)
const WANTED =
  /\b(?:muc tieu|mong muon|phan dau|can dat|ky vong|xuong con|giam con|rut ngan|giam xuong|nang len|toi da|khong qua|trong vong)\b/u
/** "Đạt 85%" is a wish unless it is said to be so today. */
const REACHES = /\bdat\b/u
const NOW = /\b(?:hien nay|hien tai|hien|dang|moi|chi|da) (?:\S+ ){0,2}dat\b|\bhien nay\b/u
const DATE =
  /\b(?:truoc|den|vao|trong|het)\s+((?:ngay\s+)?\p{Nd}{1,2}[/-]\p{Nd}{1,2}[/-]\p{Nd}{4}|thang\s+\p{Nd}{1,2}[/-]\p{Nd}{4}|(?:het |cuoi |giua |dau )?(?:nam\s+)\p{Nd}{4}|quy\s+[ivx\p{Nd}]{1,3}[/-]\p{Nd}{4})/u
const SOURCE =
  /\b(?:theo|nguon:?)\s+((?:bao cao|so lieu|thong ke|so theo doi|khao sat|ket qua|phieu|so kham|he thong|so bam gio)[^.;)]{0,90})/u

function readClause(clause: string): Found | null {
  const said = clause.normalize('NFC')
  const folded = fold(said).toLowerCase()
  if (folded.length !== said.length) return null
  const at = (match: RegExpExecArray, group: number) => copy(said, folded, match, group)
  const measure = MEASURE.exec(folded)
  if (measure === null) return null
  const name = nameOf(said, folded, measure.index)
  const tail = folded.slice(measure.index)
  const inTail = (pattern: RegExp) => pattern.exec(`${' '.repeat(measure.index)}${tail}`)
  const date = DATE.exec(folded)
  const source = SOURCE.exec(folded)
  const row = {
    name,
    date: date === null ? null : at(date, 1),
    source: source === null ? null : at(source, 1).replace(/[,\s]+$/u, ''),
    quote: said,
  }
  const change = inTail(CHANGE)
  if (change !== null && (change[2] === undefined || change[2] === change[5]) && isChange(change, folded)) {
    return { ...row, unit: at(change, 5), before: at(change, 1), target: at(change, 4) }
  }
  const isWish = WANTED.test(folded) || (REACHES.test(folded) && !NOW.test(folded))
  const target = isWish ? (inTail(TARGET) ?? inTail(new RegExp(VALUE, 'u'))) : null
  if (target !== null) return { ...row, unit: at(target, 2), before: null, target: at(target, 1) }
  const before = inTail(BEFORE) ?? inTail(new RegExp(VALUE, 'u'))
  if (before === null || isWish) return null
  return { ...row, date: null, unit: at(before, 2), before: at(before, 1), target: null }
}

function isChange([, before = '', , link, target = '']: RegExpExecArray, folded: string): boolean {
  if (link !== 'den') return true
  const [from, to] = [before, target].map((figure) => Number(figure.replaceAll('.', '').replace(',', '.')))
  if (from === undefined || to === undefined) return false
  return (FALLS.test(folded) && from > to) || (RISES.test(folded) && to > from)
}

/** The writer's own words for a group of a match in the folded text, which has the same length. */
function copy(said: string, folded: string, match: RegExpExecArray, group: number): string {
  const part = match[group] ?? ''
  const start = folded.indexOf(
    part,
    match.index + (group > 1 ? match[0].lastIndexOf(part) : match[0].indexOf(part)),
  )
  return said.slice(start, start + part.length).replace(/[.,]+$/u, '')
}

function nameOf(said: string, folded: string, start: number): string {
  const rest = folded.slice(start)
  const end = AFTER_NAME.exec(rest)?.index ?? Math.min(rest.length, 60)
  const name = said.slice(start, start + Math.min(end, 60)).trim()
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function add(found: Found[], row: Found): void {
  const same = found.find((each) => isSame(each, row) && !clashes(each, row))
  if (same === undefined) {
    found.push(row)
    return
  }
  same.before ??= row.before
  same.target ??= row.target
  same.date ??= row.date
  same.source ??= row.source
  same.quote = same.quote === row.quote ? same.quote : `${same.quote} … ${row.quote}`
}

const isSame = (one: Found, other: Found) => {
  const [first, second] = [one, other].map(({ name }) => fold(name).toLowerCase())
  const shares =
    first !== undefined && second !== undefined && (first.startsWith(second) || second.startsWith(first))
  return one.unit !== null && unitKey(one) === unitKey(other) && shares
}
const unitKey = ({ unit }: Found) => fold(unit ?? '').toLowerCase()
const clashes = (one: Found, other: Found) =>
  (one.before !== null && other.before !== null && one.before !== other.before) ||
  (one.target !== null && other.target !== null && one.target !== other.target)
