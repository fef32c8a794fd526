import { expect, test } from 'vitest'
import { createRandom } from '../../../bench/random.ts'
import { createPace, type PaceRules } from '../../../core/sending/pace.ts'

type World = { seconds: number; lateMs: number; jitterMs?: number }

/**
 * When the platform gets what goes out in `seconds` while there is always more to send, with timers up to `lateMs` late,
 * and a network that takes from 5 to 5 + `jitterMs` milliseconds either way.
 */
function run(rules: PaceRules, { seconds, lateMs, jitterMs = 0 }: World): number[] {
  const pace = createPace(rules)
  const random = createRandom('pace')
  const arrivals: number[] = []
  const answers: { at: number; answered: (at: number) => void }[] = []
  for (let at = 0; at < seconds * 1_000; ) {
    for (const { at: due, answered } of answers.filter((each) => each.at <= at)) answered(due)
    answers.splice(0, answers.length, ...answers.filter((each) => each.at > at))
    const { others, waitMs } = pace.room(at)
    for (let n = 0; n < others; n += 1) {
      const arrival = at + 5 + random() * jitterMs
      answers.push({
        at: arrival + 5 + random() * jitterMs,
        answered: pace.take(at, 'other', `${arrivals.length}`),
      })
      arrivals.push(arrival)
    }
    at += others > 0 ? 1 : Math.ceil(waitMs) + random() * lateMs
  }
  return arrivals.toSorted((a, b) => a - b)
}

/** The most in any second that begins with a message. */
function busiest(times: number[]): number {
  let most = 0
  let from = 0
  for (const [at, time] of times.entries()) {
    while ((times[from] ?? 0) <= time - 1_000) from += 1
    most = Math.max(most, at - from + 1)
  }
  return most
}

test.each([1, 25, 30, 1_000])(
  '%i a second: at least 97 in a hundred of it, and never more in any second',
  (perSecond) => {
    const times = run({ perSecond, most: null, chatGapMs: 0 }, { seconds: 60, lateMs: 8 })
    expect(times.length / 60 / perSecond).toBeGreaterThanOrEqual(0.97)
    expect(busiest(times)).toBeLessThanOrEqual(perSecond)
  },
)

test('however unevenly the network carries them, no second of the platform’s has one too many', () => {
  const arrivals = run({ perSecond: 30, most: 30, chatGapMs: 0 }, { seconds: 120, lateMs: 40, jitterMs: 120 })
  expect(busiest(arrivals)).toBeLessThanOrEqual(30)
  expect(arrivals.length / 120 / 30).toBeGreaterThan(0.85)
})

test('a long way to the platform costs nothing', () => {
  const pace = createPace({ perSecond: 30, most: 30, chatGapMs: 0 })
  const sent: number[] = []
  const answers: (() => void)[] = []
  for (let at = 0; at < 60_000; at += 1) {
    answers[at - 300]?.()
    if (pace.room(at).others === 0) continue
    const answered = pace.take(at, 'other', 'x')
    answers[at] = () => answered(at + 300)
    sent.push(at)
  }
  expect(sent.length / 60 / 30).toBeGreaterThan(0.97)
})

test('after a rest there is no burst', () => {
  const pace = createPace({ perSecond: 20, most: null, chatGapMs: 0 })
  pace.take(0, 'other', 'a')(5)
  let burst = 0
  for (let at = 60_000; pace.room(at).others > 0; burst += 1) pace.take(at, 'other', `c${burst}`)(at)
  expect(burst).toBe(1)
})

test('a reply goes at once and takes its share of the rate', () => {
  const pace = createPace({ perSecond: 25, most: 30, chatGapMs: 0 })
  pace.take(0, 'other', 'a')
  expect(pace.room(1)).toMatchObject({ others: 0, replies: 29 })
  const before = pace.room(1).waitMs
  pace.take(1, 'reply', 'b')
  expect(pace.room(1).waitMs).toBeGreaterThan(before)
})

test('replies too stay within the platform’s limit', () => {
  const pace = createPace({ perSecond: 25, most: 30, chatGapMs: 0 })
  for (let n = 0; n < 30; n += 1) pace.take(10, 'reply', 'a')(10)
  expect(pace.room(500)).toMatchObject({ replies: 0, others: 0 })
  expect(pace.room(500).waitMs).toBeGreaterThan(500)
  expect(pace.room(1_031).replies).toBe(30)
})

test('a chat that was just written to rests, for what is no reply', () => {
  const pace = createPace({ perSecond: 25, most: 30, chatGapMs: 1_000 })
  pace.take(0, 'other', 'a')
  pace.take(500, 'other', 'b')
  pace.take(600, 'reply', 'c')
  expect(pace.restingChats(900)).toEqual(['a', 'b'])
  expect(pace.restingChats(1_000)).toEqual(['b'])
  expect(pace.restingChats(1_500)).toEqual([])
})
