import { expect, test } from 'vitest'
import { redact, redactText } from '../../../core/challenges/redact/redact.ts'
import { fold } from '../../../core/vietnamese.ts'
import { CONFIDENTIAL, LEAKY, PLAIN } from './redact-samples.ts'

const leaks = (shown: string, secrets: readonly string[]) => {
  const plain = fold(shown).toLowerCase()
  return secrets.filter((secret) => plain.includes(fold(secret).toLowerCase()))
}

test('nothing personal and no system gets into the public text', () => {
  const found = LEAKY.map(([text, secrets]) => {
    const { shown } = redactText(text, 'không')
    return { shown, leaks: leaks(shown, secrets) }
  })
  expect(found.filter((each) => each.leaks.length > 0)).toEqual([])
})

test('what is in the middle of a long answer, in capitals or on several lines is found as well', () => {
  const long = 'Phiếu được kiểm ở bàn, xếp vào kệ. '.repeat(8)
  for (const [text, secrets] of LEAKY) {
    expect(leaks(redactText(`${long}${text}. ${long}`, '').shown, secrets)).toEqual([])
    expect(leaks(redactText(`${long}\n${text}\n${long}`, '').shown, secrets)).toEqual([])
  }
})

test('what the author keeps back is not repeated in a public field', () => {
  for (const [confidential, text, secrets] of CONFIDENTIAL) {
    const { shown, flags } = redactText(text, confidential)
    expect(leaks(shown, secrets)).toEqual([])
    expect(flags.map(({ kind }) => kind)).toContain('confidential')
  }
})

test('"không" keeps nothing back', () => {
  for (const nothing of ['không', 'Không có.', 'khong', '']) {
    expect(redactText('Không có nội dung nào được nhập lại.', nothing).flags).toEqual([])
  }
})

test('plain text is shown as it is', () => {
  const touched = PLAIN.map((text) => redactText(text, 'không')).filter(({ flags }) => flags.length > 0)
  expect(touched.map(({ shown, flags }) => ({ shown, flags }))).toEqual([])
})

test('a text marked as a state secret is dropped whole', () => {
  const { shown, flags } = redactText('TỐI MẬT\nKế hoạch bố trí lực lượng', '')
  expect(shown).not.toContain('lực lượng')
  expect(flags).toEqual([{ kind: 'state_secret', quote: '' }])
})

test('covering twice changes nothing more', () => {
  for (const [text] of LEAKY) {
    const { shown } = redactText(text, '')
    expect(redactText(shown, '')).toMatchObject({ shown, flags: [] })
  }
})

test('field by field, both sides are there to compare', () => {
  const [field] = redact([{ fieldId: 'problem', text: 'Chị Lan chờ lâu.' }], 'không')
  expect(field).toEqual({
    fieldId: 'problem',
    internal: 'Chị Lan chờ lâu.',
    shown: 'Chị [tên người đã che] chờ lâu.',
    flags: [{ kind: 'name', quote: 'Lan' }],
  })
})

test('a name typed without marks is found beside our own words, which have them', () => {
  const { flags } = redactText('Da co, anh chi gap chi Lan o quay so 3, [số điện thoại đã che].', '')
  expect(flags).toEqual([{ kind: 'name', quote: 'Lan' }])
})
