import type { Answer, Answers, Form, Proposal } from '../../core/forms/form.ts'
import type { Run } from '../../core/forms/run.ts'
import type { Unit } from '../../core/units/unit.ts'

const common = { why: 'Để hiểu rõ.', public: true } as const
const text = (value: string): Answer => ({ kind: 'text', text: value })

/** A form with a field of each kind, required and not, for the engine alone. */
export const sampleForm: Form = {
  name: 'sample',
  version: 1,
  groups: [
    { id: 'first', label: 'Phần đầu' },
    { id: 'second', label: 'Phần sau' },
  ],
  fields: [
    {
      ...{ ...common, id: 'topic', group: 'first', label: 'Chủ đề', question: 'Chủ đề nào?', required: true },
      example: () => 'Y tế',
      kind: 'choice',
      options: [
        { id: 'health', label: 'Y tế' },
        { id: 'tax', label: 'Thuế' },
      ],
    },
    {
      ...{ ...common, id: 'unit', group: 'first', label: 'Đơn vị', question: 'Đơn vị nào?', required: true },
      example: () => 'phường Sài Gòn',
      kind: 'unit',
    },
    {
      ...{ ...common, id: 'title', group: 'first', label: 'Tên gọi', question: 'Tên là gì?', required: true },
      example: () => 'Giảm chờ đợi',
      kind: 'text',
      longest: 60,
      check: (answer) =>
        answer.kind === 'text' && answer.text.length < 4 ? 'Tên quá ngắn, cần ít nhất 4 chữ.' : null,
    },
    {
      ...{
        ...common,
        id: 'story',
        group: 'first',
        label: 'Câu chuyện',
        question: 'Kể lại giúp.',
        required: true,
      },
      example: () => 'Một bác chờ từ 7 giờ.',
      kind: 'long_text',
      longest: 200,
    },
    {
      ...{
        ...common,
        id: 'aspects',
        group: 'second',
        label: 'Khía cạnh',
        question: 'Khía cạnh nào?',
        required: false,
      },
      example: () => 'Dịch vụ',
      kind: 'choices',
      options: [
        { id: 'service', label: 'Dịch vụ' },
        { id: 'process', label: 'Quy trình' },
        { id: 'policy', label: 'Chính sách' },
      ],
    },
    {
      ...{
        ...common,
        id: 'measures',
        group: 'second',
        label: 'Số đo',
        question: 'Đo bằng gì?',
        required: true,
      },
      example: () => 'Thời gian chờ: 45 phút còn 15 phút',
      kind: 'indicators',
      offered: ['Mức độ hài lòng', 'Mức độ cải thiện'],
      most: 2,
    },
    {
      ...{
        ...common,
        id: 'extra',
        group: 'second',
        label: 'Ghi thêm',
        question: 'Còn gì thêm?',
        required: false,
      },
      example: () => 'Không có.',
      kind: 'long_text',
      longest: 200,
    },
    {
      ...{
        ...common,
        id: 'difference',
        group: 'second',
        label: 'Điểm khác',
        question: 'Khác ở đâu?',
        required: false,
      },
      example: () => 'Khác về phạm vi.',
      kind: 'long_text',
      longest: 200,
      onDemand: true,
    },
  ],
  migrate: (answers) => ({ answers, dropped: [] }),
}

/** An answer to every field of the sample form. */
export const sampleAnswers: Answers = {
  topic: { kind: 'choice', id: 'health' },
  unit: { kind: 'unit', code: '26740' },
  title: text('Giảm thời gian chờ'),
  story: text('Mỗi ngày 230 hồ sơ, chờ 45 phút.'),
  aspects: { kind: 'choices', ids: ['service'] },
  measures: {
    kind: 'indicators',
    rows: [
      { name: 'Thời gian chờ', unit: 'phút', before: '45', target: '15', date: null, source: 'sổ theo dõi' },
    ],
  },
  extra: text('Không có gì thêm.'),
}

const ward = (code: string, name: string): Unit => ({
  code,
  kind: 'ward',
  name,
  formerProvince: null,
  aliases: [],
})

/** What is labelled in a text is proposed for the field of that label. */
export const proposeByLabel = (said: string): Proposal[] =>
  sampleForm.fields.flatMap((field) => {
    const value = new RegExp(`${field.label}: ([^.\\n]+)`).exec(said)?.[1]
    const takes = field.kind === 'text' || field.kind === 'long_text'
    return value && takes ? [{ fieldId: field.id, answer: text(value), quote: value }] : []
  })

export const buildRun = (changes: Partial<Run> = {}): Run => ({
  form: sampleForm,
  answers: {},
  units: [ward('26740', 'Sài Gòn'), ward('27154', 'Bàn Cờ')],
  ownUnits: ['26740'],
  remarks: {},
  propose: proposeByLabel,
  ending: () => ({
    text: 'Đã hết các mục.',
    choices: [
      { id: 'end:send', label: 'Gửi' },
      { id: 'end:leave', label: 'Để đó' },
    ],
  }),
  keepDays: 30,
  ...changes,
})
