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
  ['hủy', 'cancel'],
  ['hủy nha', 'cancel'],
])('%j is a command', (text, command) => {
  expect(findCommand(text)).toBe(command)
})

test.each(['', 'tôi muốn hủy kế hoạch', 'cán bộ phường tập huấn khi nào', 'giới thiệu về Sandbox', '/'])(
  '%j is no command',
  (text) => {
    expect(findCommand(text)).toBeNull()
  },
)
