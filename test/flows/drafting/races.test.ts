import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveDraft } from '../../../core/challenges/drafts/save-draft.ts'
import { TryLater } from '../../../core/errors.ts'
import { drafting } from '../../../core/texts/drafting.ts'
import { formTexts } from '../../../core/texts/forms.ts'
import { loadUnits } from '../../../core/units/load-units.ts'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import { handleMessage } from '../../../jobs/handlers/handle-message.ts'
import { buildInbound, openTestCore, type TestCore } from '../../support/build-deps.ts'
import { backends } from '../../support/database.ts'
import { converse, draftOf, giveRole, personOf } from '../../support/drafting.ts'
import { link, on } from '../../support/linking.ts'

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))(
  'one draft, two hands, on %s',
  (backend) => {
    let core: TestCore

    beforeAll(async () => {
      core = await openTestCore(backend)
      await loadUnits(await readCityUnits(), core)
    })
    afterAll(() => core.close())

    /** One person on two channels, in the middle of a long answer. */
    async function onTwoChannels(name: string) {
      const [zalo, telegram] = [on('zalo-bot', `${name}-zalo`), on('telegram', `${name}-tele`)]
      await giveRole(core, zalo, 'official', '26740')
      await converse(core, telegram, 'xin chào')
      await link(core, zalo, telegram)
      await converse(
        core,
        zalo,
        'soạn bài toán',
        '1',
        'Y tế',
        '1',
        'Phó chủ tịch phường',
        'Phường hỏi 150 người.',
      )
      return { zalo, telegram }
    }

    /** Handles what a person sent in several processes at once, until nothing is left, as the queue does. */
    async function handleAtOnce(user: string) {
      const personId = await personOf(core, user)
      for (let round = 0; round < 20; round += 1) {
        const tries = await Promise.allSettled([1, 2, 3].map(() => handleMessage({ personId }, core.deps)))
        for (const each of tries) {
          if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(TryLater)
        }
        if ((await core.database.prisma.inbound.count({ where: { personId, handledAt: null } })) === 0) return
      }
      throw new Error('messages are left')
    }

    const send = ({ user, on: channel }: ReturnType<typeof on>, text: string) =>
      core.receive(buildInbound(user, text, { from: { channel, chatId: user } }))

    test('parts of an answer that come through two channels at once are all kept, each once', async () => {
      const { zalo, telegram } = await onTwoChannels('lan')
      const parts = ['Đếm hồ sơ hai tuần.', 'Xem sổ theo dõi.', 'Họp với tổ dân phố.', 'Gọi lại 40 người.']
      await Promise.all(parts.map((part, at) => send(at % 2 ? telegram : zalo, part)))
      await handleAtOnce(zalo.user)
      const { answers } = await draftOf(core, zalo.user)
      const { text } = (answers as { survey: { text: string } }).survey
      expect(text.split('\n').toSorted()).toEqual(['Phường hỏi 150 người.', ...parts].toSorted())
    })

    test('a draft given up on one channel takes no answer from the other, and says so', async () => {
      const { zalo, telegram } = await onTwoChannels('minh')
      await converse(core, zalo, 'hủy')
      await Promise.all([send(zalo, formTexts.cancelYes), send(telegram, 'Thêm một ý nữa.')])
      await handleAtOnce(zalo.user)
      const { keepUntil, answers, id } = await draftOf(core, zalo.user)
      const wasFirst = keepUntil !== null
      if (wasFirst) expect(answers).toMatchObject({ survey: { text: 'Phường hỏi 150 người.' } })
      else expect(await converse(core, telegram, 'nhắc lại')).toContain('«Thêm một ý nữa.»')
      await core.database.prisma.challenge.update({
        where: { id },
        data: { keepUntil: new Date(Date.now() + 1e9) },
      })
      await core.database.prisma.person.updateMany({
        where: { id: await personOf(core, zalo.user) },
        data: { dialogue: { name: 'draft-challenge', version: 1, state: stateOf(id) } },
      })
      expect(await converse(core, telegram, 'Ý nữa.')).toContain(drafting.notWritten.slice(0, 10))
      expect((await draftOf(core, zalo.user)).answers).toMatchObject({
        survey: { text: 'Phường hỏi 150 người.' },
      })
    })

    test('of writers who read the same revision, one writes', async () => {
      const { zalo } = await onTwoChannels('nam')
      const { id, revision, authorId } = await draftOf(core, zalo.user)
      const save = (text: string) =>
        core.database.prisma.$transaction((tx) => {
          const answers = { survey: { kind: 'text' as const, text } }
          return saveDraft(tx, { id, authorId, revision, answers, now: new Date() })
        })
      const saved = await Promise.all(['một', 'hai', 'ba'].map(save))
      expect(saved.map(({ status }) => status).toSorted()).toEqual(['changed', 'changed', 'saved'])
      expect((await draftOf(core, zalo.user)).revision).toBe(revision + 1)
    })

    const stateOf = (challengeId: string) => ({
      ...{ at: 'form', challengeId, revision: 0, kinSeen: [] },
      standing: { place: { at: 'collecting', fieldId: 'survey', route: null, warned: false }, over: null },
    })
  },
)
