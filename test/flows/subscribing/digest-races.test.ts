import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remindDeadlines } from '../../../jobs/handlers/remind-deadlines.ts'
import { sendDigests } from '../../../jobs/handlers/send-digests.ts'
import { backends } from '../../support/database.ts'
import { openScene, type Scene } from '../alerts/scene.ts'

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))('on %s', (backend) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene(backend)
  })
  afterAll(() => scene.close())

  test('processes that look at the same moment give everybody one digest and one reminder', async () => {
    const deadline = new Date('2027-03-10T16:59:00Z')
    const people = await Promise.all(
      Array.from({ length: 30 }, (_, at) => scene.reader(`p${at}`, { everything: true, rhythm: 'daily' })),
    )
    const { challengeId } = await scene.publish({ deadline })
    await scene.publish({ field: 'tax', deadline })
    for (const personId of people) await scene.follow(challengeId, personId)
    await scene.work()

    scene.at(new Date('2027-03-03T01:00:00Z'))
    const { deps } = scene.core
    await Promise.all([1, 2, 3, 4].flatMap(() => [sendDigests(deps), remindDeadlines(deps)]))
    await scene.work()
    await scene.send()
    const digests = scene.sent.filter(({ text }) => text.startsWith('Tin tổng hợp: 2'))
    const reminders = scene.sent.filter(({ text }) => text.startsWith('Còn 7 ngày'))
    expect(new Set(digests.map(({ chatId }) => chatId)).size).toBe(30)
    expect(digests).toHaveLength(30)
    expect(reminders).toHaveLength(30)
    expect(await scene.prisma.digestItem.count({ where: { doneAt: null } })).toBe(0)
  })
})
