import type { Deps } from '../../core/deps.ts'
import { findLapsed, leaveWithdrawn } from '../../core/training/sweep-seats.ts'
import { trainingSettle } from './training-settle.ts'

/**
 * Passes on the seats that are free without anybody having said so: offers that ran out, and the seats of people who
 * withdrew the consent to be kept. Each class in a transaction of its own; twice does no harm.
 */
export async function trainingSweep(deps: Deps): Promise<void> {
  const { prisma } = deps.database
  const now = deps.now()
  const left = await prisma.$transaction((tx) => leaveWithdrawn(tx, { now }))
  for (const sessionId of new Set([...left, ...(await findLapsed(prisma, { now }))])) {
    await trainingSettle({ sessionId }, deps)
  }
}
