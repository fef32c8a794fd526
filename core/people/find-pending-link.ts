import type { PrismaClient } from '../db.ts'
import type { ChannelName } from '../message.ts'
import type { Prompt } from '../resolve-choice.ts'
import type { PendingLink } from './accounts.ts'
import { dialogueSchema, shelvedSchema } from './saved-dialogue.ts'

/** What the choice to join begins with; the id of the code follows. */
export const JOIN = 'link:'

/**
 * Whom the code of an open question would bring in; null when the question is another one, or the code was used, ended,
 * or belongs to the same person by now.
 */
export async function findPendingLink(
  prisma: PrismaClient,
  prompt: Prompt | null,
  { personId, now }: { personId: string; now: Date },
): Promise<PendingLink | null> {
  const [first] = prompt === null || prompt.closed ? [] : prompt.choices
  if (!first?.id.startsWith(JOIN)) return null
  const codeId = first.id.slice(JOIN.length)
  const code = await prisma.linkCode.findFirst({
    where: { id: codeId, usedAt: null, expiresAt: { gt: now }, identity: { personId: { not: personId } } },
    include: { identity: { include: { person: true } } },
  })
  if (code === null) return null
  const { channel, person } = code.identity
  return {
    codeId,
    personId: person.id,
    // Written by `receive` only, from values of this type.
    channel: channel as ChannelName,
    dialogue: dialogueSchema.parse(person.dialogue),
    shelved: shelvedSchema.parse(person.shelved) ?? [],
  }
}
