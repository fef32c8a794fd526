import { afterAll, beforeAll, expect, test } from 'vitest'
import { readAnswers } from '../../../core/challenges/read-answers.ts'
import type { Answers } from '../../../core/forms/form.ts'
import { drafting } from '../../../core/texts/drafting.ts'
import { formTexts } from '../../../core/texts/forms.ts'
import type { TestCore } from '../../support/build-deps.ts'
import { converse, draftOf, giveRole, openDraftingCore, personOf } from '../../support/drafting.ts'
import { completeAnswers, putStatement } from '../../support/statements.ts'

const WARD = '26740'
let core: TestCore
let now = new Date('2026-11-21T02:00:00Z')
const days = (count: number) => {
  now = new Date(now.getTime() + count * 86_400_000)
}

beforeAll(async () => {
  core = await openDraftingCore({ now: () => now })
  await giveRole(core, 'hoa', 'unit_lead', WARD)
})
afterAll(() => core.close())

/** Has a user pause, and the draft filled in meanwhile as if on another channel. */
async function fillIn(user: string, answers: Answers) {
  await converse(core, user, 'dừng')
  const { id } = await draftOf(core, user)
  const data = { answers, revision: { increment: 1 } }
  await core.database.prisma.challenge.update({ where: { id }, data })
}

/** Typed on a phone: no diacritics, numbers for choices. */
const MAIN_PATH = [
  ...['5', '1', 'pho chu tich phuong'],
  ...['thang 10/2026 phuong hoi 150 nguoi dan tai bo phan mot cua.', 'dem ho so trong hai tuan nua.', 'xong'],
  ...['moi ngay 230 ho so, nguoi dan cho trung binh 45 phut', '1'],
  ...['khong'],
  ...['nguoi dan phai cho qua lau moi nop duoc ho so. xong'],
  ...['khoang 5.000 nguoi moi thang, nhat la nguoi lon tuoi', 'xong'],
  ...['cuoi nam ho so tang gap doi, nguoi dan se cho lau hon nua', 'xong', '1, 2', 'bo qua'],
  ...['mot ba cu den luc 7 gio, lay so 58, den 9 gio 30 moi duoc goi', 'xong'],
  ...['giam thoi gian cho cua nguoi dan tai bo phan mot cua'],
  ...['ke hoach cai cach hanh chinh nam 2026 cua phuong', 'xong', 'nguoi dan cho khong qua 15 phut', 'xong'],
]
const SECOND_PART = [
  ...['thoi gian cho trung binh', 'phut', '45', 'so theo doi mot cua thang 10/2026', '15', 'chua co', '1'],
  ...['tat ca thu tuc tai bo phan mot cua', 'xong', 'bo phan mot cua cua phuong'],
  ...['bo qua', '1', 'xong', 'bo qua', 'bo qua', 'bo qua', 'bo qua', 'bo qua'],
  ...['khong', 'Van phong UBND phuong, so may ban 028 3829 0000'],
]

test('an official drafts with typed words, pauses, goes on elsewhere and hands in; the lead returns it; it is mended', async () => {
  await giveRole(core, 'lan', 'official', WARD)
  await converse(core, 'lan', 'soan bai toan', '1')
  await converse(core, 'lan', ...MAIN_PATH)
  expect(await converse(core, 'lan', 'a khong, 320 ho so chu khong phai 230')).toContain(
    'Sau: moi ngay 320 ho so',
  )
  expect(await converse(core, 'lan', '1')).toContain('mục 16/27')

  days(3)
  const phone = { user: 'lan-tele', on: 'telegram' } as const
  const code = /\b\d{6}\b/.exec(await converse(core, 'lan', 'liên kết'))?.[0] ?? ''
  expect(await converse(core, phone, `liên kết ${code}`, '1')).toContain('mục 16/27')
  const complete = await converse(core, phone, ...SECOND_PART)
  expect(complete).toContain('đã đủ các mục bắt buộc')
  expect(complete).toContain(`1. ${drafting.send}`)
  const { code: name } = await draftOf(core, 'lan-tele')
  expect(await converse(core, phone, '1')).toContain(`(${name}) cho lãnh đạo đơn vị`)
  expect((await draftOf(core, 'lan-tele')).state).toBe('UNIT_REVIEW')

  await converse(
    core,
    'hoa',
    `mở ${name}`,
    'góp ý 7: nêu rõ chờ ở bước nào',
    'góp ý 14: ghi số và ngày của kế hoạch',
    '4',
  )
  await converse(core, 'hoa', 'Cần rõ hơn ở hai mục', '1')
  expect((await draftOf(core, 'lan-tele')).state).toBe('RETURNED')

  const returned = await converse(core, phone, `mở ${name}`)
  expect(returned).toContain('có 2 góp ý')
  expect(returned).toContain('Lý do chung: Cần rõ hơn ở hai mục')
  expect(returned).toContain('Góp ý cần sửa: nêu rõ chờ ở bước nào')
  await converse(core, phone, 'nguoi dan cho lau nhat o buoc nhap ho so vao may', formTexts.replaceYes)
  expect(await converse(core, phone, 'xong')).toContain('Góp ý cần sửa: ghi số và ngày của kế hoạch')
  const ready = await converse(
    core,
    phone,
    'Ke hoach so 12 ngay 05/01/2026 cua phuong',
    formTexts.replaceYes,
    'xong',
  )
  expect(ready).toContain(`1. ${drafting.sendAgain}`)
  await converse(core, phone, '1')
  const { state, answers, formVersion, authorId } = await draftOf(core, 'lan-tele')
  expect([state, authorId]).toEqual(['UNIT_REVIEW', await personOf(core, 'lan-tele')])
  expect(readAnswers({ answers, formVersion })).toMatchObject({
    current_state: { text: 'moi ngay 320 ho so, nguoi dan cho trung binh 45 phut' },
    basis: { text: 'Ke hoach so 12 ngay 05/01/2026 cua phuong' },
    indicators: { rows: [{ before: '45', target: '15', date: null }] },
  })
})

test('nothing is stored without consent, and a no is an answer', async () => {
  const asked = await converse(core, 'minh', 'soạn bài toán')
  expect(asked).toContain('Bên kiểm soát dữ liệu')
  expect(await converse(core, 'minh', 'để em nghĩ đã')).toContain(drafting.consentAsk)
  expect(await converse(core, 'minh', 'dừng')).toContain(drafting.consentRefused)
  await converse(core, 'minh', 'soạn bài toán')
  expect(await converse(core, 'minh', 'không đồng ý')).toContain(drafting.consentRefused)
  const authorId = await personOf(core, 'minh')
  expect(await core.database.prisma.challenge.count({ where: { authorId } })).toBe(0)
  expect(await core.database.prisma.consent.findMany({ where: { personId: authorId } })).toMatchObject([
    { purpose: 'account', choice: 'refused' },
  ])
})

test('a guest may draft, and is told what is missing to hand in', async () => {
  expect(await converse(core, 'khach', 'soạn bài toán', 'đồng ý')).toContain(drafting.introGuest)
  await fillIn('khach', completeAnswers())
  const told = await converse(core, 'khach', 'tiếp tục', 'tiếp', 'tiếp', 'xong', drafting.send)
  expect(told).toContain(drafting.mayNotSend('Phường Sài Gòn'))
  expect((await draftOf(core, 'khach')).state).toBe('DRAFT')
})

test('a lead’s own statement goes straight to the programme', async () => {
  await converse(core, 'hoa', 'soạn bài toán', '1')
  const answers = completeAnswers(WARD, {
    title: { kind: 'text', text: 'Sắp xếp lại kho hồ sơ giấy của phường' },
  })
  await fillIn('hoa', answers)
  const end = await converse(
    core,
    'hoa',
    'tiếp tục',
    'bỏ qua',
    'bỏ qua',
    'bỏ qua',
    'bỏ qua',
    'bỏ qua',
    'bỏ qua',
  )
  expect(end).toContain(`1. ${drafting.sendAsLead}`)
})

test('a similar statement of another unit is named before handing in, and the difference is asked for', async () => {
  const authorId = await personOf(core, 'hoa')
  const other = await putStatement(core.database.prisma, {
    authorId,
    unitCode: '27154',
    state: 'PUBLISHED',
    version: 1,
  })
  await giveRole(core, 'tam', 'official', WARD)
  await converse(core, 'tam', 'soạn bài toán', '1')
  const { description: _, ...answers } = completeAnswers()
  await fillIn('tam', answers)
  const kin = await converse(
    core,
    'tam',
    'tiếp tục',
    'sửa 12',
    'Hồ sơ giấy được nhập lại hai lần, ở quầy và ở phòng chuyên môn.',
    'xong',
  )
  expect(kin).toContain(other.code)
  expect(await converse(core, 'tam', 'Viết tiếp và nêu điểm khác')).toContain('Điểm khác biệt')
  await converse(core, 'tam', 'Ở đây hồ sơ đất đai nhiều hơn hẳn.', 'xong')
  expect((await draftOf(core, 'tam')).answers).toHaveProperty('difference')
})

test('whoever joins the similar statement instead hands the own draft over to it', async () => {
  await giveRole(core, 'van', 'official', WARD)
  await converse(core, 'van', 'soạn bài toán', '1')
  await fillIn('van', completeAnswers())
  const kin = await converse(core, 'van', 'tiếp tục', drafting.send)
  const join = /Cùng đứng tên với [^\n]+/.exec(kin)?.[0] ?? ''
  expect(await converse(core, 'van', join)).toContain('không tách ra lại được')
  expect((await draftOf(core, 'van')).state).toBe('DRAFT')
  expect(await converse(core, 'van', 'Đúng, cùng đứng tên')).toContain('nay cùng đứng tên')
  expect((await draftOf(core, 'van')).state).toBe('MERGED')
})
