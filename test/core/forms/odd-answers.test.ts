import { expect, test } from 'vitest'
import { mendStanding } from '../../../core/forms/ask-form.ts'
import type { Answers } from '../../../core/forms/form.ts'
import { readQuestion } from '../../../core/forms/is-question.ts'
import type { Place, Standing } from '../../../core/forms/place.ts'
import { formTexts } from '../../../core/texts/forms.ts'
import { buildRun, sampleAnswers, sampleForm } from '../../support/sample-form.ts'
import { talkForm } from '../../support/talk-form.ts'

const asking = (fieldId: string): Place => ({ at: 'asking', fieldId, route: null })
const at = (place: Place, answers: Answers) => talkForm({ answers }, { place, over: null })
const text = (value: string) => ({ kind: 'text' as const, text: value })
const head = { topic: sampleAnswers.topic, unit: sampleAnswers.unit, title: text('Tên bài') } as Answers
const measure: Place = { at: 'indicator', fieldId: 'measures', route: null, row: 0, piece: 'name' }

test.each(['👍', '🙏🏽🙏', '❤️', '...', '!!!', ':)'])(
  '"%s" is no answer, and asks nothing to be repeated by hand',
  (sign) => {
    const talk = at(
      { at: 'collecting', fieldId: 'story', route: null, warned: false },
      {
        ...head,
        story: text('Rất đông.'),
      },
    ).say(sign)
    expect(talk.answer('story')).toEqual(text('Rất đông.'))
    expect(at(asking('title'), head).say(sign).answers()).toEqual(head)
  },
)

test('a sign can be what a measure is counted in', () => {
  const talk = at(measure, head).say('Tỷ lệ trả hồ sơ trễ', '%')
  expect(talk.answer('measures')).toMatchObject({ rows: [{ unit: '%' }] })
})

test('a number that is none of the offered measures is a slip, not the name of a measure', () => {
  const talk = at(measure, head).say('9')
  expect(talk.heard()).toContain(formTexts.notAnOption)
  expect(talk.answers()).toEqual(head)
})

test.each(['1.250', '5000', '12.400 hồ sơ'])('"%s" can be the answer in words', (said) => {
  expect(at(asking('story'), head).say(said).answer('story')).toEqual(text(said))
})

test.each(['3', '1, 2', '12.'])('"%s" is a slip where words are asked for', (said) => {
  const talk = at(asking('story'), head).say(said)
  expect(talk.heard()).toContain(formTexts.notByNumber)
  expect(talk.answers()).toEqual(head)
})

test('a number that stands in two measures is asked about, measure by measure', () => {
  const row = { unit: 'phút', before: '45', target: '15', date: null, source: null }
  const rows = [
    { ...row, name: 'Chờ ở quầy' },
    { ...row, name: 'Chờ qua điện thoại' },
  ]
  const answers: Answers = { ...head, measures: { kind: 'indicators', rows } }
  const talk = at({ at: 'end' }, answers).say('sửa 45 thành 50')
  expect(talk.labels()[1]).toContain('số đo 2, hiện nay: 50')
  talk.pick(talk.labels()[1] ?? '')
  expect(talk.answer('measures')).toMatchObject({ rows: [{ before: '45' }, { before: '50' }] })
})

test('who is told that an answer is too long may simply send a shorter one', () => {
  const answers = { ...head, story: text('Người dân phải chờ lâu. '.repeat(12).trim()) }
  const talk = at({ at: 'too_long', fieldId: 'story', route: null }, answers).say('Người dân chờ 45 phút.')
  expect(talk.heard()).toContain('«Người dân chờ 45 phút.»')
  expect(talk.pick(formTexts.replaceYes).answer('story')).toEqual(text('Người dân chờ 45 phút.'))
})

test('what other people ask is an answer, what the person asks is a question', () => {
  expect(readQuestion('Người dân hay hỏi: bao giờ xong?')).toBeNull()
  expect(at(asking('story'), head).say('Bà con tới quầy đều hỏi "khi nào có kết quả?"').at()).toBe(
    'collecting story',
  )
  expect(readQuestion('Cho em hỏi: R&D là gì?')).toEqual({ sure: true })
  expect(readQuestion('Người dân được hỏi ý kiến ở đâu?')).toEqual({ sure: true })
})

test('a field that became another kind is asked anew, and a lost one is left', () => {
  const fields = sampleForm.fields.map((field) =>
    field.id === 'aspects' ? { ...field, kind: 'long_text' as const, longest: 500 } : field,
  )
  const run = buildRun({
    form: { ...sampleForm, fields: fields.filter(({ id }) => id !== 'extra') },
    answers: head,
  })
  const mended = (place: Place, over: Standing['over'] = null) => mendStanding(run, { place, over })
  expect(mended({ at: 'picking', fieldId: 'aspects', route: null, picked: ['service'] })).toEqual({
    place: asking('aspects'),
    over: null,
  })
  expect(mended(asking('extra'))).toBeNull()
  const proposals = [{ fieldId: 'extra', answer: text('Có.'), quote: 'Có.' }]
  expect(mended(asking('title'), { ask: 'proposals', proposals })).toEqual({
    place: asking('title'),
    over: null,
  })
})
