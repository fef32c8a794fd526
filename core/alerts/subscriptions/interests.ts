import { CHALLENGE_FIELDS, type ChallengeField } from '../../challenge-fields.ts'
import { plainWords } from '../../commands.ts'

/**
 * What one subscription asks for. A challenge fits when `everything` is set, or when each list that is not empty has a
 * member that fits: "thuế, quận 1 cũ" in one breath is both, not either.
 */
export type Interests = {
  everything: boolean
  fields: ChallengeField[]
  unitCodes: string[]
  /** As typed; compared folded, as whole words. */
  keywords: string[]
}

export const NO_INTERESTS: Interests = { everything: false, fields: [], unitCodes: [], keywords: [] }

export function isEmpty({ everything, fields, unitCodes, keywords }: Interests): boolean {
  return !everything && fields.length + unitCodes.length + keywords.length === 0
}

/** A row's interests. A field that is no more is left out. */
export function interestsOf(row: {
  everything: boolean
  fields: readonly string[]
  unitCodes: readonly string[]
  keywords: readonly string[]
}): Interests {
  return {
    everything: row.everything,
    fields: CHALLENGE_FIELDS.filter((field) => row.fields.includes(field)),
    unitCodes: [...row.unitCodes],
    keywords: [...row.keywords],
  }
}

/**
 * The same wishes in as few subscriptions as say the same: those of one kind alone become one list, everything takes the
 * others in, the same wish twice is one.
 */
export function mergeInterests(all: readonly Interests[]): Interests[] {
  if (all.some(({ everything }) => everything)) return [{ ...NO_INTERESTS, everything: true }]
  const merged: Interests[] = []
  const pure: Partial<Record<Kind, Interests>> = {}
  for (const wanted of all) {
    const kinds = KINDS.filter((kind) => wanted[kind].length > 0)
    const [kind] = kinds
    if (kind === undefined) continue
    const known = kinds.length === 1 ? pure[kind] : undefined
    if (known !== undefined) {
      Object.assign(known, { [kind]: [...new Set([...known[kind], ...wanted[kind]])] })
    } else if (!merged.some((other) => sameInterests(other, wanted))) {
      const copy = { ...wanted }
      merged.push(copy)
      if (kinds.length === 1) pure[kind] = copy
    }
  }
  return merged
}

type Kind = 'fields' | 'unitCodes' | 'keywords'
const KINDS: readonly Kind[] = ['fields', 'unitCodes', 'keywords']

/** Whether two subscriptions ask for the same. */
export function sameInterests(one: Interests, other: Interests): boolean {
  return one.everything === other.everything && KINDS.every((kind) => keyOf(one[kind]) === keyOf(other[kind]))
}

const keyOf = (list: readonly string[]) => JSON.stringify(list.map((each) => plainWords(each)).toSorted())
