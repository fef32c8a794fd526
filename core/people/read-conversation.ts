import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { DialogueContext } from '../dialogue.ts'
import type { ChannelName } from '../message.ts'
import { readInviting } from '../read-inviting.ts'
import type { Conversation } from '../turn.ts'
import { findConsents, hasConsent } from './consent.ts'
import { currentNotice } from './current-notice.ts'
import { findGrants } from './find-grants.ts'
import { findLinks } from './find-links.ts'
import { findPendingLink } from './find-pending-link.ts'
import { lookUpLinkCode } from './link-code.ts'
import { dialogueSchema, shelvedSchema } from './saved-dialogue.ts'
import { findParting } from './sides-of-link.ts'

const promptSchema = z
  .object({
    id: z.string(),
    choices: z.array(z.object({ id: z.string(), label: z.string() })),
    closed: z.boolean(),
  })
  .nullable()

export type Known = {
  before: Conversation
  /** What a dialogue is told of the person. */
  context: Omit<DialogueContext, 'newCode' | 'openAttachment'>
}

/** `typed`: the words of the message, null where they could be no code (a group, a button, a marked text). */
export type Reading = { personId: string; identityId: string; channel: ChannelName; typed: string | null }

/**
 * What is known of a person before their next message: where the conversation stands, what they agreed to, which
 * accounts are theirs. A code they typed is looked up here, and the try counted.
 */
export async function readConversation(
  { personId, identityId, channel, typed }: Reading,
  deps: Pick<Deps, 'database' | 'settings' | 'model' | 'now' | 'newId'>,
): Promise<Known> {
  const { prisma } = deps.database
  const { telegramBotName } = deps.settings
  const now = deps.now()
  const notice = currentNotice(deps.settings)
  const person = await prisma.person.findUniqueOrThrow({
    where: { id: personId },
    include: { identities: { orderBy: { createdAt: 'asc' } } },
  })
  const dialogue = dialogueSchema.parse(person.dialogue)
  const prompt = promptSchema.parse(person.prompt)
  const waitsForWords = dialogue !== null && (prompt === null || prompt.closed)
  const identityIds = person.identities.map(({ id }) => id)
  const links = await findLinks(prisma, identityIds)
  const leaving = findParting(identityId, { identityIds, links })?.leave ?? []
  const consents = await findConsents(prisma, { identityIds, links, version: notice.version })
  const { model } = deps
  const mayAskModel = model !== null && (!model.abroad || hasConsent(consents, 'model_abroad'))
  const inviting = await readInviting(prisma, personId, { newId: deps.newId, telegramBot: telegramBotName })
  return {
    before: {
      dialogue,
      shelved: shelvedSchema.parse(person.shelved) ?? [],
      prompt,
      introduced: person.introducedAt !== null,
      consentOffered: person.consentOfferedAt !== null,
      accounts: person.identities.map((identity) => ({
        identityId: identity.id,
        channel: channelName(identity.channel),
        here: identity.id === identityId,
        leaves: leaving.includes(identity.id),
        blocked: identity.blockedAt !== null,
      })),
      preferredChannel: person.preferredChannel === null ? null : channelName(person.preferredChannel),
      linkCode:
        typed === null
          ? null
          : await lookUpLinkCode(prisma, typed, { personId, identityId, now, bare: !waitsForWords }),
      pendingLink: await findPendingLink(prisma, prompt, { personId, now }),
      keptQuestion: await findKeptQuestion(personId, deps),
    },
    context: {
      db: prisma,
      person: { id: personId, identityId, channel, actor: await findGrants(prisma, personId) },
      now,
      newId: deps.newId,
      model: mayAskModel ? model.of(personId) : null,
      consents,
      notice,
      programme: { name: deps.settings.operatorName, publicUrl: deps.settings.publicUrl },
      ...(inviting && { inviting }),
    },
  }
}

async function findKeptQuestion(
  personId: string,
  { database }: Pick<Deps, 'database'>,
): Promise<string | null> {
  const kept = await database.prisma.inbound.findFirst({
    where: { personId, handledAt: { not: null } },
    orderBy: { id: 'desc' },
    select: { text: true },
  })
  return kept?.text ?? null
}

/** Both columns are written by us only, from values of this type. */
const channelName = (name: string) => name as ChannelName
