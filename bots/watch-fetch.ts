export type WatchedFetch = {
  fetch: typeof globalThis.fetch
  /** Since when no request has been answered, or null when the last one was. */
  unreachableSince(): Date | null
}

/**
 * A `fetch` that remembers whether the other side answers at all: any answer counts, whatever it says. A request that
 * we gave up ourselves says nothing.
 */
export function watchFetch({
  fetch = globalThis.fetch,
  now,
}: {
  fetch?: typeof globalThis.fetch
  now: () => Date
}): WatchedFetch {
  let since: Date | null = null
  return {
    unreachableSince: () => since,
    async fetch(input, init) {
      try {
        const answer = await fetch(input, init)
        since = null
        return answer
      } catch (fault) {
        if (!(fault instanceof Error && fault.name === 'AbortError')) since ??= now()
        throw fault
      }
    },
  }
}
