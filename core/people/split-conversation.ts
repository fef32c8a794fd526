import type { Transaction } from '../db.ts'
import type { SavedDialogue } from '../dialogue.ts'
import { dialogueSchema, shelvedSchema } from './saved-dialogue.ts'

/** A person who is left with these accounts. `asked`: the question of this turn was put to them. */
type Side = { personId: string; identityIds: string[]; asked: boolean }

/**
 * Divides where the conversation of `stay` stands between the two people it is now of: a dialogue goes with the account
 * that last answered in it, or stays where none is known. Whoever of them never chose about their data is asked again.
 */
export async function splitConversation(
  tx: Transaction,
  { stay, leave, now }: { stay: Side; leave: Side; now: Date },
): Promise<void> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: stay.personId } })
  const dialogue = dialogueSchema.parse(person.dialogue)
  const shelved = shelvedSchema.parse(person.shelved) ?? []
  const leaves = (saved: SavedDialogue) => saved.by !== undefined && leave.identityIds.includes(saved.by)
  const stays = (saved: SavedDialogue) => !leaves(saved)
  const write = async ({ personId, identityIds, asked }: Side, isTheirs: typeof leaves) => {
    const kept = shelved.filter(isTheirs)
    await tx.$executeRaw`
      update "Person" person set
        dialogue = ${dialogue && isTheirs(dialogue) ? JSON.stringify(dialogue) : null}::jsonb,
        shelved = ${kept.length > 0 ? JSON.stringify(kept) : null}::jsonb,
        prompt = ${asked && person.prompt !== null ? JSON.stringify(person.prompt) : null}::jsonb,
        "introducedAt" = coalesce("introducedAt", ${now}),
        "consentOfferedAt" =
          (select max(at) from "Consent" consent where consent."identityId" = any(${identityIds}::uuid[])),
        "preferredChannel" = (select min(channel) from "Identity" identity
          where identity.id = any(${identityIds}::uuid[]) and identity.channel = person."preferredChannel")
      where id = ${personId}::uuid`
  }
  await write(stay, stays)
  await write(leave, leaves)
}
