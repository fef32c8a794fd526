export type Step = { index: number; again: boolean }

/**
 * The order in which one person's messages 0 … count-1 reach us: now and then two neighbours the wrong way round, and
 * now and then one again later. `rate` is how often, from 0 to 1.
 */
export function planTraffic(count: number, rate: number, random: () => number): Step[] {
  const order = Array.from({ length: count }, (_, index) => index)
  for (let at = 0; at + 1 < count; at += 1) {
    if (random() >= rate) continue
    const [first, second] = [order[at] ?? 0, order[at + 1] ?? 0]
    order[at] = second
    order[at + 1] = first
    at += 1
  }
  return order.map((index) => ({ index, again: random() < rate }))
}

/** How many pairs of a plan come the wrong way round. */
export const countSwaps = (steps: Step[]): number =>
  steps.filter(({ index }, at) => index < (steps[at - 1]?.index ?? -1)).length
