import { buildIndex, type Index } from '../../search/build-index.ts'
import { countTelling } from './count-telling.ts'
import { measureLikeness } from './measure-likeness.ts'
import { type Part, type Profile, readProfile } from './read-profile.ts'
import { readPhrases } from './read-terms.ts'
import { SAME_WORDS, type Thing } from './same-words.ts'

export type Indexed = { id: string; parts: readonly Part[] }
export type Likened = Indexed & { likeness: number }

export type KinIndex = {
  /** The statements that are like the one asked for at all, at most 60, best first. */
  search(parts: readonly Part[]): Likened[]
  /** How like two statements are, neither of which has to be in the index. */
  compare(one: readonly Part[], other: readonly Part[]): number
}

/** So many are looked at closely. Far more than are shown, so that what the search ranks low is not lost. */
const LOOKED_AT = 60

/**
 * Indexes statements (ids are unique) for finding those like another. Takes some seconds for 5,000, so it is built
 * outside transactions and kept. The Vietnamese index chooses whom to look at, likeness decides; it is taken of the
 * statement as typed and as most likely meant, whichever is higher. `sameWords` is what different words are known for.
 */
export function buildKinIndex(
  statements: readonly Indexed[],
  sameWords: readonly Thing[] = SAME_WORDS,
): KinIndex {
  const phrases = readPhrases(sameWords)
  const profileOf = (parts: readonly Part[]) => readProfile(parts, phrases)
  const profiled = new Map(statements.map((each) => [each.id, { ...each, profile: profileOf(each.parts) }]))
  const all = [...profiled.values()]
  const index = buildIndex(
    all.map(({ id, parts, profile }) => ({ id, title: '', text: searched(parts, profile) })),
  )
  const telling = countTelling(all.map(({ profile }) => profile))

  function search(parts: readonly Part[]): Likened[] {
    const meant = profileOf(parts.map((part) => ({ ...part, text: mend(part.text, index) })))
    const asked = [profileOf(parts), meant]
    const likened = index.search(searched(parts, meant), LOOKED_AT).flatMap(({ id }) => {
      const found = profiled.get(id)
      if (found === undefined) return []
      const likeness = Math.max(...asked.map((profile) => measureLikeness(profile, found.profile, telling)))
      return [{ id, parts: found.parts, likeness }]
    })
    return likened.toSorted((one, other) => other.likeness - one.likeness)
  }
  return {
    search,
    compare: (one, other) => measureLikeness(profileOf(one), profileOf(other), telling),
  }
}

/** The words of a statement, and its matters as words of their own, so that kin without a common word is found. */
function searched(parts: readonly Part[], { matters }: Profile): string {
  const names = [...matters.keys()].map((matter) => `matter${matter.replaceAll(' ', '')}`)
  return [...parts.map(({ text }) => text), names.join('. ')].join('\n')
}

/** Slips repaired sentence by sentence, by the words of the statements that are there. */
const mend = (text: string, index: Index) =>
  text
    .split(/(?<=[.,;:!?\n])/)
    .map((sentence) => index.restore(sentence))
    .join('\n')
