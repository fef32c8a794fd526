import { randomUUID } from 'node:crypto'
import type { ChallengeState } from '../../core/challenges/transitions.ts'
import type { Writer } from '../../core/dialogue.ts'
import type { Answers } from '../../core/forms/form.ts'
import type { ChannelName } from '../../core/message.ts'
import { currentNotice } from '../../core/people/current-notice.ts'
import type { Role } from '../../core/people/roles.ts'
import { parseReply } from '../../core/reply-json.ts'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import type { TestDatabase } from './database.ts'

/** Rows of people and statements as a test needs them, written past the chat. */

/** Wards by their code, without former names. */
export async function createUnits(
  { prisma }: TestDatabase,
  names: Readonly<Record<string, string>>,
): Promise<void> {
  const data = Object.entries(names).map(([code, name]) => ({ code, kind: 'ward', name }))
  await prisma.unit.createMany({ data })
}

type Wanted = { role?: Role; unitCode?: string; consents?: boolean; lastInboundAt?: Date; blocked?: boolean }

/** A person on the console who agreed to be remembered unless `consents` is false; gives who writes as them. */
export async function createPerson(
  { prisma }: TestDatabase,
  { role, unitCode, consents = true, lastInboundAt = new Date(0), blocked = false }: Wanted = {},
): Promise<Writer> {
  const channel: ChannelName = 'console'
  const externalId = randomUUID()
  const { id: personId } = await prisma.person.create({ data: {} })
  const { id: identityId } = await prisma.identity.create({
    data: {
      ...{ personId, homeId: personId, channel, externalId, chatId: externalId, lastInboundAt },
      ...(blocked && { blockedAt: lastInboundAt }),
    },
  })
  if (consents) {
    const { version } = currentNotice(DEFAULT_SETTINGS)
    await prisma.consent.create({
      data: { personId, identityId, purpose: 'account', choice: 'granted', noticeVersion: version, channel },
    })
  }
  if (role)
    await prisma.roleGrant.create({ data: { personId, identityId, role, unitCode: unitCode ?? null } })
  return { personId, identityId, channel, inboundId: 0n, now: new Date() }
}

type Row = {
  author: Pick<Writer, 'personId' | 'identityId'>
  state?: ChallengeState
  unitCode?: string
  answers?: Answers
  code?: string
  touchedAt?: Date
  keepUntil?: Date
  publishAt?: Date
  deadline?: Date
}

/** A statement in the state wanted, without the moves that lead there; gives its id. */
export async function createStatement(
  { prisma }: TestDatabase,
  { author, answers = {}, code = `BT-${randomUUID().slice(0, 8)}`, ...row }: Row,
): Promise<string> {
  const { personId: authorId, identityId } = author
  const { id } = await prisma.challenge.create({
    data: { ...row, code, name: `bản nháp ${code}`, authorId, identityId, formVersion: 1, answers },
  })
  return id
}

/** Answers in words, by the id of the field. */
export const inWords = (texts: Readonly<Record<string, string>>): Answers =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { kind: 'text', text }]))

/** What was queued for a person beside replies, oldest first. */
export async function noticesTo({ prisma }: TestDatabase, personId: string): Promise<string[]> {
  const rows = await prisma.delivery.findMany({
    where: { personId, purpose: { not: 'reply' } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ body }) => parseReply(body).text.text)
}
