import { expect, test } from 'vitest'
import type { DueDelivery } from '../../../core/sending/find-due.ts'
import { createRecorder, type Tried } from '../../../core/sending/record-outcomes.ts'

const tried = (id: bigint): Tried => ({
  delivery: {
    ...{ id, to: { channel: 'console', chatId: 'a' }, reply: null, purpose: 'alert', createdAt: new Date(0) },
    ...{ attempts: 1, abandoned: false, consent: null, campaignId: null },
  } satisfies DueDelivery,
  outcome: { status: 'sent', messageId: 'm' },
  at: new Date(0),
})

/** Statements that end when the test says so. */
function createDatabase() {
  const statements: { ids: bigint[]; end: (fault?: Error) => void }[] = []
  const recorder = createRecorder(
    (batch) =>
      new Promise((resolve, reject) => {
        const ids = batch.map(({ delivery }) => delivery.id)
        statements.push({ ids, end: (fault) => (fault ? reject(fault) : resolve()) })
      }),
  )
  return { statements, recorder, written: () => statements.map(({ ids }) => ids) }
}

test('what comes while a statement is under way goes with the next, and each resolves with its own', async () => {
  const { statements, recorder, written } = createDatabase()
  const first = recorder.add(tried(1n))
  const others = [recorder.add(tried(2n)), recorder.add(tried(3n))]
  statements[0]?.end()
  await first
  const late = recorder.add(tried(4n))
  expect(written()).toEqual([[1n], [2n, 3n]])
  statements[1]?.end()
  await Promise.all(others)
  statements[2]?.end()
  await late
  expect(written()).toEqual([[1n], [2n, 3n], [4n]])
})

test('what could not be written is kept, and written with the next', async () => {
  const { statements, recorder, written } = createDatabase()
  const first = recorder.add(tried(1n))
  statements[0]?.end(new Error('the database is away'))
  await first
  const flushed = recorder.flush()
  statements[1]?.end()
  await flushed
  expect(written()).toEqual([[1n], [1n]])
})

test('a flush says that it failed, and nothing is lost by it', async () => {
  const { statements, recorder, written } = createDatabase()
  const first = recorder.add(tried(1n))
  statements[0]?.end(new Error('away'))
  await first
  const flushed = recorder.flush()
  statements[1]?.end(new Error('still away'))
  await expect(flushed).rejects.toThrow('still away')
  const again = recorder.flush()
  statements[2]?.end()
  await again
  expect(written()).toEqual([[1n], [1n], [1n]])
})

test('a flush with nothing to write ends at once', async () => {
  await createDatabase().recorder.flush()
})
