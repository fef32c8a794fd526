import { describe, expect, it } from 'vitest'
import { readStatements } from '../../../bench/statements/read-statements.ts'
import { joinLines } from '../../../core/challenges/prefill/join-lines.ts'
import { proposeAnswers } from '../../../core/challenges/prefill/propose-answers.ts'
import { problemStatementForm } from '../../../core/challenges/statement-form.ts'
import type { Answers, Proposal } from '../../../core/forms/form.ts'
import { questions } from '../../../core/texts/statement-form/questions.ts'
import { fold } from '../../../core/vietnamese.ts'

const letter =
  'Kính gửi Sở, hiện nay trạm y tế phường tôi mỗi sáng có khoảng 90 lượt khám, người bệnh phải chờ rất lâu. ' +
  'Thời gian chờ khám trung bình 45 phút theo số liệu bấm giờ tháng 3/2026. Nguyên nhân là do hồ sơ giấy phải tìm bằng tay. ' +
  'Việc này ảnh hưởng đến khoảng 1.800 người bệnh mỗi tháng. Mong muốn giảm thời gian chờ khám xuống còn 15 phút trước 31/12/2027. ' +
  'Năm 2025 trạm đã thử phát số giấy nhưng không hiệu quả. Kinh phí khoảng 300 triệu đồng từ nguồn ngân sách phường. ' +
  'Nếu không giải quyết thì sẽ quá tải. Liên hệ: Văn phòng UBND phường, 028 3829 1234, hoặc anh Tuấn 0909123456.'

const form = [
  'ỦY BAN NHÂN DÂN XÃ',
  'Tên bài toán: Rút ngắn thời gian trả lời',
  'phản ánh của người dân tại xã',
  'Lĩnh vực: Quản trị địa phương',
  'Đơn vị đề xuất: xã Bình Lợi',
  '1. Thực trạng và nguyên nhân',
  'Mỗi tháng xã nhận 160 phản ánh, trung bình 9 ngày mới có trả',
  'lời. Do phản ánh đến từ 5 nơi.',
  '2. Mục tiêu',
  'Thời gian trả lời phản ánh giảm từ 9 ngày xuống còn 3 ngày. Tỷ lệ hài lòng đạt 85% vào năm 2027.',
  '3. Kinh phí (dự kiến): 250 triệu đồng',
  '4. Phân loại: quy trình, dịch vụ',
  '5. Đề nghị hỗ trợ: Inno-Coffee và R&D',
].join('\n')

const said = (proposals: Proposal[], fieldId: string) =>
  proposals.find((each) => each.fieldId === fieldId)?.answer
const text = (proposals: Proposal[], fieldId: string) => {
  const answer = said(proposals, fieldId)
  return answer?.kind === 'text' ? answer.text : undefined
}

describe('a letter that an official pastes', () => {
  const found = proposeAnswers(letter, {})

  it('gives each field the sentence that speaks of it', () => {
    expect(text(found, 'problem')).toContain('phải chờ rất lâu')
    expect(text(found, 'causes')).toBe('Nguyên nhân là do hồ sơ giấy phải tìm bằng tay.')
    expect(text(found, 'affected')).toBe('Việc này ảnh hưởng đến khoảng 1.800 người bệnh mỗi tháng.')
    expect(text(found, 'tried')).toBe('Năm 2025 trạm đã thử phát số giấy nhưng không hiệu quả.')
    expect(text(found, 'urgency')).toBe('Nếu không giải quyết thì sẽ quá tải.')
    expect(text(found, 'budget')).toContain('300 triệu đồng')
    expect(said(found, 'field')).toEqual({ kind: 'choice', id: 'health' })
  })

  it('brings the two values of one measure together', () => {
    expect(said(found, 'indicators')).toEqual({
      kind: 'indicators',
      rows: [
        {
          name: 'Thời gian chờ khám',
          unit: 'phút',
          before: '45',
          target: '15',
          date: '31/12/2027',
          source: 'số liệu bấm giờ tháng 3/2026',
        },
      ],
    })
  })

  it('takes the office’s line and leaves the private number behind', () => {
    expect(text(found, 'office_contact')).toBe('Liên hệ: Văn phòng UBND phường, 028 3829 1234')
    expect(JSON.stringify(found)).not.toContain('0909123456')
  })

  it('finds the same without diacritics', () => {
    const bare = proposeAnswers(fold(letter), {}).map(({ fieldId }) => fieldId)
    for (const id of ['field', 'problem', 'causes', 'affected', 'tried', 'indicators', 'required_result']) {
      expect(bare).toContain(id)
    }
  })

  it('leaves alone what has an answer', () => {
    const answers: Answers = { causes: { kind: 'text', text: 'Đã trả lời rồi.' } }
    expect(said(proposeAnswers(letter, answers), 'causes')).toBeUndefined()
  })

  it('offers nothing out of a text with a secrecy marking', () => {
    expect(proposeAnswers(`TỐI MẬT\n${letter}`, {})).toEqual([])
  })
})

describe('a form with labels and headings', () => {
  const found = proposeAnswers(form, {})

  it('puts what stands under a label where it belongs, broken lines joined', () => {
    expect(text(found, 'title')).toBe('Rút ngắn thời gian trả lời phản ánh của người dân tại xã')
    expect(text(found, 'current_state')).toContain('trung bình 9 ngày mới có trả lời.')
    expect(text(found, 'budget')).toBe('250 triệu đồng')
    expect(said(found, 'field')).toEqual({ kind: 'choice', id: 'local_governance' })
    expect(said(found, 'problem_class')).toEqual({ kind: 'choices', ids: ['service', 'process'] })
    expect(said(found, 'support_wanted')).toEqual({ kind: 'choices', ids: ['inno_coffee', 'rd'] })
  })

  it('leaves the unit to whoever knows the units', () => {
    expect(said(found, 'proposing_unit')).toBeUndefined()
  })

  it('reads two measures of one paragraph apart', () => {
    const answer = said(found, 'indicators')
    expect(
      answer?.kind === 'indicators' && answer.rows.map(({ name, before, target }) => [name, before, target]),
    ).toEqual([
      ['Thời gian trả lời phản ánh', '9', '3'],
      ['Tỷ lệ hài lòng', null, '85'],
    ])
  })

  it('leaves out what the form would not take', () => {
    expect(proposeAnswers('Tên bài toán: Rác\nĐầu mối: chị Lan', {})).toEqual([])
  })

  it('comes in the order of the form', () => {
    const order = problemStatementForm.fields.map(({ id }) => id)
    const places = found.map(({ fieldId }) => order.indexOf(fieldId))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })
})

describe('nothing is made up', () => {
  const numbers = (of: string) =>
    of.match(/\p{Nd}[\p{Nd}.,/]*/gu)?.map((each) => each.replace(/[.,/]+$/, '')) ?? []
  const asLetter = (answers: Answers) =>
    Object.values(answers).flatMap((each) =>
      each.kind === 'text'
        ? [each.text]
        : each.kind === 'indicators'
          ? each.rows.map(
              (row) =>
                `${row.name} hiện nay ${row.before} ${row.unit}, mục tiêu ${row.target} ${row.unit} trước ${row.date}.`,
            )
          : [],
    )
  const asForm = (answers: Answers) =>
    Object.entries(answers).flatMap(([id, each]) =>
      each.kind === 'text' ? [`${questions[id as keyof typeof questions].label}: ${each.text}`] : [],
    )
  const texts = [...readStatements('tuned'), ...readStatements('held-out')].flatMap(({ answers }) => [
    asLetter(answers).join(' '),
    asLetter(answers).join('\n'),
    asForm(answers).join('\n'),
    fold(asLetter(answers).join(' ')),
    // As a PDF breaks it.
    asForm(answers)
      .join('\n')
      .replace(/(.{60}\S*) /gu, '$1\n'),
  ])

  it('every figure of a proposal stands in the text, over 300 texts', () => {
    expect(texts).toHaveLength(300)
    for (const each of texts) {
      for (const { fieldId, answer } of proposeAnswers(each, {})) {
        const { kind: _kind, ...rest } = answer
        for (const number of numbers(JSON.stringify(rest))) expect(each, fieldId).toContain(number)
      }
    }
  })

  it('gives back labelled answers whole, also when lines were broken', () => {
    for (const { answers } of readStatements('held-out')) {
      const broken = asForm(answers)
        .join('\n')
        .replace(/(.{60}\S*) /gu, '$1\n')
      const found = proposeAnswers(broken, {})
      const title = answers.title?.kind === 'text' ? answers.title.text : ''
      const proposed = text(found, 'title')
      if (proposed !== undefined) expect(proposed).toBe(title)
      expect(text(found, 'problem') ?? '').toBe(answers.problem?.kind === 'text' ? answers.problem.text : '')
    }
  })

  it('bears anything at all', () => {
    for (const odd of [
      '',
      '\n\n',
      '…',
      '0'.repeat(5000),
      'Tên bài toán:',
      ': : :',
      '\ud800',
      '😀 '.repeat(500),
      'a. '.repeat(3000),
    ]) {
      expect(() => proposeAnswers(odd, {})).not.toThrow()
    }
  })

  it('is done with the longest text in a moment', () => {
    const long = `${letter}\n${form}\n`.repeat(150).slice(0, 200_000)
    expect(proposeAnswers(long, {}).length).toBeGreaterThan(8)
  })
})

describe('lines', () => {
  it('joins what a page broke and keeps lists', () => {
    expect(joinLines('Người dân phải chờ\nrất lâu.\n- một\n- hai\n\nĐoạn mới')).toEqual([
      'Người dân phải chờ rất lâu.',
      '- một',
      '- hai',
      'Đoạn mới',
    ])
  })
})
