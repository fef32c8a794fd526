import { renderWebReply } from './render.ts'

type Entry = Parameters<typeof renderWebReply>[0]

export type EventStreamDeps = {
  /** Entries after an id, in order; none when all have been read. */
  read(afterId: string): Promise<Entry[]>
  subscribe(onNew: () => void): () => void
  /** Ends the stream, so that the server can close. */
  closing: AbortSignal
  onFault(fault: unknown): void
}

/** Shorter than the minute after which proxies cut a silent connection. */
export const HEARTBEAT_MS = 15_000
const RETRY_MS = 2_000

/**
 * The replies after `afterId` and every later one, as server-sent events (WHATWG HTML, section 9.2).
 * A cursor the mailbox does not know (another database, a pruned mailbox) reads from the start.
 * Nothing is subscribed before the first read of the stream, and nothing stays subscribed after it ends.
 */
export function createEventStream(afterId: string | null, deps: EventStreamDeps): ReadableStream<Uint8Array> {
  const gone = new AbortController()
  const events = streamEvents(afterId ?? '', gone.signal, deps)
  const encoder = new TextEncoder()
  return new ReadableStream(
    {
      async pull(controller) {
        const next = await events.next()
        if (next.done) controller.close()
        else controller.enqueue(encoder.encode(next.value))
      },
      async cancel() {
        gone.abort()
        await events.return()
      },
    },
    { highWaterMark: 0 },
  )
}

async function* streamEvents(
  afterId: string,
  gone: AbortSignal,
  deps: EventStreamDeps,
): AsyncGenerator<string, void, void> {
  const bell = createBell()
  const unsubscribe = deps.subscribe(bell.ring)
  const heartbeat = setInterval(bell.beat, HEARTBEAT_MS)
  deps.closing.addEventListener('abort', bell.beat)
  gone.addEventListener('abort', bell.beat)
  try {
    yield `retry: ${RETRY_MS}\n\n`
    let cursor = await knownCursor(afterId, deps.read)
    while (!deps.closing.aborted && !gone.aborted) {
      for (const entry of bell.takeRing() ? await deps.read(cursor) : []) {
        cursor = entry.id
        bell.ring()
        yield `id: ${entry.id}\nevent: reply\ndata: ${JSON.stringify(renderWebReply(entry))}\n\n`
      }
      if (await bell.nextIsBeat()) yield 'event: beat\ndata:\n\n'
    }
  } catch (fault) {
    deps.onFault(fault)
  } finally {
    deps.closing.removeEventListener('abort', bell.beat)
    clearInterval(heartbeat)
    unsubscribe()
  }
}

async function knownCursor(afterId: string, read: EventStreamDeps['read']): Promise<string> {
  if (!/^[1-9]\d{0,17}$/.test(afterId)) return '0'
  const [entry] = await read(String(BigInt(afterId) - 1n))
  return entry?.id === afterId ? afterId : '0'
}

/** Remembers that something is new, or that it is time for a sign of life, and wakes whoever waits for either. */
function createBell() {
  let rung = true
  let beaten = false
  let wake = () => {}
  return {
    ring() {
      rung = true
      wake()
    },
    beat() {
      beaten = true
      wake()
    },
    takeRing() {
      const was = rung
      rung = false
      return was
    },
    /** Waits for a ring or a beat; true for a beat. */
    async nextIsBeat() {
      if (!rung && !beaten) {
        const woken = Promise.withResolvers<void>()
        wake = woken.resolve
        await woken.promise
      }
      const was = beaten
      beaten = false
      return was
    },
  }
}
