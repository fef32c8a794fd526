import { commitTurn, NOTHING_KEPT, sendReplies } from '../../core/commit-turn.ts'
import type { Transaction } from '../../core/db.ts'
import type { Deps } from '../../core/deps.ts'
import { TryLater } from '../../core/errors.ts'
import { openStored } from '../../core/files/stored-attachment.ts'
import { plainText } from '../../core/formatted-text.ts'
import { handle } from '../../core/handle.ts'
import { faultFields } from '../../core/log.ts'
import type { Address, Attachment, OpenedAttachment } from '../../core/message.ts'
import { claimPerson, releasePerson } from '../../core/people/claim-person.ts'
import { hasConsent } from '../../core/people/consent.ts'
import { holdsCode } from '../../core/people/holds-code.ts'
import { linkCode } from '../../core/people/link-code.ts'
import { readConversation } from '../../core/people/read-conversation.ts'
import { signDialogue } from '../../core/people/saved-dialogue.ts'
import { referenceCode } from '../../core/reference-code.ts'
import { replyJson } from '../../core/reply-json.ts'
import { conversation } from '../../core/texts/conversation.ts'

/** How long to wait for a person whom another process is just handling. */
const BUSY_MS = 250

type Claim = { personId: string; token: string }
type Waiting = {
  id: bigint
  identityId: string
  text: string | null
  choice: string | null
  flags: string[]
  attempts: number
  group: boolean
  attachment: Attachment | null
  to: Address
}

/**
 * Handles what a person has sent and is not handled yet, oldest first. Throws `TryLater` while another process holds
 * the person; throws the fault of a failed try until the message's attempts are used up, then sends a canned sentence.
 */
export async function handleMessage({ personId }: { personId: string }, deps: Deps): Promise<void> {
  const { prisma } = deps.database
  const token = await claimPerson(personId, { prisma, newId: deps.newId, claimMs: deps.settings.claimMs })
  if (token === null) throw new TryLater(BUSY_MS)
  try {
    for (;;) {
      const waiting = await oldestUnhandled(personId, deps)
      if (waiting === null) return
      await handleOne(waiting, { personId, token }, deps)
    }
  } finally {
    await releasePerson(prisma, personId, token)
  }
}

async function handleOne(waiting: Waiting, claim: Claim, deps: Deps): Promise<void> {
  const started = deps.now().getTime()
  try {
    const { before, context } = await readConversation(
      { ...waiting, ...claim, channel: waiting.to.channel, typed: typedText(waiting) },
      deps,
    )
    if (before.linkCode?.status === 'limited') {
      const { by } = before.linkCode
      deps.log[by === 'everybody' ? 'error' : 'warn']('link.limited', { person: claim.personId, by })
    }
    const turn = await handle(
      {
        text: waiting.text ?? '',
        flags: waiting.flags,
        group: waiting.group,
        ...(waiting.attachment !== null && { attachment: waiting.attachment }),
        ...(waiting.choice !== null && { choice: waiting.choice }),
      },
      before,
      {
        knowledge: await deps.knowledge(),
        context: {
          ...context,
          newCode: () => referenceCode(deps.newId()),
          openAttachment: (attachment) => openAttachment(attachment, { ...waiting, ...claim }, deps),
        },
        operatorName: deps.settings.operatorName,
        newPromptId: () => shortId(deps.newId()),
        newLinkCode: () => linkCode(deps.newId()),
        now: deps.now,
      },
    )
    const durationMs = deps.now().getTime() - started
    // A code is a key, and nothing to improve answers with: it is not kept, whatever was agreed to.
    const keepText = !holdsCode(waiting.text ?? '') && hasConsent(context.consents, 'quality_review')
    const { id: inboundId, to, identityId } = waiting
    const of = { inboundId, to, identityId, keepText, durationMs, ...claim }
    const dialogue = signDialogue(turn.dialogue, { before: before.dialogue, identityId })
    await deps.database.prisma.$transaction((tx) =>
      commitTurn(tx, { ...turn, dialogue }, of, { claimMs: deps.settings.claimMs, now: deps.now }),
    )
    deps.log.info('message.handled', { inbound: waiting.id, status: turn.evidence?.status, ms: durationMs })
  } catch (fault) {
    if (fault instanceof TryLater) throw fault
    await countFailure(waiting, claim, fault, deps)
  }
}

/** What was uploaded to us is read here; anything else the channel is asked for. */
async function openAttachment(
  attachment: Attachment,
  { personId, to }: Pick<Claim, 'personId'> & Pick<Waiting, 'to'>,
  deps: Deps,
): Promise<OpenedAttachment> {
  const stored = await openStored(deps.database.prisma, attachment, { personId, now: deps.now() })
  return stored ?? deps.openAttachment(to.channel, attachment)
}

/** In a group nothing personal is done, a button says nothing, and of a marked text nothing is read. */
const typedText = ({ text, choice, group, flags }: Waiting) =>
  group || choice !== null || flags.includes('state_secret') ? null : text

async function countFailure(waiting: Waiting, claim: Claim, fault: unknown, deps: Deps): Promise<void> {
  const attempts = waiting.attempts + 1
  deps.log.error('message.failed', { inbound: waiting.id, attempts, ...faultFields(fault) })
  const usedUp = attempts >= deps.settings.handleAttempts
  await deps.database.prisma.$transaction(async (tx) => {
    const { count } = await tx.inbound.updateMany({
      where: { id: waiting.id, handledAt: null },
      data: { attempts, ...(usedUp && { handledAt: deps.now(), outcome: 'failed', ...NOTHING_KEPT }) },
    })
    if (count === 1 && usedUp) await sayFailed(tx, waiting, claim)
  })
  if (!usedUp) throw fault
}

async function sayFailed(tx: Transaction, waiting: Waiting, { personId }: Claim): Promise<void> {
  const body = replyJson({ text: plainText(conversation.failed) })
  await sendReplies(tx, [body], { inboundId: waiting.id, personId, to: waiting.to })
}

async function oldestUnhandled(personId: string, deps: Deps): Promise<Waiting | null> {
  const found = await deps.database.prisma.inbound.findFirst({
    where: { personId, handledAt: null },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      identityId: true,
      text: true,
      choice: true,
      flags: true,
      attempts: true,
      group: true,
      attachment: true,
      channel: true,
      chatId: true,
    },
  })
  if (found === null) return null
  const { channel, chatId, attachment, ...rest } = found
  return { ...rest, attachment: parseAttachment(attachment), to: { channel: channelName(channel), chatId } }
}

/** Both columns are written by `receive` only, from values of these types. */
const channelName = (name: string) => name as Address['channel']
const parseAttachment = (json: unknown) => json as Attachment | null

/** Enough of a UUID to tell a person's questions apart. */
const shortId = (uuid: string) => uuid.slice(0, 8)
