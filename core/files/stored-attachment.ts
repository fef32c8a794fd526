import type { Transaction } from '../db.ts'
import type { Attachment, OpenedAttachment } from '../message.ts'
import { findFile } from './find-file.ts'

const PREFIX = 'stored:'

/** The reference of an attachment whose content we keep ourselves. */
export const storedRef = (fileId: string): string => PREFIX + fileId

/**
 * Reads an attachment that was uploaded to us; null where it is the platform's to read. `gone`: its time is over, or it
 * belongs to another person.
 */
export async function openStored(
  db: Transaction,
  attachment: Attachment,
  { personId, now }: { personId: string; now: Date },
): Promise<OpenedAttachment | null> {
  if (!attachment.ref?.startsWith(PREFIX)) return null
  const file = await findFile(db, { id: attachment.ref.slice(PREFIX.length), now })
  if (file === null || file.personId !== personId) return { status: 'gone' }
  return { status: 'opened', name: file.name, bytes: file.bytes }
}
