export type RateWindow = {
  /** How many more the window takes at a moment, in milliseconds. */
  free(at: number): number
  /** How long until it takes one, at least about. */
  freeIn(at: number): number
  /** Takes one, which holds its place until it is released, and from then until a moment. */
  take(): (until: number) => void
}

/** Beyond that nobody limits anything. */
const MOST_COUNTED = 10_000
/** When the next place is free is not known while all are held by messages without an answer. */
const LOOK_MS = 20

/**
 * Counts what a platform may still count as of its last second: a message holds its place until the platform can have
 * forgotten it, so that no second of the platform's own has one too many.
 */
export function createWindow(most: number): RateWindow {
  if (most > MOST_COUNTED) return { free: () => most, freeIn: () => 0, take: () => () => {} }
  let held: { until: number }[] = []
  const free = (at: number) => {
    held = held.filter(({ until }) => until > at)
    return Math.max(0, most - held.length)
  }
  return {
    free,
    freeIn(at) {
      if (free(at) > 0) return 0
      const next = Math.min(...held.map(({ until }) => until))
      return Number.isFinite(next) ? next - at : LOOK_MS
    },
    take() {
      const place = { until: Number.POSITIVE_INFINITY }
      held.push(place)
      return (until) => {
        place.until = until
      }
    },
  }
}

/** Answers after which a shortest time is forgotten: the way to the platform may have become longer. */
const REMEMBERED = 500

/** The shortest time that a message and its answer took of late, in milliseconds. */
export function createLatencyFloor(): { note(tookMs: number): number } {
  let before = Number.POSITIVE_INFINITY
  let now = Number.POSITIVE_INFINITY
  let count = 0
  return {
    note(tookMs) {
      now = Math.min(now, tookMs)
      const shortest = Math.min(before, now)
      count += 1
      if (count % REMEMBERED === 0) {
        before = now
        now = Number.POSITIVE_INFINITY
      }
      return shortest
    },
  }
}
