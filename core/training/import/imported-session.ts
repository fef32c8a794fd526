import type { Meeting } from '../session.ts'

/** One row of a schedule, understood. */
export type ImportedSession = {
  /** The row of the sheet it stands in, counted from 1 as the spreadsheet does. */
  row: number
  /** What it is known by again: the office's own code, or course, first day, half of the day and place. */
  key: string
  course: string
  times: Meeting[]
  place: string | null
  bridgePoint: string | null
  link: string | null
  trainer: string | null
  topics: string[]
  materials: string[]
  tiers: string[]
  unitCodes: string[]
  seats: number | null
  seatsPerUnit: number | null
  registerBy: Date | null
  /** Null: the row does not say; what is new is open, what is known stays as it is. */
  state: 'announced' | 'open' | 'cancelled' | null
  notes: Note[]
}

/** Understood, but worth a look before it is applied. */
export type Note =
  | 'year_guessed'
  | 'hours_guessed'
  | 'audience_everybody'
  | 'no_place'
  | 'past'
  | 'weekend'
  | 'hidden'

export type Problem = {
  row: number
  /** The heading of the column, as the sheet has it. */
  column: string
  why:
    | 'no_course'
    | 'no_day'
    | 'day_unknown'
    | 'day_impossible'
    | 'too_many_days'
    | 'hours_unknown'
    | 'hours_impossible'
    | 'unit_unknown'
    | 'unit_unclear'
    | 'number'
    | 'too_long'
    | 'link'
    | 'broken_cell'
    | 'same_as'
  /** What stands there, shortened; for `same_as` the other row. */
  value: string
}
