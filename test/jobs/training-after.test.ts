import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { currentNotice } from '../../core/people/current-notice.ts'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import { trainingAfter } from '../../jobs/handlers/training-after.ts'
import { createPeople, createSession, NOW } from '../core/training/build-session.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { backends } from '../support/database.ts'

const NEXT_MORNING = new Date('2026-12-02T08:00:00+07:00')

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))(
  'after a class on %s',
  (backend) => {
    let core: TestCore
    beforeAll(async () => {
      core = await openTestCore(backend, { now: () => NEXT_MORNING })
    })
    afterAll(() => core.close())

    test('120 who were there are written to once each by two processes, 30 who were not are absent', {
      timeout: 60_000,
    }, async () => {
      const { prisma } = core.database
      const { id: sessionId } = await createSession(prisma)
      const people = await createPeople(prisma, 150)
      const { version: noticeVersion } = currentNotice(DEFAULT_SETTINGS)
      await prisma.registration.createMany({
        data: people.slice(0, 150).map(({ personId, identityId }, at) => ({
          ...{ sessionId, personId, identityId, name: `Người ${at}`, createdAt: NOW, changedAt: NOW },
          state: at < 120 ? 'attended' : 'registered',
        })),
      })
      // Two of them took their consent back, or never gave it.
      await prisma.consent.createMany({
        data: people.slice(0, 118).map((each) => ({
          ...each,
          ...{ purpose: 'account', choice: 'granted', channel: 'console', noticeVersion },
        })),
      })
      await Promise.all(Array.from({ length: 2 }, () => trainingAfter(core.deps)))
      const keys = await prisma.delivery.findMany({ select: { key: true, personId: true } })
      expect(keys).toHaveLength(118)
      expect(new Set(keys.map(({ personId }) => personId)).size).toBe(118)
      expect(await prisma.registration.count({ where: { state: 'absent' } })).toBe(30)
      await trainingAfter(core.deps)
      expect(await prisma.delivery.count()).toBe(118)
    })

    test('a class that was cancelled, and one of last month that was imported late, are left alone', async () => {
      const { prisma } = core.database
      const before = await prisma.delivery.count()
      await createSession(prisma, { course: 'Hủy', state: 'cancelled' })
      const old = await createSession(prisma, {
        course: 'Cũ',
        startsAt: new Date('2026-11-01T08:00:00+07:00'),
      })
      await trainingAfter(core.deps)
      expect(await prisma.delivery.count()).toBe(before)
      const { followedUpAt } = await prisma.trainingSession.findUniqueOrThrow({ where: { id: old.id } })
      expect(followedUpAt).toBeNull()
    })
  },
)
