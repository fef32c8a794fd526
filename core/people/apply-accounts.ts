import type { Transaction } from '../db.ts'
import type { Address, Reply } from '../message.ts'
import type { AccountsEffect } from './accounts.ts'
import { joinPeople } from './join-people.ts'
import { issueLinkCode, type Typing } from './link-code.ts'
import { partIdentity } from './part-identity.ts'

/** A message to somewhere else than the answer, with the key that makes it go out once. */
export type Notice = { key: string; to: Address; reply: Reply }

/**
 * Does what a turn wants done to the accounts of a person whom the caller has claimed. Throws `TryLater` when the turn
 * was decided on something that is no longer so.
 */
export async function applyAccounts(
  tx: Transaction,
  effect: AccountsEffect,
  of: Typing,
): Promise<Notice | null> {
  switch (effect.kind) {
    case 'issue_code':
      await issueLinkCode(tx, effect.code, of)
      return null
    case 'join': {
      const { pending, notice } = effect
      const to = await joinPeople(tx, { ...of, intoId: of.personId, pending })
      return { key: `linked-${pending.codeId}`, to, reply: notice }
    }
    case 'part':
      await partIdentity(tx, of)
      return null
    case 'prefer':
      await tx.person.update({ where: { id: of.personId }, data: { preferredChannel: effect.channel } })
      return null
  }
}
