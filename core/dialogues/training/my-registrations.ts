import type { DialogueContext, Effects } from '../../dialogue.ts'
import type { Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import { registerTexts } from '../../texts/training-register.ts'
import { acceptOffer, leave } from '../../training/answer-offer.ts'
import { ACTIVE } from '../../training/registration-states.ts'
import { findSessions, type Session } from '../../training/session.ts'
import { storeCalendar } from './calendar-file.ts'

/** A registration that is the person's to decide on. `name`: set for a colleague whom they named. */
export type OwnRegistration = {
  id: string
  session: Session
  state: string
  offeredUntil: Date | null
  name: string | null
}

/** What a person is registered for and has not begun, colleagues they named included; the earliest first. */
export async function findOwnRegistrations({ db, person, now }: DialogueContext): Promise<OwnRegistration[]> {
  const rows = await db.registration.findMany({
    where: {
      state: { in: ACTIVE },
      session: { startsAt: { gt: now }, state: { not: 'cancelled' } },
      OR: [{ personId: person.id }, { personId: null, registeredById: person.id }],
    },
    orderBy: [{ session: { startsAt: 'asc' } }, { createdAt: 'asc' }],
  })
  const sessions = await findSessions(db, { ids: rows.map(({ sessionId }) => sessionId) })
  return rows.flatMap((row) => {
    const session = sessions.find(({ id }) => id === row.sessionId)
    const name = row.personId === null ? row.name : null
    return session ? [{ id: row.id, session, state: row.state, offeredUntil: row.offeredUntil, name }] : []
  })
}

/** As many as fit on a phone. */
const MOST_SHOWN = 5

export async function showMine(context: DialogueContext): Promise<Found> {
  const own = await findOwnRegistrations(context)
  const text =
    own.length === 0
      ? registerTexts.noneOfMine
      : own
          .slice(0, MOST_SHOWN)
          .map((each) => registerTexts.mine(each.session, each))
          .join('\n\n')
  return { say: [{ text: plainText(text) }] }
}

/** Takes or gives up the seat that is kept; of several, the one whose time is over first. */
export async function answerOffer(answer: 'accept' | 'refuse', context: DialogueContext): Promise<Found> {
  const offers = (await findOwnRegistrations(context)).filter(({ state }) => state === 'offered')
  const [offer] = offers.toSorted(
    (a, b) => (a.offeredUntil?.getTime() ?? 0) - (b.offeredUntil?.getTime() ?? 0),
  )
  if (offer === undefined) return { say: [{ text: plainText(registerTexts.noOffer) }] }
  if (answer === 'refuse') return { say: [], effects: { write: leaving(offer, context) } }
  const write: Effects['write'] = async (tx, { personId, identityId, now }) => {
    const owner = { registrationId: offer.id, personId }
    const { status } = await acceptOffer(tx, owner, { now, newId: context.newId })
    if (status !== 'registered') return [{ text: plainText(registerTexts.offerTooLate) }]
    const registration = await tx.registration.findUniqueOrThrow({ where: { id: offer.id } })
    const file = await storeCalendar(tx, offer.session, { registration, personId, identityId, now })
    return [{ text: plainText(registerTexts.registered(offer.session)), file }]
  }
  return { say: [], effects: { write } }
}

/** Gives up a registration in the turn, with the calendar entry that takes it out again. */
export const leaving =
  (
    { id, session }: Pick<OwnRegistration, 'id' | 'session'>,
    { newId }: DialogueContext,
  ): NonNullable<Effects['write']> =>
  async (tx, { personId, identityId, now }) => {
    const left = await leave(tx, { registrationId: id, personId }, { now, newId })
    if (left.status !== 'left') return [{ text: plainText(registerTexts.leaveTooLate) }]
    const registration = await tx.registration.findUniqueOrThrow({ where: { id } })
    const file = await storeCalendar(tx, session, { registration, personId, identityId, left: true, now })
    return [{ text: plainText(registerTexts.left(session)), file }]
  }
