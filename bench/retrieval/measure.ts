import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Passage } from '../../core/search/build-index.ts'
import type { Question } from './question-set.ts'
import { typeAs, type Variant } from './variants.ts'

export type Searcher = (query: string, k: number) => string[]
/** What is measured: a name and how to make a searcher of passages. */
export type Contestant = { name: string; build: (passages: readonly Passage[]) => Searcher }

export type Built = { search: Searcher; buildMs: number; heapMb: number }
export type Measured = { first: number; five: number; mrr: number; p50: number; p95: number }

const TOP = 10
const WARM_UP = 100
const RUNS = 3

/** Builds a contestant's index and weighs it: heap and array buffers, after collecting the garbage on both sides. */
export async function measureBuild({ build }: Contestant, passages: readonly Passage[]): Promise<Built> {
  const before = await settledMemory()
  const start = performance.now()
  const search = build(passages)
  const buildMs = performance.now() - start
  const after = await settledMemory()
  search('khởi động', 1)
  return { search, buildMs, heapMb: (after - before) / 2 ** 20 }
}

/** Asks every question, typed one way. Shares are in per cent, times in milliseconds of one search each. */
export function measureSearch(search: Searcher, questions: readonly Question[], variant: Variant): Measured {
  for (const question of questions.slice(0, WARM_UP)) search(typeAs(variant, question), TOP)
  const times: number[] = []
  let first = 0
  let five = 0
  let mrr = 0
  for (const question of questions) {
    const typed = typeAs(variant, question)
    const { found, ms } = searchTimed(search, typed)
    times.push(ms)
    const rank = found.findIndex((id) => question.gold.includes(id)) + 1
    if (rank === 0) continue
    mrr += 1 / rank
    if (rank === 1) first++
    if (rank <= 5) five++
  }
  times.sort((one, other) => one - other)
  const share = (count: number) => (100 * count) / questions.length
  const quantile = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0
  return { first: share(first), five: share(five), mrr: share(mrr), p50: quantile(0.5), p95: quantile(0.95) }
}

/** The quickest of three runs: what a search costs, not what else the machine was doing. */
function searchTimed(search: Searcher, query: string): { found: string[]; ms: number } {
  let found: string[] = []
  let ms = Number.POSITIVE_INFINITY
  for (let run = 0; run < RUNS; run++) {
    // The index remembers how it read its last question: each run must read this one anew.
    search('một câu hỏi khác', 1)
    const start = performance.now()
    found = search(query, TOP)
    ms = Math.min(ms, performance.now() - start)
  }
  return { found, ms }
}

async function settledMemory(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect !== 'function') throw new Error('this Node has no garbage collector to call')
  for (let time = 0; time < 3; time++) {
    collect()
    // Array buffers are given back by a task of their own.
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
