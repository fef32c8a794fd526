import { expect, test } from 'vitest'
import { readCorrection } from '../../../core/forms/correction.ts'
import { findField } from '../../../core/forms/find-field.ts'
import { readQuestion } from '../../../core/forms/is-question.ts'
import { isCourtesy, readCommand } from '../../../core/forms/words.ts'
import { sampleForm } from '../../support/sample-form.ts'

test.each([
  ['à không, 320 hồ sơ chứ không phải 230', '230', '320 hồ sơ'],
  ['320 ho so chu khong phai 230', '230', '320 ho so'],
  ['nhầm rồi, 45 phút chứ không phải là 30 phút ạ', '30 phút', '45 phút'],
  ['không phải 230 mà là 320', '230', '320'],
  ['xin lỗi, không phải 230 mà 320 nhé', '230', '320'],
  ['sửa 230 thành 320', '230', '320'],
  ['đổi số 1.250 thành 1.520', '1.250', '1.520'],
  ['ý tôi là quý 3 chứ không phải quý 2', 'quý 2', 'quý 3'],
])('"%s" corrects', (said, from, to) => {
  expect(readCorrection(said)).toMatchObject({ from, to })
})

test.each(['320 hồ sơ', 'không', 'Người dân không phải chờ', 'sửa 5', 'à không', 'Không phải ai cũng biết'])(
  '"%s" corrects nothing',
  (said) => {
    expect(readCorrection(said)).toBeNull()
  },
)

test.each([
  ['R&D là gì?', true],
  ['rd la gi', false],
  ['Sandbox khác R&D thế nào vậy em', false],
  ['cho em hỏi bài toán lớn là bài toán như thế nào', false],
  ['Quy trình này có mấy bước? Tôi chưa rõ.', true],
  ['tại sao phải ghi nguồn số liệu', false],
])('"%s" is a question', (said, sure) => {
  expect(readQuestion(said)).toEqual({ sure })
})

test.each([
  'Người dân không biết nộp hồ sơ ở đâu',
  'Chưa rõ bao nhiêu',
  'Mỗi ngày 230 hồ sơ.',
  'Người dân hỏi: bao giờ xong? Cán bộ không trả lời được. Vì vậy ai cũng bực.',
  'không',
])('"%s" is an answer', (said) => {
  expect(readQuestion(said)).toBeNull()
})

test.each([
  ['Quay lại nhé', 'back'],
  ['/bỏ qua', 'skip'],
  ['dung', 'stop'],
  ['Xem lại giúp em', 'preview'],
  ['sửa mục 5', 'edit'],
  ['xong rồi ạ', 'done'],
])('"%s" is a command', (said, kind) => {
  expect(readCommand(said)?.kind).toBe(kind)
})

test.each(['dừng xe sai quy định', 'Hủy hồ sơ trễ hạn', 'bỏ qua bước kiểm tra nên sai'])(
  '"%s" is none',
  (said) => {
    expect(readCommand(said)).toBeNull()
  },
)

test('courtesy answers nothing', () => {
  expect(['dạ vâng ạ', 'Cảm ơn em', 'ok'].map(isCourtesy)).toEqual([true, true, true])
  expect(isCourtesy('Cảm ơn người dân đã góp ý')).toBe(false)
})

test.each([
  ['3', 'title'],
  ['ten goi', 'title'],
  ['Tên gii', 'title'],
  ['chuyện', 'story'],
  ['diem khac', 'difference'],
])('"%s" is the field %s', (said, id) => {
  expect(findField(sampleForm, said)).toMatchObject({ status: 'found', field: { id } })
})

test('nobody’s field is none, and a part of two names is both', () => {
  expect(findField(sampleForm, 'ngân sách')).toEqual({ status: 'none' })
  expect(findField(sampleForm, '42')).toEqual({ status: 'none' })
  const fields = sampleForm.fields.map((field) => ({ ...field, label: `Mục ${field.label}` }))
  expect(findField({ ...sampleForm, fields }, 'mục')).toMatchObject({ status: 'several' })
})
