import type { Transaction } from '../db.ts'
import { announce } from './announce.ts'

type Version = {
  challengeId: string
  version: number
  kind: 'published' | 'changed' | 'deadline_extended'
  now: Date
}

/**
 * Tells people of a version of a challenge, in the transaction that published it: of the first those who subscribed to
 * what it is about, of later ones those who follow it. Said again, nothing happens twice.
 */
export function announceVersion(tx: Transaction, of: Version): Promise<{ campaignId: string }> {
  return announce(tx, { ...of, key: `alert-${of.challengeId}-${of.version}` })
}
