import { expect, test } from 'vitest'
import { findCommand } from '../../core/commands.ts'

test.each([
  ['/start', 'introduce'],
  ['Giới thiệu', 'introduce'],
  ['quyen rieng tu', 'choose_consents'],
  ['Quyền riêng tư ạ', 'choose_consents'],
  ['RÚT ĐỒNG Ý', 'withdraw_consents'],
  ['gap can bo', 'hand_over'],
  ['Gặp cán bộ giúp', 'hand_over'],
  ['liên kết', 'link'],
  ['/lienket', 'link'],
  ['lien ket a', 'link'],
  ['noi tai khoan', 'link'],
  ['bo lien ket', 'unlink'],
  ['Kênh nhận tin', 'choose_channel'],
  ['tiep tuc viec kia', 'resume_other'],
  ['mời cán bộ', 'invite'],
  ['hủy', 'cancel'],
  ['hủy nha', 'cancel'],
])('%j is a command', (text, command) => {
  expect(findCommand(text)).toBe(command)
})

test.each([
  '',
  'tôi muốn hủy kế hoạch',
  'cán bộ phường tập huấn khi nào',
  'giới thiệu về Sandbox',
  'liên kết vùng là gì',
  '/',
])('%j is no command', (text) => {
  expect(findCommand(text)).toBeNull()
})
