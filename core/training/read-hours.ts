import { fold, normalise } from '../vietnamese.ts'

/** Minutes after midnight. */
export type Span = { from: number; to: number }

/** `guessed`: an end or the hours themselves were not written. `rest`: the text without the hours. */
export type ReadHours =
  | { status: 'read'; spans: Span[]; guessed: boolean; rest: string }
  | { status: 'none'; rest: string }
  | { status: 'impossible'; text: string }

/** The office hours of the city's administration, and an evening class as they are usual. */
const PARTS = {
  sang: { from: 8 * 60, to: 11 * 60 + 30 },
  chieu: { from: 13 * 60 + 30, to: 17 * 60 },
  toi: { from: 18 * 60, to: 20 * 60 + 30 },
}
/** How long a class is taken to last of which only the beginning is known. */
const USUAL_LENGTH = 210
const NOON = 12 * 60
/** "7h30 - 4h30": the end of a working day at the latest. */
const LATEST_SHORT = 6 * 60

/**
 * Finds the hours a text names: "8g00–11g30", "8h-11h30", "08:00 đến 11:30", "8 giờ 30", "1g30 chiều", "sáng", "cả ngày",
 * and several of them. A class of which only the beginning is written is taken to last three and a half hours.
 */
export function readHours(text: string): ReadHours {
  const plain = fold(normalise(text)).replaceAll(/[–—−~→]/g, '-')
  const spans: Span[] = []
  let guessed = false
  let wrong: string | null = null
  const rest = plain.replaceAll(SPAN, (whole, ...found: unknown[]) => {
    const groups = found.at(-1) as Record<string, string | undefined>
    const end = groups.toHour === undefined ? null : minutesOf(groups.toHour, groups.toMinute, groups.toPart)
    const part = groups.fromPart ?? (end === null ? undefined : groups.toPart)
    const from = minutesOf(groups.fromHour ?? groups.bareHour ?? '', groups.fromMinute, fits(groups, part))
    if (end === null) guessed = true
    const to = end === null ? from + USUAL_LENGTH : end <= from && end <= LATEST_SHORT ? end + NOON : end
    if (from >= 24 * 60 || to > 24 * 60 || to <= from) wrong = whole.trim()
    spans.push({ from, to })
    return ' '
  })
  if (wrong !== null) return { status: 'impossible', text: wrong }
  if (spans.length > 0)
    return { status: 'read', spans: sorted(spans), guessed, rest: rest.replaceAll(PART, ' ') }
  const parts = partsIn(plain)
  if (parts.length === 0) return { status: 'none', rest: plain }
  return { status: 'read', spans: parts, guessed: true, rest: plain.replaceAll(PART, ' ') }
}

const UNIT = String.raw`\s*(?:gio|g|h|:)`
const PART_AFTER = String.raw`(?:\s*\(?\s*(?:sang|chieu|trua|am|pm))?`
const time = (name: string) =>
  String.raw`(?<${name}Hour>\d{1,2})${UNIT}\s*(?<${name}Minute>\d{2}(?!\d))?(?:\s*(?:phut|p|'))?` +
  PART_AFTER.replace('(?:\\s*\\(?\\s*(?:', `(?:\\s*\\(?\\s*(?<${name}Part>`)
const SPAN = new RegExp(
  String.raw`(?<!\d)(?:(?:${time('from')}|(?<bareHour>\d{1,2})(?=\s*-\s*\d{1,2}\s*(?:gio|g|h|:)))\s*(?:-|den|toi|->)\s*${time('to')}|${time('only')})(?![\d/])`
    .replaceAll('onlyHour', 'fromHour')
    .replaceAll('onlyMinute', 'fromMinute')
    .replaceAll('onlyPart', 'fromPart'),
  'g',
)
const PART = /\b(?:ca ngay|buoi|sang|chieu|toi|trua)\b/g

/** "2h-4h chiều" says it of both; "8h-2h chiều" of the second alone. */
function fits({ fromHour, toHour }: Record<string, string | undefined>, part: string | undefined) {
  if (toHour === undefined) return part
  return Number(fromHour) < Number(toHour) ? part : undefined
}

function minutesOf(hour: string, minute: string | undefined, part: string | undefined): number {
  const read = Number(hour) * 60 + Number(minute ?? 0)
  if (Number(minute ?? 0) > 59) return Number.POSITIVE_INFINITY
  return (part === 'chieu' || part === 'pm') && read < NOON ? read + NOON : read
}

function partsIn(plain: string): Span[] {
  if (/\bca ngay\b/.test(plain)) return [PARTS.sang, PARTS.chieu]
  return (['sang', 'chieu', 'toi'] as const)
    .filter((part) =>
      (part === 'toi' ? /\b(?:buoi|ca|lop) toi\b|^\s*toi\b/ : new RegExp(`\\b${part}\\b`)).test(plain),
    )
    .map((part) => PARTS[part])
}

const sorted = (spans: Span[]) => spans.toSorted((a, b) => a.from - b.from)
