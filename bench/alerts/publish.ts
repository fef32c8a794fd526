import { randomUUID } from 'node:crypto'
import { announceVersion } from '../../core/alerts/announce-version.ts'
import type { Database } from '../../core/db.ts'

/** Publishes a challenge of a field and tells of it; gives the campaign. */
export async function publish({ prisma }: Database, field: string): Promise<bigint> {
  const challengeId = randomUUID()
  const now = new Date()
  const { campaignId } = await prisma.$transaction(async (tx) => {
    const author = await tx.person.create({ data: {} })
    const title = 'Giảm thời gian chờ khám tại trạm y tế phường'
    const code = `BT-${challengeId.slice(0, 5).toUpperCase()}`
    await tx.challenge.create({
      data: {
        id: challengeId,
        code,
        name: title,
        state: 'PUBLISHED',
        authorId: author.id,
        formVersion: 1,
        version: 1,
      },
    })
    const version = { challengeId, version: 1, title, field, contact: '', kind: 'published' }
    await tx.challengeVersion.create({
      data: { ...version, text: { problem: 'Người dân chờ lâu' }, publishedAt: now },
    })
    return announceVersion(tx, { challengeId, version: 1, kind: 'published', now })
  })
  return BigInt(campaignId)
}

/** Resolves when a campaign is in one of these states. Throws after `withinMs`. */
export async function waitFor(
  { prisma }: Database,
  id: bigint,
  states: string[],
  { withinMs, everyMs }: { withinMs: number; everyMs: number },
): Promise<void> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const { state } = await prisma.campaign.findUniqueOrThrow({ where: { id }, select: { state: true } })
    if (states.includes(state)) return
    if (Date.now() > deadline) throw new Error(`the campaign is still ${state}`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
