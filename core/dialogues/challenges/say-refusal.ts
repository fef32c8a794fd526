import { problemStatementForm } from '../../challenges/statement-form.ts'
import type { Refusal } from '../../challenges/transition.ts'
import { findFieldById } from '../../forms/sequence.ts'
import { type Named, partyName } from '../../texts/challenge-states.ts'
import { moveTexts } from '../../texts/review-moves.ts'

/** Why a statement was not moved, for whoever tried. */
export function refusalText(refusal: Refusal, named: Named): string {
  switch (refusal.why) {
    case 'changed_meanwhile': {
      const { state, last } = refusal
      return moveTexts.changed(named, state, last && { ...last, by: partyName(last.actedAs) })
    }
    case 'incomplete': {
      const { fields, parts } = refusal.lacking
      const labels = fields.map((id) => findFieldById(problemStatementForm, id)?.label ?? id)
      return moveTexts.incomplete(labels, parts)
    }
    default:
      return moveTexts.refused[refusal.why]
  }
}
