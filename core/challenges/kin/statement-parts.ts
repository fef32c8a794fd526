import type { Answers } from '../../forms/form.ts'
import type { Part } from './read-profile.ts'

const TITLE = 2

/** The fields that say what the problem is, with how much they count. The title comes late in a draft. */
const FIELDS: readonly [id: string, weight: number][] = [
  ['title', TITLE],
  ['problem', 1],
  ['description', 0.5],
  ['causes', 0.5],
  ['affected', 0.4],
]

/** What of a statement is compared with others; [] while nothing of it is written. */
export function statementParts(answers: Answers): Part[] {
  const parts = FIELDS.flatMap(([id, weight]) => {
    const answer = answers[id]
    return answer?.kind === 'text' && answer.text.trim() !== '' ? [{ text: answer.text, weight }] : []
  })
  // Whatever comes first stands for the title until there is one.
  return parts.map((part, at) => (at === 0 ? { ...part, weight: TITLE } : part))
}
