import { randomUUID } from 'node:crypto'
import { currentNotice } from '../../../core/people/current-notice.ts'
import type { RegistrationState } from '../../../core/training/registration-states.ts'
import { createSession, NOW } from '../../core/training/build-session.ts'
import { openScene } from './scene.ts'

/** The class of all these stories: 01/12/2026, 08:00–11:30, in Phường Sài Gòn's hall. */
export const CODE = 'LOP-K7M2PQ'
export const SAI_GON = '26740'
export const BAN_CO = '27154'

/** A scene with one class, staff called "thu", and people with a seat in it. */
export async function openDay(
  people: Record<string, { name: string; unitCode?: string; state?: RegistrationState }>,
) {
  const scene = await openScene()
  const session = await createSession(scene.prisma, {
    code: CODE,
    checkInSecret: 'of this class',
    place: 'Hội trường A',
    materials: ['https://tai-lieu.example.vn/so-huu-tri-tue.pdf'],
    topics: ['sở hữu trí tuệ'],
  })
  await scene.give('thu', 'programme_staff')
  const enter = async (
    user: string,
    {
      name,
      unitCode = SAI_GON,
      state = 'registered',
    }: { name: string; unitCode?: string; state?: RegistrationState },
  ) => {
    await scene.say(user, 'chào em')
    const identity = await scene.prisma.identity.findFirstOrThrow({ where: { externalId: user } })
    const { version } = currentNotice(scene.core.deps.settings)
    await scene.prisma.consent.create({
      data: {
        ...{ personId: identity.personId, identityId: identity.id, channel: identity.channel },
        ...{ purpose: 'account', choice: 'granted', noticeVersion: version },
      },
    })
    await scene.prisma.registration.create({
      data: {
        ...{ id: randomUUID(), sessionId: session.id, name, unitCode, state, createdAt: NOW, changedAt: NOW },
        ...{
          personId: identity.personId,
          identityId: identity.id,
          waitingNumber: state === 'waiting' ? 1 : null,
        },
        ...(state === 'attended' && { attendedAt: new Date('2026-12-01T08:05:00+07:00') }),
      },
    })
  }
  for (const [user, of] of Object.entries(people)) await enter(user, of)
  return {
    ...scene,
    session,
    enter,
    /** Colleagues whom somebody named, who do not talk to the assistant. */
    async name(byUser: string, name: string, unitCode = SAI_GON, state: RegistrationState = 'registered') {
      const by = await scene.prisma.identity.findFirstOrThrow({ where: { externalId: byUser } })
      await scene.prisma.registration.create({
        data: {
          ...{ sessionId: session.id, name, nameKey: name.toLowerCase(), unitCode, state, source: 'lead' },
          ...{ registeredById: by.personId, identityId: by.id, createdAt: NOW, changedAt: NOW },
        },
      })
    },
    async states(): Promise<Record<string, string>> {
      const rows = await scene.prisma.registration.findMany({ where: { sessionId: session.id } })
      return Object.fromEntries(rows.map(({ name, state }) => [name ?? '', state]))
    },
  }
}

export type Day = Awaited<ReturnType<typeof openDay>>
