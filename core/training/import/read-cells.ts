import { fold, normalise } from '../../vietnamese.ts'
import { type Cell, cellText } from './cell-text.ts'
import { readTimes } from './read-times.ts'

const MOST_SEATS = 100_000

/** Folded, letters and digits alone. */
export const plain = (text: string) =>
  fold(normalise(text))
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What stands in a cell, null where nothing does. */
export const orNull = (text: string) => (text === '' || text === '-' ? null : text)

/** The parts of a cell, one a line or separated by semicolons. */
export const listOf = (text: string) =>
  text
    .split(/[;\n]/)
    .map((each) => each.replace(/^[-+•*\s]+/, '').trim())
    .filter((each) => each !== '')

/** "30", "30 người", nothing or "không giới hạn"; undefined for what is no such number. */
export function readNumber(cell: Cell): number | null | undefined {
  const said = plain(cellText(cell))
  if (said === '' || /^(?:khong (?:gioi han|han che)|tu do)$/.test(said)) return null
  const number = /^(?:toi da )?(\d+)(?: (?:nguoi|cho|hoc vien|ghe|dai bieu|can bo))?$/.exec(
    said.replaceAll(/(\d) (\d{3})\b/g, '$1$2'),
  )?.[1]
  const count = Number(number)
  return number !== undefined && count >= 1 && count <= MOST_SEATS ? count : undefined
}

/** The end of the day that is named, or the hour where one is. */
export function readDeadline(cell: Cell, now: Date): Date | null | undefined {
  if (cellText(cell) === '') return null
  const times = readTimes({ days: cell, endDay: null, hours: null }, now)
  if (times.status === 'wrong') return undefined
  const last = times.meetings.at(-1)
  if (last === undefined) return undefined
  return times.notes.includes('hours_guessed') ? new Date(last.day.getTime() + END_OF_DAY_MS) : last.from
}

const END_OF_DAY_MS = 86_340_000

/** The address in a text; undefined where there is none. */
export const readLink = (text: string): string | undefined => /https?:\/\/\S+/.exec(text)?.[0]

/** Where a class is held; a link that stands in place of it is one. */
export function readPlace(text: string): { place: string | null; link: string | null } {
  const link = readLink(text) ?? null
  const rest = link === null ? text : text.replace(link, '').replaceAll(/^[\s:;,(–-]+|[\s:;,()–-]+$/g, '')
  const isOnline = link !== null && ONLINE.test(plain(rest))
  return { place: isOnline ? null : orNull(rest), link }
}

const ONLINE =
  /^(?:hoc |hop |lop |phong )?(?:truc tuyen|online|link|duong dan|zoom|google meet|ms teams|teams)?(?: (?:qua|bang|tren))?(?: (?:zoom|google meet|ms teams|teams|phan mem zoom))?$/
