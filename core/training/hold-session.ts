import type { Transaction } from '../db.ts'

/** What decides who gets a seat in a session. */
export type SeatRules = {
  id: string
  state: string
  startsAt: Date
  registerBy: Date | null
  seats: number | null
  seatsPerUnit: number | null
  tiers: string[]
  unitCodes: string[]
}

/**
 * Reads what decides who gets a seat, and holds the session's row until the transaction ends: whoever else wants a seat
 * of it waits, and then counts what was written here. Null where there is no such session.
 */
export async function holdSession(tx: Transaction, sessionId: string): Promise<SeatRules | null> {
  await tx.$executeRaw`select 1 from "TrainingSession" where id = ${sessionId}::uuid for update`
  return tx.trainingSession.findUnique({ where: { id: sessionId }, select: RULES })
}

const RULES = {
  id: true,
  state: true,
  startsAt: true,
  registerBy: true,
  seats: true,
  seatsPerUnit: true,
  tiers: true,
  unitCodes: true,
}
