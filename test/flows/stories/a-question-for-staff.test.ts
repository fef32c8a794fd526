import { afterAll, beforeAll, expect, test } from 'vitest'
import { conversation } from '../../../core/texts/conversation.ts'
import { questions } from '../../../core/texts/statement-form/questions.ts'
import type { TestCore } from '../../support/build-deps.ts'
import { converse, draftOf, giveRole, openDraftingCore } from '../../support/drafting.ts'

const UNIT = '26740'
const LEAD = questions.unit_lead.question

let core: TestCore
beforeAll(async () => {
  core = await openDraftingCore()
})
afterAll(() => core.close())

/** Somebody who is asked for the third field of a new draft. */
async function drafts(user: string): Promise<void> {
  await giveRole(core, user, 'official', UNIT)
  expect(await converse(core, user, 'soan bai toan', '1', '5', '1')).toContain(LEAD)
}

test('whoever hands a question over in the middle of a draft is asked the waiting field again', async () => {
  await drafts('lan')
  expect(await converse(core, 'lan', 'gap can bo')).toContain(conversation.handoverAsk)
  const said = await converse(core, 'lan', 'bao gio co lop cho nguoi moi?')
  expect(said).toContain('Mã tra cứu')
  expect(said).toContain(LEAD)
  await converse(core, 'lan', 'Chu tich UBND phuong')
  expect((await draftOf(core, 'lan')).answers).toMatchObject({ unit_lead: { text: 'Chu tich UBND phuong' } })
})

test('whoever thinks better of it is back at the field, too, and nothing is handed over', async () => {
  await drafts('minh')
  const before = await core.database.prisma.openQuestion.count()
  const said = await converse(core, 'minh', 'gap can bo', 'gap can bo', 'huy')
  expect(said).toContain(conversation.cancelled)
  expect(said).toContain(LEAD)
  expect(await converse(core, 'minh', 'huy')).not.toContain(conversation.cancelled)
  expect(await core.database.prisma.openQuestion.count()).toBe(before)
})

test('a question that is too short is asked for again, and the draft waits meanwhile', async () => {
  await drafts('hoa')
  expect(await converse(core, 'hoa', 'gap can bo', 'ha')).toContain(conversation.handoverTooShort)
  expect(await converse(core, 'hoa', 'bao gio co lop cho nguoi moi?')).toContain(LEAD)
})
