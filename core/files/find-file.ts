import type { Transaction } from '../db.ts'
import type { FileContent } from '../message.ts'

export type FoundFile = FileContent & { personId: string }

/** A stored file with its content, or null where there is none or its time is over. */
export async function findFile(
  db: Transaction,
  { id, now }: { id: string; now: Date },
): Promise<FoundFile | null> {
  if (!isId(id)) return null
  return db.storedFile.findFirst({
    where: { id, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    select: { name: true, mime: true, bytes: true, personId: true },
  })
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
