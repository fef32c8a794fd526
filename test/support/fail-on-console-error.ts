import { afterEach, beforeEach, expect } from 'vitest'

const write = console.error
let complaints: unknown[][] = []

/** An error that is only printed is an error nobody handles. A test that expects one replaces `console.error` itself. */
beforeEach(() => {
  complaints = []
  console.error = (...args) => complaints.push(args)
})

afterEach(() => {
  console.error = write
  expect(complaints).toEqual([])
})
