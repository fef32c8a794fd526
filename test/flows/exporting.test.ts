import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answers } from '../../core/forms/form.ts'
import type { Role } from '../../core/people/roles.ts'
import { exportTexts } from '../../core/texts/exporting.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { hear, talk } from '../support/talk.ts'

const ANSWERS: Answers = {
  title: { kind: 'text', text: 'Giảm số lần bổ sung hồ sơ hộ kinh doanh' },
  field: { kind: 'choice', id: 'local_governance' },
  proposing_unit: { kind: 'unit', code: 'P-TEST' },
  survey: { kind: 'text', text: 'Đã đếm 320 hồ sơ trong tháng 9/2026.' },
  problem: { kind: 'text', text: 'Người dân phải đi lại nhiều lần.', ai: true },
  confidential_part: { kind: 'text', text: 'Tên hệ thống nội bộ Sao Mai.' },
}

let core: TestCore
const persons = new Map<string, { id: string; identityId: string }>()

beforeAll(async () => {
  core = await openTestCore()
  const { prisma } = core.database
  await prisma.unit.create({ data: { code: 'P-TEST', kind: 'ward', name: 'Bến Thành' } })
  for (const user of ['lan', 'truong', 'can-bo', 'nguoi-la', 'hai']) {
    await hear(core, user, 'xin chào')
    const { id, personId } = await prisma.identity.findFirstOrThrow({ where: { externalId: user } })
    persons.set(user, { id: personId, identityId: id })
  }
  await grant('truong', 'unit_lead', 'P-TEST')
  await grant('can-bo', 'programme_staff', null)
  await make('lan', 'BT-K7M2Q', 'DRAFT')
})
afterAll(() => core.close())

const of = (user: string) => persons.get(user) ?? expect.unreachable()

async function grant(user: string, role: Role, unitCode: string | null) {
  const { id: personId, identityId } = of(user)
  await core.database.prisma.roleGrant.create({ data: { personId, identityId, role, unitCode } })
}

async function make(user: string, code: string, state: string, more: { version?: number } = {}) {
  const { id: authorId, identityId } = of(user)
  return core.database.prisma.challenge.create({
    data: {
      code,
      name: 'Bản nháp',
      state,
      authorId,
      identityId,
      unitCode: 'P-TEST',
      formVersion: 1,
      answers: ANSWERS,
      ...more,
    },
  })
}

/** The text of the reply and the content of its file, where it has one. */
async function exported(user: string, text: string) {
  const replies = await talk(core, user, text)
  const reply = replies.find(({ file }) => file !== undefined)
  if (reply?.file === undefined)
    return { said: replies.map((each) => each.text.text).join('\n'), bytes: null, name: '' }
  const row = await core.database.prisma.storedFile.findUniqueOrThrow({ where: { id: reply.file.id } })
  return { said: reply.text.text, bytes: row.bytes, name: row.name }
}

const wordsIn = (bytes: Uint8Array | null) =>
  strFromU8(unzipSync(bytes ?? expect.unreachable())['word/document.xml'] ?? new Uint8Array()).replaceAll(
    /<[^>]+>/g,
    '',
  )

test.each(['xuất word', 'xuat word', 'Xuất file Word giúp em', 'xuất word BT-K7M2Q', 'tai word bt k7m2q'])(
  'the author gets their draft as a Word file: %s',
  async (text) => {
    const { said, bytes, name } = await exported('lan', text)
    expect(name).toBe('BT-K7M2Q - Giảm số lần bổ sung hồ sơ hộ kinh doanh.docx')
    expect(said).toContain('bản Word của bài toán BT-K7M2Q')
    expect(said).toMatch(/Còn \d+ chỗ ghi \[cần bổ sung\]/)
    const words = wordsIn(bytes)
    for (const part of [
      'PHƯỜNG BẾN THÀNH',
      '320 hồ sơ',
      'Sao Mai',
      'Quản trị địa phương',
      '(*)',
      '[cần bổ sung]',
    ])
      expect(words).toContain(part)
  },
)

test('a PDF on request; and without a kind it is asked for, and answered with a number', async () => {
  const pdf = await exported('lan', 'xuất pdf')
  expect(Buffer.from(pdf.bytes ?? []).toString('latin1', 0, 5)).toBe('%PDF-')
  expect((await hear(core, 'lan', 'xuất')).at(-1)).toBe(exportTexts.kind)
  expect((await exported('lan', '2')).name).toMatch(/\.pdf$/)
})

test("a draft is nobody else's, and who may not read it does not learn that it exists", async () => {
  for (const user of ['truong', 'can-bo', 'nguoi-la']) {
    const { said, bytes } = await exported(user, 'xuất word BT-K7M2Q')
    expect(bytes).toBeNull()
    expect(said).toContain(exportTexts.notFound('BT-K7M2Q'))
    expect((await exported(user, 'xuất word BT-99999')).said).toContain(exportTexts.notFound('BT-99999'))
  }
})

test('once it is sent on, the lead and the staff have it, and a stranger has not', async () => {
  const { id, code } = await make('hai', 'BT-S3NTX', 'SUBMITTED')
  const { id: actorId } = of('hai')
  await core.database.prisma.challengeTransition.create({
    data: { challengeId: id, from: 'DRAFT', to: 'SUBMITTED', actorId, actedAs: 'author', at: new Date() },
  })
  for (const user of ['truong', 'can-bo'])
    expect((await exported(user, `xuất word ${code}`)).bytes).not.toBeNull()
  expect((await exported('nguoi-la', `xuất word ${code}`)).bytes).toBeNull()
})

test('of a published one everybody gets the public version, and nothing else', async () => {
  const { id, code } = await make('hai', 'BT-PUB22', 'PUBLISHED', { version: 1 })
  await core.database.prisma.challengeVersion.create({
    data: {
      challengeId: id,
      version: 1,
      text: { survey: 'Khảo sát đã rút gọn.', confidential_part: 'Sao Mai' },
      title: 'Giảm số lần bổ sung hồ sơ',
      field: 'local_governance',
      contact: 'Văn phòng UBND phường',
      kind: 'published',
      publishedAt: new Date('2026-11-20T02:00:00Z'),
    },
  })
  const { bytes } = await exported('nguoi-la', `xuất word ${code}`)
  const words = wordsIn(bytes)
  expect(words).toContain('Khảo sát đã rút gọn.')
  expect(words).toContain('ngày 20/11/2026')
  for (const hidden of ['Sao Mai', '320 hồ sơ', 'CHỦ TỊCH', 'CỘNG HÒA']) expect(words).not.toContain(hidden)
})

test('who has several chooses, and who has none is told how to begin', async () => {
  await make('lan', 'BT-SEC2D', 'DRAFT')
  const [asked] = (await talk(core, 'lan', 'xuất word')).filter(({ choices }) => choices)
  expect(asked?.choices?.map(({ label }) => label.slice(0, 8))).toEqual(['BT-SEC2D', 'BT-K7M2Q'])
  expect((await exported('lan', '2')).name).toContain('BT-K7M2Q')
  expect((await hear(core, 'nguoi-la', 'xuất pdf')).join()).toContain(exportTexts.none)
})
