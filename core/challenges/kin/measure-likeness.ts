import type { Profile } from './read-profile.ts'

/** How telling a term is, 0…1: 1 for one that no statement has. */
export type Telling = (term: string) => number

export type KinLevel = 'same' | 'kin'

/** Found on the tuning pairs, with the weights of `read-terms.ts` and `statement-parts.ts`: bench/kin/README.md. */
const MATTERS = 0.3
const LEAN = 0.7
const PLAIN = 0.64
const FLOORS = { same: 0.44, kin: 0.22 }

/**
 * How like two statements are, 0…1: what they share of each other's words, by how telling the words are, and how far
 * they are about the same matters. Of what nobody has put on the list of same words, the plain words they share tell;
 * people who do not copy share few, so the first ones weigh most.
 */
export function measureLikeness(one: Profile, other: Profile, telling: Telling): number {
  const words = sharedWords(one.terms, other.terms, telling)
  const listed = (1 - MATTERS) * words + MATTERS * cosine(one.matters, other.matters)
  return Math.max(listed, PLAIN * Math.sqrt(sharedWords(one.plain, other.plain, telling)))
}

/** `same`: one solution would do for both. `kin`: the same matter, another problem. Null: neither. */
export function levelOf(likeness: number): KinLevel | null {
  if (likeness >= FLOORS.same) return 'same'
  return likeness >= FLOORS.kin ? 'kin' : null
}

type Weights = ReadonlyMap<string, number>

/** The share in both directions, leaning to the higher: a short statement is like a long one that contains it. */
function sharedWords(one: Weights, other: Weights, telling: Telling): number {
  let shared = 0
  for (const [term, weight] of one) shared += Math.min(weight, other.get(term) ?? 0) * telling(term)
  if (shared === 0) return 0
  const shares = [one, other].map((terms) => shared / total(terms, telling))
  return LEAN * Math.max(...shares) + (1 - LEAN) * Math.min(...shares)
}

function total(terms: Weights, telling: Telling): number {
  let sum = 0
  for (const [term, weight] of terms) sum += weight * telling(term)
  return sum
}

function cosine(one: Weights, other: Weights): number {
  let product = 0
  for (const [matter, weight] of one) product += weight * (other.get(matter) ?? 0)
  return product === 0 ? 0 : product / Math.sqrt(squares(one) * squares(other))
}

const squares = (weights: Weights) => [...weights.values()].reduce((sum, weight) => sum + weight ** 2, 0)
