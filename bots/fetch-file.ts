import type { OpenedAttachment } from '../core/message.ts'
import { readBody } from './read-body.ts'

/** What we take from anybody: a problem statement with pictures has room, a film has not. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024
/** A person waits, and their claim runs meanwhile. */
const FETCH_MS = 10_000

/** Fetches a file from an address that a platform gave. Never throws, and never tells the address to anybody. */
export type FetchFile = (url: string) => Promise<OpenedAttachment>

/**
 * Makes the fetcher of files that lie with a platform: at most `MAX_FILE_BYTES`, within 10 seconds, without following
 * to another place. The name is the last part of the address; a channel that knows a better one puts it in its place.
 */
export function createFetchFile({
  fetch = globalThis.fetch,
}: {
  fetch?: typeof globalThis.fetch
}): FetchFile {
  return async (url) => {
    try {
      const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) })
      if ([403, 404, 410].includes(answer.status)) return await leave(answer, 'gone')
      if (!answer.ok) return await leave(answer, 'unavailable')
      const bytes = await readBody(answer, MAX_FILE_BYTES)
      if (bytes === 'too_large') return { status: 'too_big' }
      return { status: 'opened', name: nameIn(url), bytes }
    } catch {
      return { status: 'unavailable' }
    }
  }
}

/** Unread, the body would hold the connection. */
async function leave(
  { body }: Response,
  status: 'gone' | 'unavailable',
): Promise<{ status: 'gone' | 'unavailable' }> {
  await body?.cancel()
  return { status }
}

function nameIn(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
