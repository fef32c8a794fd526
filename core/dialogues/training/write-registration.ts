import type { Transaction } from '../../db.ts'
import type { Effects } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Reply } from '../../message.ts'
import { trainingTexts } from '../../texts/training.ts'
import { registerTexts } from '../../texts/training-register.ts'
import { courseKey } from '../../training/course-key.ts'
import { type Registered, register } from '../../training/register.ts'
import { findSessions, type Session } from '../../training/session.ts'
import { storeCalendar } from './calendar-file.ts'

type Write = NonNullable<Effects['write']>
type Wanted = { code: string; unitCode: string | null; newId: () => string }

/** Registers who speaks, and says what came of it: known only here, for somebody else may have been first. */
export function registerSelf({ code, unitCode, name, newId }: Wanted & { name: string }): Write {
  return async (tx, { personId, identityId, now }) => {
    const [session] = await findSessions(tx, { code })
    if (session === undefined) return said(registerTexts.unknownSession)
    const who = { kind: 'self' as const, personId, identityId, name }
    const done = await register(
      tx,
      { sessionId: session.id, unit: await findUnit(tx, unitCode), who },
      { now, newId },
    )
    if (done.status !== 'registered') return said(outcome(done, session))
    const registration = await tx.registration.findUniqueOrThrow({ where: { id: done.registrationId } })
    const file = await storeCalendar(tx, session, { registration, personId, identityId, now })
    return [{ text: plainText(registerTexts.registered(session)), file }]
  }
}

/** Registers colleagues whom a unit's lead named, all in one transaction, and says of each what came of it. */
export function registerColleagues({ code, unitCode, names, newId }: Wanted & { names: string[] }): Write {
  return async (tx, { personId, identityId, now }) => {
    const [session] = await findSessions(tx, { code })
    if (session === undefined) return said(registerTexts.unknownSession)
    const unit = await findUnit(tx, unitCode)
    const lines: string[] = []
    for (const name of names) {
      const who = {
        kind: 'colleague' as const,
        name,
        nameKey: courseKey(name),
        byPersonId: personId,
        byIdentityId: identityId,
      }
      const done = await register(tx, { sessionId: session.id, unit, who }, { now, newId })
      if (done.status === 'registered') lines.push(registerTexts.colleagueRegistered(name))
      else if (done.status === 'waiting') lines.push(registerTexts.colleagueWaiting(name, done.position))
      else if (done.status === 'already') lines.push(registerTexts.colleagueAlready(name))
      else return said(outcome(done, session))
    }
    return said(registerTexts.colleagues(session, lines))
  }
}

function outcome(done: Exclude<Registered, { status: 'registered' }>, session: Session): string {
  switch (done.status) {
    case 'waiting':
      return registerTexts.waiting(session, done.position, done.because)
    case 'already':
      return registerTexts.already(session, done.state)
    case 'closed':
      return trainingTexts.closed(done.why, session.registerBy)
    case 'not_for_unit':
      return registerTexts.notForUnit(session)
    case 'needs_unit':
      return registerTexts.needsUnit
    case 'gone':
      return registerTexts.unknownSession
  }
}

const findUnit = (tx: Transaction, code: string | null) =>
  code === null ? null : tx.unit.findUnique({ where: { code }, select: { code: true, kind: true } })

const said = (text: string): Reply[] => [{ text: plainText(text) }]
