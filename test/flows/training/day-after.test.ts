import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certificateTexts } from '../../../core/texts/certificates.ts'
import { afterTexts } from '../../../core/texts/training-after.ts'
import { findCertificate } from '../../../core/training/certificate/find-certificate.ts'
import { trainingAfter } from '../../../jobs/handlers/training-after.ts'
import { BAN_CO, type Day, openDay } from './day-scene.ts'

let day: Day
beforeAll(async () => {
  day = await openDay({
    lan: { name: 'Nguyễn Thị Lan', state: 'attended' },
    minh: { name: 'Trần Minh', unitCode: BAN_CO, state: 'attended' },
    hoa: { name: 'Lê Hoa' },
    tam: { name: 'Võ Tâm', state: 'waiting' },
  })
  await day.name('tam', 'Phạm Bình', BAN_CO, 'attended')
})
afterAll(() => day.close())

const followUp = () => trainingAfter(day.core.deps)
const registrationOf = async (user: string) =>
  day.prisma.registration.findFirstOrThrow({ where: { personId: await day.personOf(user) } })

test('nothing while the list is open, and nothing at night', async () => {
  day.setNow('2026-12-01T13:30:00+07:00')
  await followUp()
  day.setNow('2026-12-01T21:30:00+07:00')
  await followUp()
  expect(await day.notices('lan')).toEqual([])
  expect((await registrationOf('hoa')).state).toBe('registered')
})

test('who was there is written to once, though two processes look at the same time', async () => {
  day.setNow('2026-12-02T07:05:00+07:00')
  await Promise.all([followUp(), followUp()])
  await followUp()
  const [notice, ...more] = await day.notices('lan')
  expect(more).toEqual([])
  expect(notice).toBe(
    afterTexts.followUp({ course: 'Sở hữu trí tuệ', code: 'LOP-K7M2PQ' }, [
      'https://tai-lieu.example.vn/so-huu-tri-tue.pdf',
    ]),
  )
  expect(await day.notices('tam')).toEqual([
    afterTexts.followUpForOthers({ course: 'Sở hữu trí tuệ', code: 'LOP-K7M2PQ' }, 1, [
      'https://tai-lieu.example.vn/so-huu-tri-tue.pdf',
    ]),
  ])
  expect(await day.notices('hoa')).toEqual([])
  expect((await registrationOf('hoa')).state).toBe('absent')
})

test('three questions, each of which may be skipped, and nothing says whose the answers are', async () => {
  await day.say('lan', 'quyền riêng tư')
  for (const answer of ['1', '2', '2', '1']) await day.say('lan', answer)
  expect(await day.say('lan', 'đánh giá lớp')).toContain('Câu 1/3')
  expect(await day.say('lan', '5')).toContain('Câu 2/3')
  expect(await day.say('lan', 'bo qua cau nay')).toContain('Câu 3/3')
  const done = await day.say('lan', 'nên có bài tập theo nhóm')
  expect(done).toContain(afterTexts.thanks)
  expect(done).toContain(afterTexts.takeCertificate)
  const [row] = await day.prisma.sessionFeedback.findMany()
  expect(row).toEqual({
    ...{ id: row?.id, sessionId: day.session.id },
    ...{ useful: 5, clear: null, comment: 'nên có bài tập theo nhóm' },
  })
  const kept = await day.prisma.inbound.findMany({ where: { personId: await day.personOf('lan') } })
  expect(kept.map(({ text }) => text ?? '').join()).not.toMatch(/bài tập theo nhóm|^5$/)
  const { dialogue } = await day.prisma.person.findUniqueOrThrow({ where: { id: await day.personOf('lan') } })
  expect(dialogue).toBeNull()
})

test('the certificate says the name as it was confirmed, and can be checked', async () => {
  const asked = await day.say('lan', '1')
  expect(asked).toContain('Nguyễn Thị Lan\nPhường Sài Gòn\nLớp: Sở hữu trí tuệ\nNgày: 01/12/2026')
  expect(await day.say('lan', 'sửa họ tên')).toBe(certificateTexts.askName)
  expect(await day.say('lan', 'L4n')).toBe(certificateTexts.badName)
  expect(await day.say('lan', 'Nguyễn Thị Mỹ Lan')).toContain('Nguyễn Thị Mỹ Lan\nPhường Sài Gòn')
  const [made] = await day.talk('lan', 'dung, lap giay')
  const code = /CN(?:-[2-9A-Z]{4}){3}/.exec(made?.text.text ?? '')?.[0] ?? ''
  expect(made?.text.text).toContain(`http://localhost:3000/chung-chi/${code}`)
  expect(await findCertificate(day.prisma, code)).toMatchObject({
    ...{ status: 'valid', name: 'Nguyễn T*** M*** L***', unitName: 'Phường Sài Gòn' },
    ...{ course: 'Sở hữu trí tuệ', days: '01/12/2026' },
  })
  const paper = await textOf(made?.file?.id ?? '')
  for (const text of ['Nguyễn Thị Mỹ Lan', 'Phường Sài Gòn', 'Sở hữu trí tuệ', '01/12/2026', code]) {
    expect(paper).toContain(text)
  }
})

test('asked for again, it is the same certificate', async () => {
  const first = await day.prisma.certificate.findFirstOrThrow()
  const [again] = await day.talk('lan', 'chung nhan')
  expect(again?.text.text).toContain(first.code)
  expect(again?.file).toBeDefined()
  expect(await day.prisma.certificate.count()).toBe(1)
  expect(await day.say('minh', `kiểm tra ${first.code}`)).toContain('Giấy hợp lệ: Nguyễn T*** M*** L***')
  expect(await day.say('minh', 'kiểm tra CN-2222-3333-4444')).toBe(certificateTexts.checkedUnknown)
})

test('of somebody who was not there after all it counts no more', async () => {
  const { code, registrationId } = await day.prisma.certificate.findFirstOrThrow()
  const to = (state: string) =>
    day.prisma.registration.update({ where: { id: registrationId }, data: { state } })
  await to('registered')
  expect((await findCertificate(day.prisma, code))?.status).toBe('revoked')
  await to('attended')
})

test('feedback is given once, and everything may be skipped', async () => {
  expect(await day.say('lan', 'góp ý lớp')).toBe(afterTexts.nothingToRate)
  await day.say('minh', 'danh gia lop hoc')
  for (const answer of ['6', '6']) await day.say('minh', answer)
  expect(await day.say('minh', '1')).toContain(afterTexts.nothingSaid)
  expect(await day.prisma.sessionFeedback.count()).toBe(1)
  expect(await day.say('minh', '2')).toBe(afterTexts.certificateLater)
})

test('who named a colleague takes the certificate for them; who was not there has none', async () => {
  expect(await day.say('tam', 'xin giấy chứng nhận')).toContain('Phạm Bình\nPhường Bàn Cờ')
  expect(await day.say('tam', '1')).toContain('Giấy chứng nhận của Phạm Bình')
  expect(await day.say('hoa', 'giay chung nhan')).toBe(certificateTexts.none)
})

test('who named many is offered them by name, and may leave it for later', async () => {
  for (const name of ['Đỗ Một', 'Đỗ Hai', 'Đỗ Ba', 'Đỗ Tư', 'Đỗ Năm', 'Đỗ Sáu', 'Đỗ Bảy', 'Đỗ Tám']) {
    await day.name('minh', name, BAN_CO, 'attended')
  }
  const offered = await day.say('minh', 'chứng nhận')
  expect(offered).toContain('1. Của anh/chị: Sở hữu trí tuệ, 01/12/2026\n2. Đỗ Ba: ')
  expect(offered).toContain(certificateTexts.more(1))
  expect(await day.say('minh', 'chung nhan do tam')).toContain('Đỗ Tám\nPhường Bàn Cờ')
  expect(await day.say('minh', 'để sau')).toBe(afterTexts.certificateLater)
  expect(await day.say('minh', 'chứng chỉ tiếng Anh')).not.toContain('Giấy chứng nhận sẽ ghi')
})

async function textOf(fileId: string): Promise<string> {
  const { bytes } = await day.prisma.storedFile.findUniqueOrThrow({ where: { id: fileId } })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })
  return text
}
