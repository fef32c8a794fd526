import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../core/forms/form.ts'
import type { Place } from '../../../core/forms/place.ts'
import { formTexts } from '../../../core/texts/forms.ts'
import { sampleAnswers } from '../../support/sample-form.ts'
import { type Hand, talkForm } from '../../support/talk-form.ts'

const { topic, unit, story } = sampleAnswers
const before = (...ids: string[]): Answers =>
  Object.fromEntries(Object.entries(sampleAnswers).filter(([id]) => ids.includes(id)))
const route = null

/** Each kind of place, and the answers that lead to it. */
const PLACES = {
  choice: { place: { at: 'asking', fieldId: 'topic', route }, answers: {} },
  unit: { place: { at: 'asking', fieldId: 'unit', route }, answers: before('topic') },
  naming_unit: {
    place: { at: 'naming_unit', fieldId: 'unit', route, candidates: [] },
    answers: before('topic'),
  },
  text: { place: { at: 'asking', fieldId: 'title', route }, answers: before('topic', 'unit') },
  long_text: { place: { at: 'asking', fieldId: 'story', route }, answers: before('topic', 'unit', 'title') },
  collecting: {
    place: { at: 'collecting', fieldId: 'story', route, warned: false },
    answers: before('topic', 'unit', 'title', 'story'),
  },
  too_long: {
    place: { at: 'too_long', fieldId: 'story', route },
    answers: { ...before('topic', 'unit', 'title'), story: { kind: 'text', text: 'Dài quá. '.repeat(40) } },
  },
  choices: {
    place: { at: 'picking', fieldId: 'aspects', route, picked: [] },
    answers: before('topic', 'unit', 'title', 'story'),
  },
  picking: {
    place: { at: 'picking', fieldId: 'aspects', route, picked: ['service'] },
    answers: before('topic', 'unit', 'title', 'story', 'aspects'),
  },
  indicator: {
    place: { at: 'indicator', fieldId: 'measures', route, row: 0, piece: 'name' },
    answers: before('topic', 'unit', 'title', 'story', 'aspects'),
  },
  piece: {
    place: { at: 'indicator', fieldId: 'measures', route, row: 0, piece: 'target' },
    answers: before('topic', 'unit', 'title', 'story', 'aspects', 'measures'),
  },
  more_indicators: {
    place: { at: 'more_indicators', fieldId: 'measures', route },
    answers: before('topic', 'unit', 'title', 'story', 'aspects', 'measures'),
  },
  end: { place: { at: 'end' }, answers: sampleAnswers },
} satisfies Record<string, { place: Place; answers: Answers }>
type Kind = keyof typeof PLACES
const KINDS = Object.keys(PLACES) as Kind[]

/** Where a command leads: a place, `same`, or what it asks over the place. */
type Expected = Partial<Record<Kind, string>> & { else: string }
const COMMANDS: Record<string, Expected> = {
  'quay lại': {
    ...{ choice: 'same', unit: 'asking topic', naming_unit: 'asking topic', text: 'asking unit' },
    ...{ long_text: 'asking title', collecting: 'asking title', too_long: 'asking title' },
    ...{ choices: 'asking story', picking: 'asking story', indicator: 'picking aspects' },
    ...{ piece: 'indicator measures', more_indicators: 'picking aspects', end: 'asking extra' },
    else: '',
  },
  'bỏ qua': {
    ...{ choice: 'asking unit', unit: 'asking title', naming_unit: 'asking title', text: 'asking story' },
    ...{ long_text: 'picking aspects', collecting: 'picking aspects', too_long: 'picking aspects' },
    ...{ choices: 'indicator measures', picking: 'indicator measures', indicator: 'asking extra' },
    ...{ piece: 'indicator measures', more_indicators: 'asking extra', end: 'same' },
    else: '',
  },
  xong: {
    ...{ collecting: 'picking aspects', too_long: 'picking aspects', picking: 'indicator measures' },
    ...{ piece: 'more_indicators measures', more_indicators: 'asking extra' },
    else: 'same',
  },
  'tiep tuc': {
    ...{ collecting: 'picking aspects', too_long: 'picking aspects', picking: 'indicator measures' },
    ...{ piece: 'more_indicators measures', more_indicators: 'asking extra' },
    else: 'same',
  },
  'sửa 3': { text: 'asking title', else: 'asking title' },
  'sua ten goi': { else: 'asking title' },
  'thêm nữa': {
    ...{ choice: 'same', unit: 'same', naming_unit: 'same', text: 'same', long_text: 'same' },
    else: 'collecting story',
    end: 'collecting extra',
  },
  sửa: { else: '? which_field' },
  'sửa 99': { else: '? which_field' },
  'xem lai': { else: '? preview' },
  hủy: { else: '? cancel' },
  'xem 3': { else: 'same' },
  'nhắc lại': { else: 'same' },
  giúp: { else: 'same' },
  'ví dụ': { else: 'same' },
  'con thieu gi': { else: 'same' },
  'gửi tệp': { else: 'same' },
  'cảm ơn em': { else: 'same' },
}

describe.each<Hand>(['typed', 'buttons'])('every command at every kind of place, %s', (hand) => {
  describe.each(KINDS)('at %s', (kind) => {
    test.each(Object.entries(COMMANDS))('"%s"', (command, expected) => {
      const { place, answers } = PLACES[kind]
      const talk = talkForm({ answers }, { place, over: null }, hand).say(command)
      const where = talk.over() === null ? talk.at() : `? ${talk.over()}`
      const wanted = expected[kind] ?? expected.else
      const here = talkForm({ answers }, { place, over: null }).at()
      expect(where).toBe(wanted === 'same' ? here : wanted)
      expect(talk.answers()).toEqual(answers)
      expect(talk.heard()).not.toBe('')
    })

    test('the person can leave, or give up after one confirmation', () => {
      const { place, answers } = PLACES[kind]
      const open = () => talkForm({ answers }, { place, over: null }, hand)
      expect(open().say('dừng').status()).toBe('stopped')
      expect(open().say('hủy').pick(formTexts.cancelNo).at()).toBe(open().at())
      expect(open().say('hủy').pick(formTexts.cancelYes).status()).toBe('given_up')
    })

    test('a question in the middle is somebody else’s, and changes nothing', () => {
      const { place, answers } = PLACES[kind]
      const talk = talkForm({ answers }, { place, over: null }, hand).say('R&D là gì?')
      expect(talk.status()).toBe('not_for_me')
      expect(talk.answers()).toEqual(answers)
    })

    test('the preview is left where it was opened', () => {
      const { place, answers } = PLACES[kind]
      const talk = talkForm({ answers }, { place, over: null }, hand).say('xem lại')
      expect(talk.heard()).toContain('1. Chủ đề:')
      expect(talk.pick(formTexts.previewBack).at()).toBe(talkForm({ answers }, { place, over: null }).at())
    })
  })
})

describe.each<Hand>(['typed', 'buttons'])('a form from its first question to its end, %s', (hand) => {
  test('each answer is taken, and the next question follows', () => {
    const talk = talkForm({}, undefined, hand)
    talk
      .pick('Y tế', 'Phường Sài Gòn')
      .say('Giảm thời gian chờ', 'Mỗi ngày 230 hồ sơ, chờ 45 phút.')
      .pick(formTexts.done)
    talk.pick('Dịch vụ', 'Chính sách', formTexts.done).pick('Mức độ hài lòng')
    talk
      .say('%', '62', 'khảo sát tháng 10/2026', '85', 'chưa có')
      .pick(formTexts.enoughIndicators)
      .say('không')
    expect(talk.at()).toBe('end')
    const { title: _, extra, ...others } = talk.answers()
    expect(others).toMatchObject({ topic, unit, story, aspects: { ids: ['service', 'policy'] } })
    expect(extra).toEqual({ kind: 'text', text: 'không' })
    expect(talk.answer('measures')).toEqual({
      kind: 'indicators',
      rows: [
        {
          name: 'Mức độ hài lòng',
          unit: '%',
          before: '62',
          source: 'khảo sát tháng 10/2026',
          target: '85',
          date: null,
        },
      ],
    })
    expect(talk.pick('Gửi').outcome()).toEqual({ status: 'ending', choice: 'end:send' })
  })
})
