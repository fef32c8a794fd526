/** The places of the `k` highest scores above zero, best first; equal scores keep their order. */
export function topPlaces(scores: Float64Array, k: number): number[] {
  const best: number[] = []
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0
    if (score <= 0 || (best.length === k && score <= (scores[best[k - 1] ?? 0] ?? 0))) continue
    let at = best.length
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at--
    best.splice(at, 0, place)
    if (best.length > k) best.pop()
  }
  return best
}
