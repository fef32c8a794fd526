import type { Transaction } from '../../core/db.ts'

/** Waits, inside a transaction, until `other` is over or somebody waits for this one; on a server, where two really run at once. */
export async function untilWaiting(tx: Transaction, other: Promise<unknown>): Promise<void> {
  let isOver = false
  const over = () => {
    isOver = true
  }
  other.then(over, over)
  while (!isOver) {
    const [row] = await tx.$queryRaw<{ waits: boolean }[]>`
      select exists (select from pg_locks
        where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))) as waits`
    if (row?.waits) return
  }
}
