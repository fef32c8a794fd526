import type { Telling } from './measure-likeness.ts'
import type { Profile } from './read-profile.ts'

/** So many statements are thought to be there already, so that the first few do not change every figure. */
const BACKGROUND = 300

/** How telling terms are by how many of the statements have them: the idf, over that of a term that none has. */
export function countTelling(profiles: readonly Profile[]): Telling {
  const having = new Map<string, number>()
  for (const { terms, plain } of profiles) {
    for (const term of new Set([...terms.keys(), ...plain.keys()]))
      having.set(term, (having.get(term) ?? 0) + 1)
  }
  const statements = BACKGROUND + profiles.length
  return (term) => Math.log(statements / (1 + (having.get(term) ?? 0))) / Math.log(statements)
}
