import type { Measured } from './measure.ts'
import type { Variant } from './variants.ts'

/** What is promised on the development set (R@1 in %), and for every variant R@5. */
const FIRST: Partial<Record<Variant, number>> = { original: 91, 'no diacritics': 91, typos: 90, both: 89 }
const FIVE = 97
const P95_MS = 10
/** What is promised for an index of 6,000 passages. */
const ENLARGED = { p95Ms: 30, buildMs: 10_000, heapMb: 100 }

/** What is worse than promised, a line each; an enlarged index is judged by time and memory only. */
export function missedFloors(
  results: ReadonlyMap<Variant, Measured>,
  { buildMs, heapMb }: { buildMs: number; heapMb: number },
  isWhole: boolean,
): string[] {
  const missed: string[] = []
  const p95Ms = isWhole ? P95_MS : ENLARGED.p95Ms
  for (const [variant, { first, five, p95 }] of results) {
    const floor = FIRST[variant]
    if (isWhole && floor !== undefined && first < floor)
      missed.push(`${variant}: R@1 ${first.toFixed(1)} < ${floor}`)
    if (isWhole && floor !== undefined && five < FIVE)
      missed.push(`${variant}: R@5 ${five.toFixed(1)} < ${FIVE}`)
    if (p95 > p95Ms) missed.push(`${variant}: p95 ${p95.toFixed(1)} ms > ${p95Ms} ms`)
  }
  if (buildMs > ENLARGED.buildMs) missed.push(`built in ${buildMs.toFixed(0)} ms > ${ENLARGED.buildMs} ms`)
  if (heapMb > ENLARGED.heapMb) missed.push(`${heapMb.toFixed(0)} MB > ${ENLARGED.heapMb} MB`)
  return missed
}
