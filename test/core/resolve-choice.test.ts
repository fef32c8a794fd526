import { expect, test } from 'vitest'
import { resolveChoice } from '../../core/resolve-choice.ts'

const choices = [
  { id: 'a', label: 'Đồng ý' },
  { id: 'b', label: 'Không đồng ý' },
  { id: 'c', label: 'Hội nghị ngày 07/09/2022' },
]

test.each([
  ['1', 'a'],
  [' 2. ', 'b'],
  ['số 2', 'b'],
  ['so 3 nha', 'c'],
  ['hai', 'b'],
  ['chọn số ba', 'c'],
  ['câu 1 ạ', 'a'],
  ['đồng ý', 'a'],
  ['Dong y', 'a'],
  ['Đồng ý nha', 'a'],
  ['KHÔNG ĐỒNG Ý!', 'b'],
  ['khong dong y', 'b'],
  ['hoi nghi ngay 07/09/2022', 'c'],
  ['b', 'b'],
])('%j answers the question', (text, id) => {
  expect(resolveChoice({ text }, choices)).toBe(id)
})

test.each(['', '0', '4', '22222', 'mười', 'không', 'kế hoạch có 2 nhóm à', '👍', '\u0000'])(
  '%j answers none of the choices',
  (text) => {
    expect(resolveChoice({ text }, choices)).toBeNull()
  },
)

test('a tapped button counts by its id alone, and one that was not offered counts for nothing', () => {
  expect(resolveChoice({ text: '1', choice: 'b' }, choices)).toBe('b')
  expect(resolveChoice({ text: '1', choice: 'old' }, choices)).toBeNull()
})
