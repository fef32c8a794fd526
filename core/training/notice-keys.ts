/** What a person is told of a class without having asked: one delivery for each of these. */
export type TrainingNotice =
  | { kind: 'reminder'; sessionId: string; personId: string; startsAt: Date; minutes: number }
  | { kind: 'change'; sessionId: string; personId: string; revision: number }
  | { kind: 'seat'; registrationId: string; revision: number }

/** The key of its delivery. A reminder of a class that was moved is another one. */
export function noticeKey(notice: TrainingNotice): string {
  switch (notice.kind) {
    case 'reminder': {
      const { sessionId, personId, startsAt, minutes } = notice
      return `training-remind-${sessionId}-${personId}-${startsAt.getTime()}-${minutes}`
    }
    case 'change':
      return `training-change-${notice.sessionId}-${notice.personId}-${notice.revision}`
    case 'seat':
      return `training-seat-${notice.registrationId}-${notice.revision}`
  }
}

const ID = '([0-9a-f-]{36})'
const REMINDER = new RegExp(`^training-remind-${ID}-${ID}-(\\d+)-(\\d+)$`)
const CHANGE = new RegExp(`^training-change-${ID}-${ID}-(\\d+)$`)
const SEAT = new RegExp(`^training-seat-${ID}-(\\d+)$`)

/** What such a key names; null for other keys. */
export function readNoticeKey(key: string): TrainingNotice | null {
  const [, remindedOf, reminded, startsAt, minutes] = REMINDER.exec(key) ?? []
  if (remindedOf !== undefined && reminded !== undefined) {
    const at = { startsAt: new Date(Number(startsAt)), minutes: Number(minutes) }
    return { kind: 'reminder', sessionId: remindedOf, personId: reminded, ...at }
  }
  const [, changed, told, revision] = CHANGE.exec(key) ?? []
  if (changed !== undefined && told !== undefined)
    return { kind: 'change', sessionId: changed, personId: told, revision: Number(revision) }
  const [, registrationId, ofSeat] = SEAT.exec(key) ?? []
  return registrationId === undefined ? null : { kind: 'seat', registrationId, revision: Number(ofSeat) }
}
