import { fold } from '../vietnamese.ts'

export type SensitiveNumber = { start: number; end: number; kind: 'id_number' | 'phone' | 'bank_account' }

/**
 * Where a text holds identity-card (12 digits, formerly 9), telephone (10 digits after 0, 11 for fixed lines, +84) and
 * bank-account numbers, in order and without overlap. Digits may be grouped by spaces, dots, hyphens, brackets.
 * Numbering: Circular 22/2014/TT-BTTTT for telephones, Circular 59/2021/TT-BCA for identity numbers.
 * Account numbers have no national format: 6 to 19 digits after a word that announces one, or 13 to 19 in one piece.
 */
export function findSensitiveNumbers(text: string): SensitiveNumber[] {
  const found: SensitiveNumber[] = []
  for (const run of text.matchAll(RUN)) {
    const groups = splitGroups(run[0], run.index)
    const before = fold(text.slice(Math.max(0, run.index - CONTEXT), run.index)).toLowerCase()
    const after = fold(text.slice(run.index + run[0].length, run.index + run[0].length + 12)).toLowerCase()
    const counted = UNIT_AFTER.test(after)
    found.push(...scan(groups, before).filter((hit) => !counted || !isCount(hit, text, before)))
  }
  return found
}

type Group = { start: number; end: number; digits: string; separator: string }

const CONTEXT = 40
const LONGEST = 13
const RUN =
  /(?<!\p{N})(?:\(?\+?\p{Nd}|[A-Z]\p{Nd}{7}(?!\p{N}))(?:(?:[ .\-–_)(\n]|\) | \(| {2}| - | – |(?<=(?:^|[^\p{N}])(?:0|\+84)\p{Nd}{1,3})[,/]|(?<=(?:0|\+84)\p{Nd}{2,3}[,/]\p{Nd}{3})[,/])?\p{Nd})*/gu
const ACCOUNT_BEFORE =
  /\b(?:stk|so tai khoan|tai khoan|so tk|tk|ngan hang|bank account|account|chuyen khoan|the atm|so the|vietcombank|vcb|techcombank|mb ?bank|agribank|bidv|vietinbank|acb|sacombank|tpbank|vpbank|momo)\b[^.;\n]{0,24}$/
const ID_BEFORE =
  /\b(?:cccd|cmnd|cmt|can cuoc|chung minh|dinh danh|ho chieu|passport|ma so thue|mst|id)\b[^.;\n]{0,24}$/
/** Whole words: “ngân hàng” is no “ngàn”, and a name may begin like a unit. */
const UNIT_AFTER = /^ ?(?:%|(?:dong|vnd|d|ty|ti|trieu|nghin|ngan(?! hang)|usd|nguoi|luot)\b)/

/** What has a unit behind it is a count, unless it looks like a telephone or was announced as an identity number. */
function isCount(hit: SensitiveNumber, text: string, before: string): boolean {
  const announced = ID_BEFORE.test(before) || /[+(]/.test(text.charAt(hit.start - 1))
  return !announced && !/^(?:0|84)/.test(text.slice(hit.start, hit.end))
}

function splitGroups(run: string, offset: number): Group[] {
  const groups: Group[] = []
  let end = 0
  for (const match of run.matchAll(/[A-Z]?\p{Nd}+/gu)) {
    groups.push({
      start: offset + match.index,
      end: offset + match.index + match[0].length,
      digits: match[0].normalize('NFKC'),
      separator: run.slice(end, match.index),
    })
    end = match.index + match[0].length
  }
  return groups
}

function scan(groups: Group[], before: string): SensitiveNumber[] {
  const found: SensitiveNumber[] = []
  let first = 0
  while (first < groups.length) {
    if (isDate(groups, first)) {
      first += 3
      continue
    }
    const hit = longestFrom(groups, first, before)
    const [head, tail] = hit ? [groups[first], groups[hit.last]] : []
    if (hit && head && tail) found.push({ start: head.start, end: tail.end, kind: hit.kind })
    first = hit ? hit.last + 1 : first + 1
    while (!hit && isThousandsOf(groups, first)) first += 1
  }
  return found
}

/** The rest of a sum of money already passed over ("36.000.000.000") is no number of its own. */
function isThousandsOf(groups: Group[], at: number): boolean {
  const group = groups[at]
  return group !== undefined && isThousands(group)
}

function longestFrom(groups: Group[], first: number, before: string) {
  for (let last = Math.min(groups.length, first + LONGEST) - 1; last >= first; last -= 1) {
    const kind = kindOf(groups.slice(first, last + 1), before)
    if (kind) return { last, kind }
  }
  return undefined
}

function kindOf(groups: Group[], before: string): SensitiveNumber['kind'] | undefined {
  const digits = groups.map((group) => group.digits).join('')
  const isOnePiece = groups.length === 1
  const isAmount = !isOnePiece && !digits.startsWith('0') && groups.slice(1).every(isThousands)
  if (ACCOUNT_BEFORE.test(before) && /^\d{6,19}$/.test(digits)) return 'bank_account'
  if (/^0\d{11}$/.test(digits)) return 'id_number'
  if (/^(?:\d{9}|\d{12}|[A-Z]\d{7})$/.test(digits) && ID_BEFORE.test(before)) return 'id_number'
  if (/^(?:0[235789]\d{8}|02\d{9}|(?:0084|84)0?[235789]\d{8}|(?:0084|84)2\d{9})$/.test(digits)) return 'phone'
  if (isAmount) return undefined
  if (/^\d{12}$/.test(digits) && isOnePiece) return 'id_number'
  if (/^\d{9}$/.test(digits) && (isOnePiece || isInThrees(groups))) return 'id_number'
  if (/^\d{16}$/.test(digits) && groups.length === 4 && groups.every((group) => group.digits.length === 4)) {
    return 'bank_account'
  }
  return isOnePiece && /^\d{13,19}$/.test(digits) ? 'bank_account' : undefined
}

const isThousands = (group: Group) => group.digits.length === 3 && group.separator === '.'
const isInThrees = (groups: Group[]) =>
  groups.length === 3 && groups.every((group) => group.digits.length === 3)

function isDate(groups: Group[], at: number): boolean {
  const [day, month, year] = groups.slice(at, at + 3)
  if (!day || !month || !year || /[ ()]/.test(month.separator)) return false
  return day.digits.length <= 2 && month.digits.length <= 2 && /^(?:19|20)\d\d$/.test(year.digits)
}
