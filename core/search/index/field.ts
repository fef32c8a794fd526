import { createNumberList } from './number-list.ts'

/** How soon a repeated term saturates (`k1`) and how much long passages are held back (`b`). */
export type Saturation = { k1: number; b: number }

/** One way of cutting passages into terms, ready to be scored. Terms and passages are numbers. */
export type Field = {
  /** Adds `weight` × BM25 of the term to every passage that has it. */
  addScores(term: number, weight: number, scores: Float64Array): void
  /** How telling a term is; an unknown term is as telling as one passage's own. */
  idf(term: number): number
  knows(term: number): boolean
  has(term: number, passage: number): boolean
}

export type FieldBuilder = {
  /** Counts a term for the passage in hand. */
  add(term: number): void
  endPassage(): void
  finish(saturation: Saturation): Field
}

/** Collects the terms of one passage after another and packs them into a `Field`. */
export function createFieldBuilder(): FieldBuilder {
  const ids = new Map<number, number>()
  const lastPosting: number[] = []
  const termOf = createNumberList()
  const counts = createNumberList()
  const ends: number[] = []
  const lengths: number[] = []
  let start = 0
  let length = 0
  return {
    add(term) {
      length++
      let id = ids.get(term)
      if (id === undefined) {
        id = ids.size
        ids.set(term, id)
        lastPosting.push(-1)
      }
      const posting = lastPosting[id] ?? -1
      if (posting >= start) return counts.increment(posting)
      lastPosting[id] = counts.push(1)
      termOf.push(id)
    },
    endPassage() {
      start = counts.size()
      ends.push(start)
      lengths.push(length)
      length = 0
    },
    finish: (saturation) =>
      packField({ ids, termOf: termOf.values(), found: counts.values(), ends, lengths }, saturation),
  }
}

type Collected = {
  ids: Map<number, number>
  termOf: Uint32Array
  found: Uint32Array
  ends: number[]
  lengths: number[]
}

/** Where a byte ends; BM25 has long saturated. */
const MAX_COUNT = 255

/** BM25 with the idf that is never negative (Robertson & Zaragoza 2009; the +1 is Lucene's). */
function packField({ ids, termOf, found, ends, lengths }: Collected, { k1, b }: Saturation): Field {
  const terms = Float64Array.from(ids.keys()).sort()
  const rankOf = new Uint32Array(terms.length)
  for (const [rank, term] of terms.entries()) rankOf[ids.get(term) ?? 0] = rank
  const starts = new Uint32Array(terms.length + 1)
  for (const id of termOf) increase(starts, (rankOf[id] ?? 0) + 1, 1)
  for (let rank = 0; rank < terms.length; rank++) increase(starts, rank + 1, starts[rank] ?? 0)

  const passages = ends.length <= 2 ** 16 ? new Uint16Array(termOf.length) : new Uint32Array(termOf.length)
  const counts = new Uint8Array(termOf.length)
  const next = starts.slice()
  let posting = 0
  for (const [passage, end] of ends.entries()) {
    for (; posting < end; posting++) {
      const rank = rankOf[termOf[posting] ?? 0] ?? 0
      const slot = next[rank] ?? 0
      passages[slot] = passage
      counts[slot] = Math.min(found[posting] ?? 0, MAX_COUNT)
      next[rank] = slot + 1
    }
  }
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1
  const held = Float64Array.from(lengths, (length) => k1 * (1 - b + (b * length) / meanLength))

  function idfOf(rank: number): number {
    const having = rank < 0 ? 0 : (starts[rank + 1] ?? 0) - (starts[rank] ?? 0)
    return Math.log(1 + (lengths.length - having + 0.5) / (having + 0.5))
  }
  const rankOfTerm = (term: number) => findSorted(terms, term, 0, terms.length)
  return {
    addScores(term, weight, scores) {
      const rank = rankOfTerm(term)
      if (rank < 0) return
      const full = weight * idfOf(rank) * (k1 + 1)
      const end = starts[rank + 1] ?? 0
      for (let slot = starts[rank] ?? 0; slot < end; slot++) {
        const passage = passages[slot] ?? 0
        const count = counts[slot] ?? 0
        increase(scores, passage, (full * count) / (count + (held[passage] ?? 0)))
      }
    },
    idf: (term) => idfOf(rankOfTerm(term)),
    knows: (term) => rankOfTerm(term) >= 0,
    has(term, passage) {
      const rank = rankOfTerm(term)
      return rank >= 0 && findSorted(passages, passage, starts[rank] ?? 0, starts[rank + 1] ?? 0) >= 0
    },
  }
}

function increase(numbers: Uint32Array | Float64Array, at: number, by: number): void {
  numbers[at] = (numbers[at] ?? 0) + by
}

/** The place of `wanted` in the sorted stretch [from, to), or -1. */
export function findSorted(
  sorted: Uint16Array | Uint32Array | Float64Array,
  wanted: number,
  from: number,
  to: number,
): number {
  let low = from
  let high = to - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const value = sorted[middle] ?? 0
    if (value === wanted) return middle
    if (value < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}
