import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

export type CalendarEntry = {
  /** The same for as long as the entry lives. */
  uid: string
  /** Higher with every change: calendars keep the highest. */
  sequence: number
  isCancelled: boolean
  title: string
  /** One event for each. */
  times: readonly { from: Date; to: Date }[]
  place: string | null
  url: string | null
  description: string
  /** When it is written. */
  now: Date
}

/**
 * An iCalendar file (RFC 5545) with one person's own entry and nobody else's: published, or cancelled under the same
 * UID with a higher sequence (RFC 5546, 3.2.5).
 */
export function makeCalendar(entry: CalendarEntry): Uint8Array {
  const { uid, sequence, isCancelled, title, times, place, url, description, now } = entry
  const calendar = ical({
    prodId: { company: 'Nhip Cau', product: 'training', language: 'VI' },
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  times.forEach(({ from, to }, at) => {
    calendar.createEvent({
      id: at === 0 ? uid : `${uid}-${at + 1}`,
      sequence,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      stamp: now,
      start: from,
      end: to,
      summary: title,
      description,
      location: place,
      ...(url !== null && { url }),
    })
  })
  return new TextEncoder().encode(calendar.toString())
}
