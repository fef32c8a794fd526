import { expect, test } from 'vitest'
import { watchFetch } from '../../bots/watch-fetch.ts'

const AT = new Date(0)

test('a platform that does not answer is unreachable until it does', async () => {
  let answers: (() => Promise<Response>)[] = []
  const watched = watchFetch({
    now: () => AT,
    fetch: () => answers.shift()?.() ?? Promise.reject(new TypeError('fetch failed')),
  })
  expect(watched.unreachableSince()).toBeNull()
  await expect(watched.fetch('http://localhost')).rejects.toThrow('fetch failed')
  expect(watched.unreachableSince()).toBe(AT)
  answers = [async () => new Response(null, { status: 500 })]
  await watched.fetch('http://localhost')
  expect(watched.unreachableSince()).toBeNull()
})

test('a request that we ended ourselves says nothing', async () => {
  const stop = new AbortController()
  stop.abort()
  const watched = watchFetch({ now: () => AT })
  await expect(watched.fetch('http://localhost', { signal: stop.signal })).rejects.toThrow()
  expect(watched.unreachableSince()).toBeNull()
})
