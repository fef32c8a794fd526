import { trainingTexts } from '../../texts/training.ts'
import { changeTexts } from '../../texts/training-change.ts'
import type { SessionChange } from '../../training/change-session.ts'
import { readAudience } from '../../training/import/read-audience.ts'
import { listOf, orNull, readDeadline, readNumber, readPlace } from '../../training/import/read-cells.ts'
import { readTimes } from '../../training/import/read-times.ts'
import { readReminders } from '../../training/read-reminders.ts'
import type { Unit } from '../../units/unit.ts'
import { fold, normalise } from '../../vietnamese.ts'
import { describeAudience } from './describe-audience.ts'

export type ChangeKind = SessionChange['kind']

/** `why`: what is wrong, and what would be right. */
export type ReadChange = { status: 'read'; change: SessionChange } | { status: 'unclear'; why: string }

const LONGEST = 500

/** Reads what staff typed as the new value of one thing of a class. */
export function readChange(
  kind: ChangeKind,
  text: string,
  { now, units }: { now: Date; units: readonly Unit[] },
): ReadChange {
  const said = text.trim()
  const isNone = NONE.test(fold(normalise(said)))
  if (kind === 'open') return read({ kind })
  if (said === '') return unclear('')
  switch (kind) {
    case 'times':
      return readNewTimes(said, now)
    case 'place': {
      if (said.length < 2 || said.length > LONGEST) return unclear(changeTexts.badPlace)
      return read({ kind, ...readPlace(said) })
    }
    case 'seats': {
      const seats = isNone ? null : readNumber(said)
      return seats === undefined ? unclear(changeTexts.badSeats) : read({ kind, seats })
    }
    case 'seatsPerUnit': {
      const seatsPerUnit = isNone ? null : readNumber(said)
      return seatsPerUnit === undefined ? unclear(changeTexts.badSeats) : read({ kind, seatsPerUnit })
    }
    case 'registerBy': {
      const registerBy = isNone ? null : readDeadline(said, now)
      if (registerBy === undefined) return unclear(changeTexts.badDeadline)
      if (registerBy !== null && registerBy <= now) return unclear(changeTexts.past)
      return read({ kind, registerBy })
    }
    case 'audience': {
      const audience = readAudience(said, units)
      if (audience.status !== 'read' || audience.isGuess) return unclear(changeTexts.badAudience)
      const { tiers, unitCodes } = audience
      return read({ kind, tiers, unitCodes })
    }
    case 'trainer':
      if (said.length > LONGEST) return unclear(changeTexts.tooLong)
      return read({ kind, trainer: isNone ? null : orNull(said) })
    case 'topics':
      if (said.length > LONGEST) return unclear(changeTexts.tooLong)
      return read({ kind, topics: isNone ? [] : listOf(said) })
    case 'reminders': {
      const reminders = readReminders(said)
      return reminders === null ? unclear(changeTexts.badReminders) : read({ kind, reminders })
    }
    case 'cancel':
      if (said.length < 5 || said.length > 200) return unclear(changeTexts.badReason)
      return read({ kind, reason: said })
  }
}

const NONE = /^khong(?: (?:gioi han|han che|co|co han|ghi|can))?$/

function readNewTimes(said: string, now: Date): ReadChange {
  const times = readTimes({ days: said, endDay: null, hours: null }, now)
  // Hours that nobody typed are no change that people can be told of.
  if (times.status !== 'read' || times.notes.includes('hours_guessed')) return unclear(changeTexts.badTimes)
  const [first, ...rest] = times.meetings.map(({ from, to }) => ({ from, to }))
  if (first === undefined) return unclear(changeTexts.badTimes)
  if (first.from <= now) return unclear(changeTexts.past)
  return read({ kind: 'times', times: [first, ...rest] })
}

/** The change as it will be, for who confirms it. */
export function describeChange(change: SessionChange, units: readonly Unit[]): string {
  const { now } = changeTexts
  switch (change.kind) {
    case 'times':
      return now.times(trainingTexts.times([...change.times]))
    case 'place':
      return now.place([change.place, change.link].filter((each) => each !== null).join(', '))
    case 'seats':
      return now.seats(change.seats)
    case 'seatsPerUnit':
      return now.seatsPerUnit(change.seatsPerUnit)
    case 'registerBy':
      return now.registerBy(change.registerBy)
    case 'audience':
      return now.audience(describeAudience(change, units))
    case 'trainer':
      return now.trainer(change.trainer)
    case 'topics':
      return now.topics(change.topics)
    case 'reminders':
      return now.reminders(change.reminders)
    case 'open':
      return now.open()
    case 'cancel':
      return now.cancel(change.reason)
  }
}

const read = (change: SessionChange): ReadChange => ({ status: 'read', change })
const unclear = (why: string): ReadChange => ({ status: 'unclear', why })
