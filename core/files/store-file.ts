import type { Transaction } from '../db.ts'
import { safeFileName } from './file-name.ts'

export type FileToStore = {
  /** Given where the file is known by it before it is stored. */
  id?: string
  /** Whose file it is, and the account it came by or was made for. */
  personId: string
  identityId: string | null
  name: string
  mime: string
  bytes: Uint8Array
  /** When it is deleted; null: with whatever it belongs to. */
  expiresAt: Date | null
}

/** Stores a file in the transaction given. What comes back is a reply's `file`. */
export async function storeFile(tx: Transaction, file: FileToStore): Promise<{ id: string; name: string }> {
  const { id, personId, identityId, mime, bytes, expiresAt } = file
  return tx.storedFile.create({
    data: {
      ...(id !== undefined && { id }),
      personId,
      identityId,
      name: safeFileName(file.name),
      mime,
      bytes: new Uint8Array(bytes),
      expiresAt,
    },
    select: { id: true, name: true },
  })
}
