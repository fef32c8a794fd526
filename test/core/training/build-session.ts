import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '../../../core/db.ts'
import type { Seating } from '../../../core/training/seating.ts'

export const NOW = new Date('2026-11-21T09:00:00+07:00')

export const seatingAt = (now: Date = NOW): Seating => ({ now, newId: randomUUID })

type SessionColumns = Parameters<PrismaClient['trainingSession']['create']>[0]['data']

/** A session on 01/12/2026 at 08:00 with what a test says of it. */
export async function createSession(
  prisma: PrismaClient,
  changes: Partial<SessionColumns> & { course?: string } = {},
) {
  const { course: title = 'Sở hữu trí tuệ', ...columns } = changes
  const titleKey = title.toLowerCase()
  const course = await prisma.course.upsert({
    where: { titleKey },
    create: { title, titleKey, createdAt: NOW },
    update: {},
  })
  const id = randomUUID()
  const startsAt = new Date((columns.startsAt as Date | undefined) ?? '2026-12-01T08:00:00+07:00')
  const endsAt = new Date((columns.endsAt as Date | undefined) ?? startsAt.getTime() + 3.5 * 3_600_000)
  return prisma.trainingSession.create({
    data: {
      id,
      code: `LOP-${id.slice(0, 6).toUpperCase()}`,
      importKey: id,
      courseId: course.id,
      times: [{ from: startsAt.toISOString(), to: endsAt.toISOString() }],
      startsAt,
      endsAt,
      checkInSecret: 'secret',
      createdAt: NOW,
      changedAt: NOW,
      ...columns,
    } as never,
  })
}

/** People on the console, one account each. */
export async function createPeople(prisma: PrismaClient, count: number) {
  const people = Array.from({ length: count }, () => ({ personId: randomUUID(), identityId: randomUUID() }))
  await prisma.person.createMany({ data: people.map(({ personId }) => ({ id: personId })) })
  await prisma.identity.createMany({
    data: people.map(({ personId, identityId }) => ({
      id: identityId,
      personId,
      homeId: personId,
      channel: 'console',
      externalId: identityId,
      chatId: identityId,
      lastInboundAt: NOW,
    })),
  })
  return people
}

/** Units without other names, as many as a test needs. */
export async function createUnits(prisma: PrismaClient, count: number) {
  const units = Array.from({ length: count }, (_, at) => ({
    code: `u${at + 1}`,
    kind: 'ward',
    name: `Số ${at + 1}`,
  }))
  await prisma.unit.createMany({ data: units })
  return units
}
