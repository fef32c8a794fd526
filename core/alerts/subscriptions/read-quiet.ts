import { plainWords } from '../../commands.ts'

export type QuietWords =
  | { status: 'hours'; from: number; to: number }
  | { status: 'off' | 'shown' | 'unclear' }

/** "giờ yên lặng 22h-6h30": minutes after midnight. `shown`: nothing was said but the name. Null for other messages. */
export function readQuiet(text: string): QuietWords | null {
  const said = plainWords(text)
  const named = QUIET_NAMES.find((name) => said === name || said.startsWith(`${name} `))
  if (named === undefined) return null
  const rest = said.slice(named.length).trim()
  if (rest === '') return { status: 'shown' }
  if (OFF.has(rest)) return { status: 'off' }
  const times = [...text.matchAll(TIME)].map(([, hour, minute]) => readMinutes(hour, minute))
  const [from, to] = times
  if (times.length !== 2 || from == null || to == null) return { status: 'unclear' }
  return { status: 'hours', from, to }
}

function readMinutes(hour: string | undefined, minute: string | undefined): number | null {
  const [hours, minutes] = [Number(hour), minute === undefined ? 0 : Number(minute)]
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null
}

/** "22:00", from minutes after midnight. */
export const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const QUIET_NAMES = ['gio yen lang', 'gio im lang', 'gio yen tinh', 'khong lam phien']
const OFF = new Set(['tat', 'khong', 'bo', 'khong can', 'off', 'khong co'])
const TIME = /(?<!\d)(\d{1,2})\s*(?:h|g|giờ|gio|:)?\s*(\d{2})?(?!\d)/giu
