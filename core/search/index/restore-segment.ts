import { fold } from '../../vietnamese.ts'
import type { LanguageModel } from './language-model.ts'
import { type Candidate, findCandidates } from './spelling-candidates.ts'
import { pairTerm } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

export type RestoreDeps = {
  vocabulary: Vocabulary
  model: LanguageModel
  /** Whether two folded syllables stand beside each other anywhere (a `pairTerm`). */
  knowsFoldedPair: (pair: number) => boolean
}

/**
 * The most likely reading of a typed segment in the language of the passages: marks restored, slips repaired
 * (Viterbi over the bigram model). Same length as the input; syllables the passages do not know stay as typed.
 * `marked`: the message has marks somewhere, so a bare syllable is likely meant. It errs on a few clean syllables in a hundred, so it is one more reading and never a replacement.
 */
export function restoreSegment(typed: readonly string[], marked: boolean, deps: RestoreDeps): string[] {
  const { vocabulary, model } = deps
  if (isFamiliar(typed, deps)) return [...typed]
  const lattice = typed.map((syllable, at) =>
    findCandidates(syllable, { marked, slips: maySlip(typed, at, deps) }, vocabulary),
  )
  const back = lattice.map((candidates) => new Int32Array(candidates.length))
  let costs = (lattice[0] ?? []).map(({ syllable, cost }) => cost + model.surprise(undefined, syllable))
  for (let at = 1; at < lattice.length; at++) {
    const previous = lattice[at - 1] ?? []
    costs = (lattice[at] ?? []).map(({ syllable, cost }, index) => {
      const best = cheapest(previous, costs, syllable, model)
      const path = back[at]
      if (path) path[index] = best.index
      return best.cost + cost
    })
  }
  return readBack(typed, lattice, back, costs, vocabulary)
}

/** Clean typing needs no repair: every neighbouring pair is one the passages have. */
function isFamiliar(typed: readonly string[], { vocabulary, model }: RestoreDeps): boolean {
  if (typed.length < 2) return false
  return typed.every(
    (syllable, at) =>
      at === 0 || model.knowsPair(vocabulary.find(typed[at - 1] ?? ''), vocabulary.find(syllable)),
  )
}

/** A syllable that stands beside its neighbours somewhere in the passages, marks aside, can only lack marks. */
function maySlip(
  typed: readonly string[],
  at: number,
  { vocabulary, knowsFoldedPair }: RestoreDeps,
): boolean {
  const form = (place: number) => vocabulary.findFolded(fold(typed[place] ?? ''))
  const fits = (first: number) =>
    first < 0 || first + 1 >= typed.length || knowsFoldedPair(pairTerm(form(first), form(first + 1)))
  return form(at) < 0 || !fits(at - 1) || !fits(at)
}

function cheapest(
  previous: readonly Candidate[],
  costs: readonly number[],
  next: number,
  model: LanguageModel,
) {
  let cost = Number.POSITIVE_INFINITY
  let index = 0
  for (const [from, { syllable }] of previous.entries()) {
    const through = (costs[from] ?? 0) + model.surprise(syllable, next)
    if (through >= cost) continue
    cost = through
    index = from
  }
  return { cost, index }
}

function readBack(
  typed: readonly string[],
  lattice: readonly Candidate[][],
  back: readonly Int32Array[],
  costs: readonly number[],
  vocabulary: Vocabulary,
): string[] {
  const restored: string[] = []
  let index = costs.indexOf(Math.min(...costs))
  for (let at = typed.length - 1; at >= 0; at--) {
    const syllable = lattice[at]?.[index]?.syllable ?? -1
    restored.unshift(syllable < 0 ? (typed[at] ?? '') : vocabulary.textOf(syllable))
    index = back[at]?.[index] ?? 0
  }
  return restored
}
