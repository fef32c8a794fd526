import type { PrismaClient } from '../core/db.ts'
import { leaseLane, leaveLane } from '../core/sending/lease-lane.ts'

/** The right to poll one bot token: one process has it at a time. */
export type PollLease = {
  /** Takes or prolongs it. False while another process has it. Throws when the database is away. */
  take(): Promise<boolean>
  leave(): Promise<void>
  /** How often it must be prolonged. */
  prolongMs: number
}

/** A lease in the table of lanes, under a name no lane has. A dead process's runs out after `leaseMs`. */
export function createPollLease(
  prisma: PrismaClient,
  { channel, owner, leaseMs }: { channel: string; owner: string; leaseMs: number },
): PollLease {
  const lane = `poll-${channel}`
  return {
    take: async () => (await leaseLane(prisma, { lane, owner, leaseMs })).status !== 'taken',
    leave: () => leaveLane(prisma, { lane, owner }),
    prolongMs: leaseMs / 3,
  }
}
