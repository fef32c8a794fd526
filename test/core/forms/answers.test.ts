import { describe, expect, test } from 'vitest'
import type { Answers } from '../../../core/forms/form.ts'
import type { Place } from '../../../core/forms/place.ts'
import { formTexts } from '../../../core/texts/forms.ts'
import { sampleAnswers } from '../../support/sample-form.ts'
import { type Hand, talkForm } from '../../support/talk-form.ts'

const asking = (fieldId: string): Place => ({ at: 'asking', fieldId, route: null })
const at = (place: Place, answers: Answers, hand: Hand = 'typed') =>
  talkForm({ answers }, { place, over: null }, hand)
const text = (value: string) => ({ kind: 'text' as const, text: value })
const head = { topic: sampleAnswers.topic, unit: sampleAnswers.unit } as Answers

describe.each<Hand>(['typed', 'buttons'])('answers, %s', (hand) => {
  test('a long answer comes in several messages, and "xong" ends it', () => {
    const talk = at(asking('story'), { ...head, title: text('Tên bài') }, hand)
    talk.say('Buổi sáng rất đông.', 'Có người chờ từ 7 giờ.')
    expect(talk.answer('story')).toEqual(text('Buổi sáng rất đông.\nCó người chờ từ 7 giờ.'))
    expect(talk.pick(formTexts.done).at()).toBe('picking aspects')
  })

  test('what is too long is kept whole until the person has decided', () => {
    const long = 'Người dân phải chờ lâu. '.repeat(12).trim()
    const open = () =>
      at(asking('story'), { ...head, title: text('Tên bài') }, hand)
        .say(long)
        .pick(formTexts.done)
    expect(open().answer('story')).toEqual(text(long))
    expect(open().heard()).toContain('287 ký tự')
    expect(open().pick(formTexts.leaveLong).answer('story')).toEqual(text(long))
    const split = open().pick(formTexts.split('mục 7 (Ghi thêm)'))
    const parts = ['story', 'extra'].map((id) => (split.answer(id) as { text: string }).text)
    expect(parts.join(' ')).toBe(long)
    expect(parts[0]?.length).toBeLessThanOrEqual(200)
    const shorter = open().pick(formTexts.shorten).say('Người dân phải chờ lâu.').pick(formTexts.replaceYes)
    expect(shorter.answer('story')).toEqual(text('Người dân phải chờ lâu.'))
    expect(shorter.heard()).toContain('Trước đó ghi')
  })

  test('a correction in free words shows before and after, and is written when it is confirmed', () => {
    const open = () => at(asking('extra'), sampleAnswers, hand).say('à không, 320 hồ sơ chứ không phải 230')
    expect(open().heard()).toContain('Sau: Mỗi ngày 320 hồ sơ, chờ 45 phút.')
    expect(open().answer('story')).toEqual(sampleAnswers.story)
    const yes = open().pick(formTexts.correctionYes)
    expect(yes.answer('story')).toEqual(text('Mỗi ngày 320 hồ sơ, chờ 45 phút.'))
    expect(yes.at()).toBe('asking extra')
    expect(open().pick(formTexts.correctionNo).answers()).toEqual(sampleAnswers)
  })

  test('a number that stands in two answers is asked about', () => {
    const talk = at(asking('extra'), sampleAnswers, hand).say('nhầm, 50 chứ không phải 45')
    expect(talk.labels()).toHaveLength(3)
    talk.pick(talk.labels()[0] ?? '')
    expect(talk.answer('measures')).toMatchObject({ rows: [{ before: '50' }] })
    expect(talk.answer('story')).toEqual(sampleAnswers.story)
  })

  test('an answer that only sounds like a correction can be taken as the answer', () => {
    const said = 'Mỗi ngày 300 chứ không phải 230 hồ sơ như báo cáo.'
    const talk = at(asking('extra'), { ...sampleAnswers, extra: text('cũ') }, hand).say(said)
    expect(talk.over()).toBe('correction')
    expect(talk.pick(formTexts.correctionAnswer, formTexts.replaceYes).answer('extra')).toEqual(text(said))
  })

  test('an unknown value to correct is said, and nothing changes', () => {
    const talk = at(asking('extra'), sampleAnswers, hand).say('à không, 9 chứ không phải 8')
    expect(talk.heard()).toContain(formTexts.correctionNotFound('8'))
    expect(talk.answers()).toEqual(sampleAnswers)
  })

  test('a pasted statement is filled in field by field, each confirmed', () => {
    const paste =
      'Chủ đề gì cũng được. Tên gọi: Bớt chờ. Câu chuyện: Rất đông. Ghi thêm: Không. Điểm khác: Có.'
    const open = () => at(asking('title'), head, hand).say(paste)
    expect(open().over()).toBe('paste')
    const filled = open().pick(
      formTexts.pasteYes,
      formTexts.proposalYes,
      formTexts.proposalYes,
      formTexts.proposalNo,
    )
    expect(filled.pick(formTexts.proposalNo).answers()).toEqual({
      ...head,
      title: text('Bớt chờ'),
      story: text('Rất đông'),
    })
    expect(filled.at()).toBe('picking aspects')
    expect(open().pick(formTexts.pasteNo).answer('title')).toEqual(text(paste))
    expect(open().pick(formTexts.pasteYes, formTexts.proposalNone).answers()).toEqual(head)
  })

  test('what an earlier answer says of a later field is offered with its question', () => {
    const answers = { ...head, title: text('Giảm chờ. Câu chuyện: Chờ từ 7 giờ.') }
    const open = () => at(asking('story'), answers, hand)
    expect(open().heard()).toContain(formTexts.suggested('Chờ từ 7 giờ'))
    expect(open().pick(formTexts.takeSuggested).answer('story')).toEqual(text('Chờ từ 7 giờ'))
    expect(open().say('Chuyện khác hẳn.').answer('story')).toEqual(text('Chuyện khác hẳn.'))
  })

  test('a long answer is replaced, continued or left as the person says', () => {
    const open = () => at(asking('story'), sampleAnswers, hand).say('Chuyện mới.')
    expect(open().answer('story')).toEqual(sampleAnswers.story)
    expect(open().pick(formTexts.replaceYes).answer('story')).toEqual(text('Chuyện mới.'))
    expect(open().pick(formTexts.replaceNo).answer('story')).toEqual(sampleAnswers.story)
    const longer = open().pick(formTexts.replaceAppend).answer('story')
    expect(longer).toEqual(text('Mỗi ngày 230 hồ sơ, chờ 45 phút.\nChuyện mới.'))
  })

  test('text typed on another question is asked about, not lost and not taken', () => {
    const open = () => at(asking('story'), head, hand).say('hủy', 'Người dân chờ lâu.')
    expect(open().over()).toBe('keep_text')
    expect(open().answers()).toEqual(head)
    expect(open().pick(formTexts.keepTextYes).answer('story')).toEqual(text('Người dân chờ lâu.'))
    expect(open().say('xong').answer('story')).toEqual(text('Người dân chờ lâu.'))
    expect(open().pick(formTexts.keepTextNo).answers()).toEqual(head)
    expect(open().say('quay lại').heard()).toContain(formTexts.textNotKept('Người dân chờ lâu.'))
    expect(open().say('xem lại').heard()).toContain('Người dân chờ lâu.')
  })

  test('several options at once, one by one, all, and taken back', () => {
    const place: Place = { at: 'picking', fieldId: 'aspects', route: null, picked: [] }
    const open = () => at(place, head, hand)
    expect(open().say('1, 3').answer('aspects')).toEqual({ kind: 'choices', ids: ['service', 'policy'] })
    expect(open().say('tất cả').answer('aspects')).toMatchObject({ ids: ['service', 'process', 'policy'] })
    expect(open().say('dich vu va quy trinh').answer('aspects')).toMatchObject({
      ids: ['service', 'process'],
    })
    const talk = open().pick('Dịch vụ', 'Quy trình', formTexts.pickedMark('Dịch vụ'))
    expect(talk.answer('aspects')).toEqual({ kind: 'choices', ids: ['process'] })
    expect(open().say('1, 9').heard()).toContain(formTexts.notAnOption)
  })

  test('a unit: one’s own, another by name, one that is not known', () => {
    const open = () => at(asking('unit'), { topic: sampleAnswers.topic } as Answers, hand)
    expect(open().pick('Phường Sài Gòn').answer('unit')).toEqual({ kind: 'unit', code: '26740' })
    expect(open().pick(formTexts.otherUnit).say('ban co').answer('unit')).toEqual({
      kind: 'unit',
      code: '27154',
    })
    expect(open().say('phuong abcxyz').heard()).toContain(formTexts.unitNotFound)
  })
})

test('a wrong answer is kept for now, said to be wrong, and can be left for later', () => {
  const talk = at(asking('title'), head).say('Ngắ')
  expect(talk.heard()).toContain('Tên quá ngắn')
  expect(talk.answer('title')).toEqual(text('Ngắ'))
  expect(talk.at()).toBe('asking title')
  expect(talk.say('bỏ qua').at()).toBe('asking story')
  expect(talk.say('còn thiếu gì').heard()).toContain('3 Tên gọi')
})

test('a required field that is skipped stays to be done', () => {
  const talk = at(asking('story'), { ...head, title: text('Tên bài') }).say('bỏ qua')
  expect(talk.heard()).toContain(formTexts.requiredSkipped('mục 4 (Câu chuyện)'))
  expect(talk.say('con thieu gi').heard()).toContain('4 Câu chuyện')
})

test('an edit leads back to where the person was', () => {
  const talk = at(asking('extra'), { ...sampleAnswers, extra: text('x y z') }).say(
    'sửa 3',
    'sửa chủ đề',
    'Thuế',
  )
  expect(talk.at()).toBe('asking title')
  expect(talk.say('Tên mới hơn').at()).toBe('asking extra')
  expect(at({ at: 'end' }, sampleAnswers).say('sửa 3', 'Tên mới hơn').at()).toBe('end')
})

test('an edit in the middle of a long answer or a measure comes back to that middle', () => {
  const collecting = at(asking('story'), { ...head, title: text('Tên bài') }).say(
    'Rất đông.',
    'sửa 3',
    'Tên mới',
  )
  expect(collecting.at()).toBe('collecting story')
  const place: Place = { at: 'indicator', fieldId: 'measures', route: null, row: 0, piece: 'name' }
  const measure = at(place, head).say('Thời gian chờ', 'phút', 'sửa chủ đề', 'Thuế')
  expect(measure.place()).toMatchObject({ at: 'indicator', piece: 'before' })
})

test('a name that fits several fields is asked about', () => {
  const talk = at({ at: 'end' }, sampleAnswers).say('sửa 99')
  expect(talk.heard()).toContain(formTexts.noSuchField('99'))
  expect(talk.say('3').at()).toBe('asking title')
})

test('words that begin like a command but go on are an answer', () => {
  const said = 'Sửa chữa đường hẻm quá chậm'
  expect(at(asking('title'), head).say(said).answer('title')).toEqual(text(said))
})

test('a slip of a number is no answer in words', () => {
  const talk = at(asking('story'), { ...head, title: text('Tên bài') }).say('2')
  expect(talk.heard()).toContain(formTexts.notByNumber)
  expect(talk.answer('story')).toBeUndefined()
})

test('a value before that nobody knows is not asked for its source', () => {
  const place: Place = { at: 'indicator', fieldId: 'measures', route: null, row: 0, piece: 'name' }
  const talk = at(place, head).say('Thời gian chờ', 'phút', 'chưa có')
  expect(talk.place()).toMatchObject({ piece: 'target' })
  expect(talk.say('quay lại').place()).toMatchObject({ piece: 'before' })
})
