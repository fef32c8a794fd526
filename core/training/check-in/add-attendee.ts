import type { Transaction } from '../../db.ts'
import { courseKey } from '../course-key.ts'
import { holdSession } from '../hold-session.ts'
import { markPresent } from './mark-attendance.ts'

export type Added = { status: 'added' | 'marked' | 'present_already' }

type Adding = {
  sessionId: string
  name: string
  unitCode: string
  by: { personId: string; identityId: string }
  now: Date
  newId: () => string
}

/**
 * Puts somebody on the list who came without a seat, and marks them as there. Who is on it by that name already is only
 * marked. Seats are not counted: whoever stands in the room has one.
 */
export async function addAttendee(tx: Transaction, adding: Adding): Promise<Added> {
  const { sessionId, name, unitCode, by, now } = adding
  await holdSession(tx, sessionId)
  const key = courseKey(name)
  const ofUnit = await tx.registration.findMany({ where: { sessionId, unitCode } })
  const known = ofUnit
    .filter((row) => courseKey(row.name ?? '') === key)
    .toSorted((a, b) => rank(a.state) - rank(b.state))[0]
  if (known?.state === 'attended') return { status: 'present_already' }
  const id = known?.id ?? adding.newId()
  if (known === undefined) {
    await tx.registration.create({
      data: {
        ...{ id, sessionId, unitCode, name, nameKey: key, state: 'registered', source: 'staff' },
        ...{ registeredById: by.personId, identityId: by.identityId, createdAt: now, changedAt: now },
      },
    })
  } else if (known.state === 'cancelled') {
    // Who gave the seat up and came all the same.
    await tx.registration.update({
      where: { id },
      data: { state: 'registered', offeredUntil: null, waitingNumber: null, changedAt: now },
    })
  }
  await markPresent(tx, { sessionId, registrationIds: [id], how: 'list', byId: by.personId, now })
  return { status: known === undefined ? 'added' : 'marked' }
}

const ORDER = ['attended', 'registered', 'offered', 'waiting']
const rank = (state: string) => (ORDER.includes(state) ? ORDER.indexOf(state) : ORDER.length)
