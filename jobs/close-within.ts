/** Longer than any job in hand takes. */
const CLOSE_MS = 10_000

/** Closes gently; where that does not end in time (BullMQ waits for ever for a Redis that is away), by force. */
export async function closeWithin(closing: {
  gently(): Promise<void>
  byForce(): Promise<void>
}): Promise<void> {
  const late = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => late.resolve('late'), CLOSE_MS)
  try {
    if ((await Promise.race([closing.gently(), late.promise])) === 'late') await closing.byForce()
  } finally {
    clearTimeout(timer)
  }
}
