import { createHash } from 'node:crypto'
import type { PrismaClient, Transaction } from '../db.ts'
import { TryLater } from '../errors.ts'
import type { ChannelName } from '../message.ts'
import { fold, normalise } from '../vietnamese.ts'
import { limitLinkAttempts, returnLinkAttempt } from './limit-link-attempts.ts'

/** How long a code may be used. */
export const LINK_CODE_MS = 10 * 60_000

/** What is said of a code that was typed. Nothing tells a code that never was from one that somebody else used. */
export type FoundLink =
  | { status: 'found'; codeId: string; channel: ChannelName }
  | { status: 'own' | 'linked_already' | 'expired' | 'unknown' }
  | { status: 'limited'; by: 'person' | 'everybody' }

export type Typing = { personId: string; identityId: string; now: Date }

/** Six digits from the random bits of a UUID (version 4). */
export function linkCode(uuid: string): string {
  const bits = BigInt(`0x${uuid.replaceAll('-', '').slice(-12)}`)
  return String(bits % 1_000_000n).padStart(6, '0')
}

/**
 * The six digits of a message that consists of a code, alone or after "liên kết", "mã" or "/start"; null for anything
 * else. With `bare` false the digits alone do not count: a dialogue waits for words, and they are its answer.
 */
export function readLinkCode(text: string, { bare }: { bare: boolean }): string | null {
  const found = CODE.exec(fold(normalise(text.slice(0, LONGEST_READ))).trim())
  if (!found || (found[1] === undefined && !bare)) return null
  return `${found[2]}${found[3]}`
}

/**
 * Stores a code for an identity; codes given to the same person before end. Throws `TryLater` when the same digits are
 * in use: the turn is then made again with others.
 */
export async function issueLinkCode(tx: Transaction, code: string, { personId, identityId, now }: Typing) {
  const longEnded = new Date(now.getTime() - KEEP_ENDED_MS)
  await tx.linkCode.deleteMany({
    where: { OR: [{ identity: { personId } }, { expiresAt: { lt: longEnded } }] },
  })
  const expiresAt = new Date(now.getTime() + LINK_CODE_MS)
  const count = await tx.$executeRaw`
    insert into "LinkCode" (id, "identityId", "codeHash", "expiresAt")
    values (gen_random_uuid(), ${identityId}::uuid, ${hashOf(code)}, ${expiresAt})
    on conflict ("codeHash") do nothing`
  if (count === 0) throw new TryLater(0)
}

/**
 * Says what a typed code is to the one who typed it; null for a message that is no code. Counts the try in a transaction
 * of its own, whatever becomes of the turn; a code that is right does not count.
 */
export async function lookUpLinkCode(
  prisma: PrismaClient,
  text: string,
  typing: Typing & { bare: boolean },
): Promise<FoundLink | null> {
  const code = readLinkCode(text, typing)
  return code === null ? null : prisma.$transaction((tx) => findLinkCode(tx, code, typing))
}

async function findLinkCode(tx: Transaction, code: string, typing: Typing): Promise<FoundLink> {
  const limited = await limitLinkAttempts(tx, typing)
  if (limited !== null) return { status: 'limited', by: limited }
  const found = await tx.linkCode.findUnique({
    where: { codeHash: hashOf(code) },
    include: { identity: { select: { personId: true, channel: true } } },
  })
  if (found === null) return { status: 'unknown' }
  const { identity, identityId, usedAt, expiresAt, id } = found
  const isOwn = identity.personId === typing.personId
  if (usedAt !== null) return { status: isOwn ? 'linked_already' : 'unknown' }
  if (expiresAt <= typing.now) return { status: 'expired' }
  await returnLinkAttempt(tx, typing)
  if (isOwn) return { status: identityId === typing.identityId ? 'own' : 'linked_already' }
  // Written by `receive` only, from values of this type.
  return { status: 'found', codeId: id, channel: identity.channel as ChannelName }
}

const WORDS = '(?:/?start|/?lien ?ket|/?noi tai khoan|ma(?: lien ket)?)'
const CODE = new RegExp(`^(${WORDS}[\\s:]+)?(\\d{3})[ -]?(\\d{3})[.!]?$`)
const LONGEST_READ = 80
/** So that whoever comes too late is told so. */
const KEEP_ENDED_MS = 24 * 3_600_000

/** Six digits are soon tried out, so the hash hides a code from a reader of a table or a backup, no longer than it lives. */
const hashOf = (code: string) => createHash('sha256').update(`link-code:${code}`).digest('hex')
