import type { DialogueContext, Effects } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import { importTexts } from '../../texts/training-import.ts'
import { planTexts } from '../../texts/training-plan.ts'
import { applyImport } from '../../training/import/apply-import.ts'
import type { ImportedSession } from '../../training/import/imported-session.ts'
import { findSessions } from '../../training/session.ts'
import type { Unit } from '../../units/unit.ts'
import { describeAudience } from './describe-audience.ts'

/** The class as it will be, for who confirms it. */
export function previewPlan(session: ImportedSession, units: readonly Unit[]): string {
  const notes = session.notes.filter((note) => note !== 'no_place')
  const times = session.times
  return planTexts.preview(session, describeAudience(session, units), importTexts.notes({ notes, times }))
}

/** Writes a class that is not in the schedule yet, and gives its code; says so where it is. */
export function writePlan(
  session: ImportedSession,
  state: 'open' | 'announced',
  { now, newId }: DialogueContext,
): NonNullable<Effects['write']> {
  return async (tx, { personId }) => {
    const find = async () => {
      const known = await tx.trainingSession.findUnique({ where: { importKey: session.key } })
      return known && ((await findSessions(tx, { ids: [known.id] }))[0] ?? null)
    }
    const known = await find()
    if (known) return [{ text: plainText(planTexts.known(known)) }]
    await applyImport(tx, [{ ...session, state }], { now, newId, byId: personId })
    const added = await find()
    if (!added) throw new Error('a class that was just written is there')
    return [{ text: plainText(planTexts.added(added)) }]
  }
}
