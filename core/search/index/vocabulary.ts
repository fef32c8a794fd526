import { fold } from '../../vietnamese.ts'

/** The syllables of the indexed passages, numbered in the order they first appear. */
export type Vocabulary = {
  /** The number of a syllable, or -1. */
  find(syllable: string): number
  /** The number of a folded syllable, or -1. */
  findFolded(folded: string): number
  foldedOf(syllable: number): number
  textOf(syllable: number): string
  foldedTextOf(syllable: number): string
  /** Every syllable with this folded form. */
  spellings(folded: number): readonly number[]
  /** How often a syllable stands in the passages. */
  count(syllable: number): number
  size(): number
}

/** Takes in syllables one by one (`add` counts it and returns its number) while the passages are read. */
export function createVocabulary(): Vocabulary & { add(syllable: string): number } {
  const ids = new Map<string, number>()
  const foldedIds = new Map<string, number>()
  const texts: string[] = []
  const foldedOf: number[] = []
  const foldedTexts: string[] = []
  const spellings: number[][] = []
  const counts: number[] = []

  function enter(syllable: string): number {
    const id = ids.size
    const form = fold(syllable)
    let folded = foldedIds.get(form)
    if (folded === undefined) {
      folded = foldedIds.size
      foldedIds.set(form, folded)
      foldedTexts.push(form)
      spellings.push([])
    }
    ids.set(syllable, id)
    texts.push(syllable)
    foldedOf.push(folded)
    spellings[folded]?.push(id)
    counts.push(0)
    return id
  }
  return {
    add(syllable) {
      const id = ids.get(syllable) ?? enter(syllable)
      counts[id] = (counts[id] ?? 0) + 1
      return id
    },
    find: (syllable) => ids.get(syllable) ?? -1,
    findFolded: (folded) => foldedIds.get(folded) ?? -1,
    foldedOf: (syllable) => foldedOf[syllable] ?? -1,
    textOf: (syllable) => texts[syllable] ?? '',
    foldedTextOf: (syllable) => foldedTexts[foldedOf[syllable] ?? -1] ?? '',
    spellings: (folded) => spellings[folded] ?? [],
    count: (syllable) => counts[syllable] ?? 0,
    size: () => ids.size,
  }
}
