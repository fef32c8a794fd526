import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { renderCertificate } from '../../../core/files/certificate-pdf.ts'

const paper = {
  programme: 'Chương trình đổi mới sáng tạo khu vực công Thành phố Hồ Chí Minh',
  name: 'Nguyễn Thị Mỹ Lan',
  unitName: 'Phường Sài Gòn',
  course: 'Sở hữu trí tuệ',
  days: '01/12/2026',
  code: 'CN-7K2M-NP4Q-R8ST',
  issuedAt: new Date('2026-12-01T18:00:00Z'),
  url: 'https://nhipcau.example.vn/chung-chi/CN-7K2M-NP4Q-R8ST',
}

async function read(bytes: Uint8Array) {
  const { totalPages, text } = await extractText(await getDocumentProxy(bytes), { mergePages: true })
  return { totalPages, text: text.replaceAll(/\s+/g, ' ') }
}

test('a certificate says who, what, when, and where it is checked, in whole Vietnamese letters', async () => {
  const { totalPages, text } = await read(await renderCertificate(paper))
  expect(totalPages).toBe(1)
  for (const part of [paper.name, paper.unitName, paper.course, paper.days, paper.code, paper.url]) {
    expect(text).toContain(part)
  }
  // Midnight in Viet Nam is past.
  expect(text).toContain('ngày 02 tháng 12 năm 2026')
})

test('the longest names and titles stay on one page, uncut', async () => {
  const long = {
    ...paper,
    name: 'Công Tằng Tôn Nữ Nguyễn Thị Phương Thảo Quỳnh Hương Giang My',
    unitName: 'Ủy ban Mặt trận Tổ quốc Việt Nam Thành phố Hồ Chí Minh, Ban Dân chủ và Pháp luật',
    course: 'Tập huấn công tác quản lý nhà nước về khoa học, công nghệ và chuyển đổi số '.repeat(4).trim(),
    days: '30/10/2026, 31/10/2026, 06/11/2026, 07/11/2026, 13/11/2026 và 14/11/2026',
  }
  const { totalPages, text } = await read(await renderCertificate(long))
  expect(totalPages).toBe(1)
  for (const part of [long.name, long.unitName, long.course, long.days]) expect(text).toContain(part)
})
