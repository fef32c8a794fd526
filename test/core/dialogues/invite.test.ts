import { expect, test } from 'vitest'
import type { Inviting, SavedDialogue, Step } from '../../../core/dialogue.ts'
import { inviteDialogue } from '../../../core/dialogues/invite.ts'
import type { Choice } from '../../../core/message.ts'
import { findInvitationCode, hashInvitationCode } from '../../../core/people/invitation-code.ts'
import type { Actor } from '../../../core/people/roles.ts'
import { resolveChoice } from '../../../core/resolve-choice.ts'
import { invitationTexts } from '../../../core/texts/invitations.ts'
import { unitTexts } from '../../../core/texts/units.ts'
import { readCityUnits } from '../../../core/units/read-city-units.ts'
import type { Unit } from '../../../core/units/unit.ts'
import { buildContext } from '../../support/build-context.ts'

const CODE = 'MOI-K7W3P-A4RTB-Q9XZ2'
const STAFF: Actor = [{ role: 'programme_staff', unitCode: null }]
const LEAD: Actor = [{ role: 'unit_lead', unitCode: '26740' }]
const health: Unit = {
  code: 'd-so-y-te',
  kind: 'department',
  name: 'Sở Y tế',
  formerProvince: null,
  aliases: [],
}
const units = [...(await readCityUnits()), health]

/** A conversation with the dialogue, begun by the first `say`: texts are answered as from a keyboard, numbers and labels included. */
function talkAs(actor: Actor | null, changes: Partial<Inviting> = {}) {
  const inviting = { units, newInvitationCode: () => CODE, telegramBot: null, ...changes }
  const context = buildContext(actor ? { inviting: { ...inviting, actor } } : {})
  let step: Step<SavedDialogue> = { status: 'not_for_me', next: null }
  let saved: SavedDialogue | null = null
  let asked: Choice[] = []
  const last = () => (step.status === 'said' ? step.say.at(-1) : undefined)
  const heed = (next: Step<SavedDialogue>) => {
    step = next
    if (step.status === 'said') [saved, asked] = [step.next, last()?.choices ?? []]
  }
  let begun = false
  const talk = {
    heard: () => last()?.text.text ?? '',
    labels: () => (last()?.choices ?? []).map(({ label }) => label),
    effects: () => (step.status === 'said' ? step.effects : undefined),
    status: () => step.status,
    isOver: () => step.status === 'said' && saved === null,
    async say(...texts: string[]) {
      if (!begun) heed(await inviteDialogue.start(context))
      begun = true
      for (const text of texts) {
        if (saved === null) throw new Error('the dialogue is over')
        const resolved = resolveChoice({ text }, { id: 'p', choices: asked, closed: false })
        const said = { text, choice: resolved.status === 'chosen' ? resolved.id : null }
        const next = await inviteDialogue.resume(saved, said, context)
        if (next === null) throw new Error('the saved state cannot be read')
        heed(next)
      }
      return talk
    },
  }
  return talk
}

test('staff invite an official by the former name of the ward, and are shown a code once', async () => {
  const talk = await talkAs(STAFF).say()
  expect(talk.labels()).toEqual(
    (['official', 'unit_lead', 'ward_staff', 'startup', 'expert'] as const).map(invitationTexts.role),
  )
  expect((await talk.say('1')).heard()).toBe(unitTexts.askName)
  expect((await talk.say('p. ben nghe')).heard()).toContain('Phường Sài Gòn (Quận 1 trước đây)')
  expect((await talk.say('chắc vậy')).status()).toBe('not_for_me')
  await talk.say('1')
  expect(findInvitationCode(talk.heard())).toBe(CODE)
  expect(talk.isOver()).toBe(true)
  expect(talk.effects()).toEqual({
    invitation: { codeHash: hashInvitationCode(CODE), role: 'official', unitCode: '26740', uses: 1, days: 7 },
  })
})

test('with a bot on Telegram the code comes as a link, too', async () => {
  const talk = await talkAs(STAFF, { telegramBot: 'nhip_cau_bot' }).say('chuyên gia', '1')
  expect(talk.heard()).toContain(`https://t.me/nhip_cau_bot?start=${CODE}`)
  expect(talk.effects()?.invitation).toMatchObject({ role: 'expert', unitCode: null })
})

test('a former district, and a ward that was split, are asked about', async () => {
  const talk = await talkAs(STAFF).say('cán bộ đơn vị', 'quận 1')
  expect(talk.heard()).toContain('Quận 1')
  expect(talk.labels().sort()).toEqual([
    'Phường Bến Thành',
    'Phường Cầu Ông Lãnh',
    'Phường Sài Gòn',
    'Phường Tân Định',
  ])
  expect((await talk.say('đa kao')).labels()).toEqual(['Phường Sài Gòn', 'Phường Tân Định'])
  expect((await talk.say('2')).heard()).toContain('Phường Tân Định')
})

test('a former province is too much to choose from, and an unknown name is asked for again', async () => {
  const talk = await talkAs(STAFF).say('1')
  expect((await talk.say('tỉnh Bình Dương')).heard()).toBe(unitTexts.tooMany(36))
  expect((await talk.say('abcdef')).heard()).toBe(unitTexts.notFound)
  expect((await talk.say('Thủ Dầu Một')).labels()).toHaveLength(5)
  expect((await talk.say('sở y tế')).heard()).toContain('Sở Y tế')
})

test('a role of the commune level is not given in a department', async () => {
  const talk = await talkAs(STAFF).say('3', 'Sở Y tế')
  expect(talk.heard()).toBe(invitationTexts.unitNotAllowed('Sở Y tế', 'ward_staff'))
  expect((await talk.say('xã Cần Giờ')).heard()).toContain('Xã Cần Giờ')
})

test('a lead is not asked for the unit: it is theirs', async () => {
  const talk = await talkAs(LEAD).say()
  expect(talk.labels()).toEqual((['official', 'unit_lead', 'ward_staff'] as const).map(invitationTexts.role))
  expect((await talk.say('2')).heard()).toContain('Phường Sài Gòn')
  expect((await talk.say('1')).effects()?.invitation).toMatchObject({ role: 'unit_lead', unitCode: '26740' })
})

test('a lead of two units chooses between them, and cannot name a third', async () => {
  const talk = await talkAs([...LEAD, { role: 'unit_lead', unitCode: '27154' }] as const).say('1')
  expect(talk.labels()).toEqual(['Phường Sài Gòn', 'Phường Bàn Cờ'])
  expect((await talk.say('phường Tân Định')).heard()).toContain('chưa mời được')
  expect((await talk.say('quận 3')).labels()).toEqual(['Phường Bàn Cờ'])
})

test('"no" ends it without a code, and another message leaves the question open', async () => {
  const talk = await talkAs(LEAD).say('1')
  expect((await talk.say('kế hoạch có mấy nhóm nhiệm vụ?')).status()).toBe('not_for_me')
  expect((await talk.say('Không')).heard()).toBe(invitationTexts.notCreated)
  expect([talk.isOver(), talk.effects()]).toEqual([true, undefined])
})

test('who may not invite is told so', async () => {
  for (const actor of [null, [], [{ role: 'official', unitCode: '26740' }]] as const) {
    const talk = await talkAs(actor).say()
    expect(talk.heard()).toBe(invitationTexts.notAllowed)
    expect(talk.isOver()).toBe(true)
  }
})
