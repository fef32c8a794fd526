import { z } from 'zod'
import type { Deps } from '../deps.ts'
import type { Conversation } from '../handle.ts'
import { conversation } from '../texts/conversation.ts'
import { type Consents, findConsents, noticeVersion } from './consent.ts'

const dialogueSchema = z.object({ name: z.string(), version: z.number(), state: z.unknown() }).nullable()
const promptSchema = z
  .object({
    id: z.string(),
    choices: z.array(z.object({ id: z.string(), label: z.string() })),
    closed: z.boolean(),
  })
  .nullable()

export type Known = {
  before: Conversation
  consents: Consents
  notice: { text: string; version: string }
}

/** What is known of a person before their next message: where the conversation stands, and what they agreed to. */
export async function readConversation(
  personId: string,
  deps: Pick<Deps, 'database' | 'settings'>,
): Promise<Known> {
  const { prisma } = deps.database
  const { operatorName, keepTextDays } = deps.settings
  const text = conversation.consentNotice(operatorName, keepTextDays)
  const notice = { text, version: noticeVersion(text) }
  const person = await prisma.person.findUniqueOrThrow({ where: { id: personId } })
  const kept = await prisma.inbound.findFirst({
    where: { personId, handledAt: { not: null } },
    orderBy: { id: 'desc' },
    select: { text: true },
  })
  return {
    before: {
      dialogue: dialogueSchema.parse(person.dialogue),
      prompt: promptSchema.parse(person.prompt),
      introduced: person.introducedAt !== null,
      consentOffered: person.consentOfferedAt !== null,
      keptQuestion: kept?.text ?? null,
    },
    consents: await findConsents(prisma, personId, notice.version),
    notice,
  }
}
