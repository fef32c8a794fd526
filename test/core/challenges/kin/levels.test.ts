import { expect, test } from 'vitest'
import { countAcrossTopics, createJudge, summarise } from '../../../../bench/kin/measure-levels.ts'
import { buildKinIndex } from '../../../../core/challenges/kin/build-kin-index.ts'
import { levelOf } from '../../../../core/challenges/kin/measure-likeness.ts'
import { fold } from '../../../../core/vietnamese.ts'

const judge = createJudge('tuning')
const written = judge('original')
const floor = { same: 0.88, kin: 0.86, different: 0.94 }

test('on the pairs of the tuning half, each label is told at least as well as promised', () => {
  const figures = summarise(written)
  for (const label of ['same', 'kin', 'different'] as const) {
    expect(figures[label].f1, label).toBeGreaterThanOrEqual(floor[label])
  }
})

test('on pairs of other matters, which nothing was found on, it does not fall far behind', () => {
  const judged = createJudge('held-out')('original')
  const figures = summarise(judged)
  expect(figures.same.f1).toBeGreaterThanOrEqual(0.8)
  expect(figures.kin.f1).toBeGreaterThanOrEqual(0.75)
  expect(judged.filter(({ label, level }) => label === 'same' && level === 'different')).toEqual([])
})

test('the same statements typed without diacritics are told as well', () => {
  const typed = judge('no diacritics')
  expect(typed.filter(({ level }, at) => level !== written[at]?.level).length).toBeLessThanOrEqual(2)
})

test('statements of other topics are never taken for the same, and rarely for kin', () => {
  const { pairs, same, kin } = countAcrossTopics('tuning')
  expect(same).toBe(0)
  expect(kin / pairs).toBeLessThan(0.03)
})

const queue = 'Người dân xếp hàng, phải chờ lâu khi nộp hồ sơ ở bộ phận một cửa. Mỗi ngày 320 lượt.'
const parts = (text: string) => [{ text, weight: 1 }]
const { compare } = buildKinIndex([])

test('other numbers and other typing do not make another problem', () => {
  expect(compare(parts(queue), parts(queue))).toBeCloseTo(1)
  expect(compare(parts(queue), parts(queue.replace('320', '1.450')))).toBeCloseTo(1)
  expect(compare(parts(queue), parts(fold(queue).toUpperCase()))).toBeCloseTo(1)
})

test('likeness does not depend on which statement is asked for', () => {
  const other = parts('Bà con đợi rất lâu tại quầy tiếp nhận, chen chúc từ sáng sớm.')
  expect(compare(parts(queue), other)).toBeCloseTo(compare(other, parts(queue)))
})

test('polite words and the words of every office do not make different problems alike', () => {
  const polite =
    'Kính thưa quý cơ quan, hiện nay trên địa bàn phường người dân rất quan tâm đến việc này, trong thời gian qua tình hình còn nhiều khó khăn.'
  const dogs = 'Chó thả rông cắn người, sáu tháng có 52 ca phải tiêm ngừa.'
  expect(levelOf(compare(parts(`${polite} ${queue}`), parts(`${polite} ${dogs}`)))).not.toBe('same')
  expect(levelOf(compare(parts(polite), parts(queue)))).toBeNull()
  expect(levelOf(compare(parts(`${polite} ${queue}`), parts(queue)))).toBe('same')
})

test('nothing, emoji and a long text are read without harm', () => {
  const index = buildKinIndex([{ id: 'queue', parts: parts(queue) }])
  expect(index.search(parts('😀 …'))).toEqual([])
  expect(index.search([])).toEqual([])
  expect(levelOf(index.search(parts(`${'abc xyz '.repeat(3_000)}${queue}`))[0]?.likeness ?? 0)).not.toBe(
    'same',
  )
})
