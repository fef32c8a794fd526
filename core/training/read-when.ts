import { vietnamDay } from '../vietnam-time.ts'
import { fold, hasDiacritics, normalise } from '../vietnamese.ts'
import { WORDINGS } from './when-wordings.ts'

/** A stretch of time, `to` not included. `rest`: the folded text without the words for it. */
export type When = { from: Date; to: Date; rest: string }

const LONGEST = 400

/**
 * The time a question is about, as people say it, with or without diacritics: "mai", "mốt", "thứ năm tới", "tuần sau",
 * "đầu tháng sau", "tháng 12", "quý 4", "30/10", "2 tuần nữa", "cuối năm". Weeks begin on Monday. A month or quarter
 * without a year is the one that lies nearest ahead, or not longer ago than three months. Null where no time is named.
 */
export function readWhen(text: string, now: Date): When | null {
  const typed = normalise(text.slice(0, LONGEST))
  const said = ` ${fold(typed)
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[^\p{L}\p{N}/.\-:,]+/gu, ' ')
    .trim()} `
  const clock = { now, today: vietnamDay(now), marked: hasDiacritics(typed) ? ` ${typed} ` : null }
  for (const { wording, read } of WORDINGS) {
    const match = wording.exec(said)
    if (match === null) continue
    const span = read(match, clock)
    if (span === null) continue
    return { ...span, rest: said.replace(match[0], ' ').replaceAll(/\s+/g, ' ').trim() }
  }
  return null
}
