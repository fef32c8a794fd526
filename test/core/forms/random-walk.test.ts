import { expect, test } from 'vitest'
import { proposeAnswers } from '../../../core/challenges/prefill/propose-answers.ts'
import { problemStatementForm } from '../../../core/challenges/statement-form.ts'
import type { Answer, Answers } from '../../../core/forms/form.ts'
import { problemOf } from '../../../core/forms/missing-fields.ts'
import type { Run } from '../../../core/forms/run.ts'
import { createRandom } from '../../support/random.ts'
import { sampleForm } from '../../support/sample-form.ts'
import { type Hand, talkForm } from '../../support/talk-form.ts'

const COMMANDS = [
  ...[
    'quay lại',
    'bo qua',
    'xem lại',
    'tiếp',
    'sửa 5',
    'sửa 12',
    'sua 99',
    'sửa',
    'xong',
    'thêm',
    'nhắc lại',
    'giúp',
  ],
  ...['vi du', 'còn thiếu gì', 'hủy', 'xem 4', 'sửa tên bài toán', 'gửi tệp', 'khôi phục', 'tiếp tục nhé'],
]
const TEXTS = [
  ...[
    'Mỗi ngày 230 hồ sơ, người dân chờ 45 phút.',
    'à không, 320 hồ sơ chứ không phải 230',
    '7',
    '1, 2',
    'không',
  ],
  ...[
    'R&D là gì?',
    'phường Bàn Cờ',
    'cảm ơn em',
    'chưa có',
    'Dịch vụ',
    'Văn phòng phường, 028 3822 1234',
    'sổ theo dõi',
  ],
  ...[
    'Nguyên nhân: thiếu người. Ảnh hưởng đến 200 hộ dân. Hiện nay chờ 45 phút, mục tiêu còn 15 phút.',
    '  ',
    '😀',
  ],
  ...['Người dân phải chờ lâu ở bộ phận một cửa của phường. Xong', 'rất dài '.repeat(500), 'sửa 45 thành 50'],
]

const flat = (answer: Answer | undefined): string[] => {
  if (answer === undefined) return []
  switch (answer.kind) {
    case 'text':
      return [answer.text]
    case 'indicators':
      return answer.rows.flatMap((row) => Object.values(row).filter((piece) => piece !== null))
    default:
      return []
  }
}

/** Words that were written before, and are in no answer and in nothing that was said to the person now. */
function lost(before: Answers, after: Answers, heard: string): string[] {
  const now = [...Object.values(after).flatMap(flat), heard].join('\n').replace(/\s+/g, ' ')
  return Object.values(before)
    .flatMap(flat)
    .flatMap((text) => text.split('\n'))
    .filter((line) => !now.includes(line.replace(/\s+/g, ' ').trim().slice(0, 60)))
}

function walk(form: Run['form'], { seed, steps, hand }: { seed: number; steps: number; hand: Hand }) {
  const random = createRandom(seed)
  const begin = () =>
    talkForm({ form, ...(form === problemStatementForm && { propose: proposeAnswers }) }, undefined, hand)
  let talk = begin()
  const seen = new Set<string>()
  for (let step = 0; step < steps; step += 1) {
    const before = talk.answers()
    const { place, over } = talk.standing()
    const label = talk.labels().length > 0 && random.chance(0.5) ? random.pick(talk.labels()) : null
    const said = label ?? random.pick(random.chance(0.4) ? COMMANDS : TEXTS)
    const story = `seed ${seed}, step ${step}, at ${JSON.stringify(place)} ${over?.ask ?? ''}: "${said}"`
    label === null ? talk.say(said) : talk.pick(label)
    seen.add(over?.ask ?? place.at)

    expect(talk.heard().trim(), story).not.toBe('')
    expect(talk.heard().length, story).toBeLessThan(2000)
    expect(talk.labels().length, story).toBe(new Set(talk.labels()).size)
    const isReplaced =
      over?.ask === 'correction' ||
      over?.ask === 'replace' ||
      place.at === 'picking' ||
      place.at === 'indicator' ||
      place.at === 'too_long'
    if (!isReplaced) expect(lost(before, talk.answers(), talk.heard()), story).toEqual([])
    const gone = Object.keys(before).filter((id) => talk.answers()[id] === undefined)
    expect(place.at === 'picking' ? [] : gone, story).toEqual([])
    const from = talk.standing()
    const left = talkForm({ form, answers: talk.answers() }, from, hand).say('dừng')
    expect(left.status(), story).toBe('stopped')
    if (talk.status() === 'given_up') talk = begin()
  }
  return { talk, seen }
}

test.each<[string, Run['form'], Hand, number, number]>([
  ['the sample form', sampleForm, 'typed', 1, 300],
  ['the sample form', sampleForm, 'buttons', 2, 300],
  ['the problem statement', problemStatementForm, 'typed', 3, 150],
  ['the problem statement', problemStatementForm, 'buttons', 4, 150],
])('nobody is lost in %s on a random walk (%#)', (_, form, hand, seed, steps) => {
  const walks = [seed, seed + 10, seed + 20].map((each) => walk(form, { seed: each, steps, hand }))
  const seen = new Set(walks.flatMap((each) => [...each.seen]))
  for (const place of ['asking', 'collecting', 'picking', 'indicator', 'cancel', 'preview', 'keep_text']) {
    expect(seen).toContain(place)
  }
})

test('whoever keeps answering comes to the end', () => {
  const random = createRandom(7)
  for (let round = 0; round < 5; round += 1) {
    const talk = talkForm({ form: problemStatementForm })
    for (let step = 0; step < 120 && talk.at() !== 'end'; step += 1) {
      const done = talk.labels().find((label) => /^(Xong|Đủ rồi)/.test(label))
      if (done) talk.pick(done)
      else if (talk.labels().length > 0) talk.pick(random.pick(talk.labels().slice(0, 2)))
      else talk.say(random.pick(['Người dân phải chờ hơn 45 phút ở quầy.', 'bỏ qua']))
    }
    expect(talk.at()).toBe('end')
    const open = problemStatementForm.fields.filter((field) => problemOf(field, talk.answers()) === 'missing')
    expect(talk.say('còn thiếu gì').heard()).toContain(open.length > 0 ? 'Còn thiếu' : '')
  }
})
