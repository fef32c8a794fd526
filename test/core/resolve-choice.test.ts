import { expect, test } from 'vitest'
import { buttonIds, resolveChoice } from '../../core/resolve-choice.ts'

const prompt = {
  id: 'p1',
  closed: false,
  choices: [
    { id: 'a', label: 'Đồng ý' },
    { id: 'b', label: 'Không đồng ý' },
    { id: 'c', label: 'Hội nghị ngày 07/09/2022' },
  ],
}
const closed = { ...prompt, closed: true }

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
  ['dogn y', 'a'],
  ['KHÔNG ĐỒNG Ý!', 'b'],
  ['khong dong y', 'b'],
  ['khon dong y', 'b'],
  ['hoi nghi ngay 07/09/2022', 'c'],
])('%j answers the question', (text, id) => {
  expect(resolveChoice({ text }, prompt)).toEqual({ status: 'chosen', id })
})

test.each(['', '0', '4', '22222', 'mười', 'dạ', 'dong', 'kế hoạch có 2 nhóm à', '👍', '\u0000'])(
  '%j answers none of the choices',
  (text) => {
    expect(resolveChoice({ text }, prompt)).toEqual({ status: 'none' })
  },
)

test.each([
  ['có', 'a'],
  ['Vâng ạ', 'a'],
  ['ok', 'a'],
  ['không', 'b'],
  ['ko', 'b'],
  ['thôi khỏi', null],
])('to a question of yes or no %j is an answer like any other', (text, id) => {
  const yesOrNo = { ...prompt, choices: prompt.choices.slice(0, 2) }
  const expected = id === null ? { status: 'none' } : { status: 'chosen', id }
  expect(resolveChoice({ text }, yesOrNo)).toEqual(expected)
})

test('a slip that fits two labels is not guessed at', () => {
  const twins = { ...prompt, choices: ['Phường An', 'Phường Ân 1'].map((label) => ({ id: label, label })) }
  expect(resolveChoice({ text: 'phuong an 2' }, twins)).toMatchObject({ status: 'chosen' })
  const alike = { ...prompt, choices: ['nhóm 11', 'nhóm 12'].map((label) => ({ id: label, label })) }
  expect(resolveChoice({ text: 'nhom 13' }, alike)).toEqual({ status: 'none' })
})

test('a button counts by its own id, which is short and names its question', () => {
  const [, second] = buttonIds(prompt)
  expect(second).toEqual({ id: 'p1.2', label: 'Không đồng ý' })
  expect(resolveChoice({ text: '1', choice: 'p1.2' }, prompt)).toEqual({ status: 'chosen', id: 'b' })
})

test.each(['p0.1', 'p1.9', 'b', ''])('a button with %j belongs to a closed question', (choice) => {
  expect(resolveChoice({ text: '', choice }, prompt)).toEqual({ status: 'closed' })
  expect(resolveChoice({ text: '', choice }, null)).toEqual({ status: 'closed' })
})

test('after its question is over a late number is recognised, and a sentence is not', () => {
  expect(resolveChoice({ text: '2' }, closed)).toEqual({ status: 'closed' })
  expect(resolveChoice({ text: '', choice: 'p1.2' }, closed)).toEqual({ status: 'closed' })
  expect(resolveChoice({ text: 'đồng ý' }, closed)).toEqual({ status: 'none' })
  expect(resolveChoice({ text: '2' }, null)).toEqual({ status: 'none' })
})

test('who types "dừng" has not chosen "Đúng", whatever the case; without marks it is the answer that was asked for', () => {
  const right = {
    ...prompt,
    choices: ['Đúng', 'Sửa lại', 'Dừng ở đây'].map((label) => ({ id: label, label })),
  }
  for (const text of ['dừng', 'Dừng!', 'DỪNG'])
    expect(resolveChoice({ text }, right)).toEqual({ status: 'none' })
  expect(resolveChoice({ text: 'đúng' }, right)).toEqual({ status: 'chosen', id: 'Đúng' })
  expect(resolveChoice({ text: 'dung' }, right)).toEqual({ status: 'chosen', id: 'Đúng' })
  expect(resolveChoice({ text: 'dừng ở đây' }, right)).toEqual({ status: 'chosen', id: 'Dừng ở đây' })
})
