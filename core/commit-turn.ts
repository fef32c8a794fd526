import { applyInvitations } from './apply-invitations.ts'
import { JSON_NULL, type Transaction } from './db.ts'
import { TryLater } from './errors.ts'
import type { Address } from './message.ts'
import type { AccountsEffect } from './people/accounts.ts'
import { applyAccounts } from './people/apply-accounts.ts'
import { holdPerson } from './people/claim-person.ts'
import { recordConsents } from './people/consent.ts'
import { replyJson } from './reply-json.ts'
import { queueDeliveries } from './sending/queue-deliveries.ts'
import type { Turn } from './turn.ts'

export type TurnOf = {
  inboundId: bigint
  personId: string
  /** The account the message came through. */
  identityId: string
  /** The claim under which the turn was decided. */
  token: string
  to: Address
  keepText: boolean
  durationMs: number
}

type Committing = { claimMs: number; now: () => Date }

/**
 * Writes everything a turn wants, and its replies as deliveries, in the transaction given. Throws `TryLater` when the
 * claim was lost or the message was handled by somebody else meanwhile: nothing of the turn is then written.
 */
export async function commitTurn(tx: Transaction, turn: Turn, of: TurnOf, deps: Committing): Promise<void> {
  const { personId, inboundId } = of
  if (!(await holdPerson(tx, { personId, token: of.token, claimMs: deps.claimMs }))) throw new TryLater(0)
  const now = deps.now()
  const { count } = await tx.inbound.updateMany({
    where: { id: inboundId, handledAt: null },
    data: { handledAt: now, outcome: 'handled', ...(!of.keepText && NOTHING_KEPT) },
  })
  if (count === 0) throw new TryLater(0)

  await tx.$executeRaw`
    update "Person" set
      dialogue = ${turn.dialogue === null ? null : JSON.stringify(turn.dialogue)}::jsonb,
      prompt = ${turn.prompt === null ? null : JSON.stringify(turn.prompt)}::jsonb,
      shelved = ${turn.shelved.length === 0 ? null : JSON.stringify(turn.shelved)}::jsonb,
      "introducedAt" = coalesce("introducedAt", ${turn.introduced ? now : null}::timestamptz),
      "consentOfferedAt" = coalesce("consentOfferedAt", ${turn.consentOffered ? now : null}::timestamptz)
    where id = ${personId}::uuid`
  await recordConsents(tx, turn.effects.consents ?? [], {
    personId,
    identityId: of.identityId,
    channel: of.to.channel,
    inboundId,
  })
  if (turn.effects.consents?.some(endsKeeping)) {
    await tx.inbound.updateMany({ where: { personId, handledAt: { not: null } }, data: NOTHING_KEPT })
  }
  if (turn.effects.accounts) await changeAccounts(tx, turn.effects.accounts, of, now)
  if (turn.effects.openQuestion) {
    await tx.openQuestion.create({ data: { ...turn.effects.openQuestion, personId, inboundId } })
  }
  if (turn.evidence) {
    await tx.answer.create({ data: { ...turn.evidence, inboundId, durationMs: of.durationMs } })
  }
  const { identityId, to } = of
  const written = await turn.effects.write?.(tx, {
    personId,
    identityId,
    channel: to.channel,
    inboundId,
    now,
  })
  const told = await applyInvitations(tx, turn.effects, { personId, identityId, now })
  const replies = givesCode(turn)
    ? turn.replies.map((reply) => ({ ...reply, secret: true as const }))
    : turn.replies
  await sendReplies(tx, [...(written ?? []), ...replies, ...told].map(replyJson), of)
}

async function changeAccounts(tx: Transaction, effect: AccountsEffect, of: TurnOf, now: Date): Promise<void> {
  const notice = await applyAccounts(tx, effect, { ...of, now })
  if (!notice) return
  const { key, to, reply } = notice
  await queueDeliveries(tx, [{ key, body: replyJson(reply) }], {
    to,
    personId: of.personId,
    purpose: 'reply',
  })
}

/** Writes replies to one message as deliveries of the channel it came from. The key makes a second try harmless. */
export async function sendReplies(
  tx: Transaction,
  bodies: ReturnType<typeof replyJson>[],
  of: Pick<TurnOf, 'inboundId' | 'personId' | 'to'>,
): Promise<void> {
  const keyed = bodies.map((body, index) => ({ key: `reply-${of.inboundId}-${index + 1}`, body }))
  await queueDeliveries(tx, keyed, { ...of, purpose: 'reply' })
}

const givesCode = ({ effects }: Turn) =>
  effects.invitation !== undefined || effects.accounts?.kind === 'issue_code'

/** What is left of a message that may not be kept. */
export const NOTHING_KEPT = { text: null, choice: null, attachment: JSON_NULL }

const endsKeeping = (entry: { purpose: string; choice: string }) =>
  entry.purpose === 'quality_review' && entry.choice !== 'granted'
