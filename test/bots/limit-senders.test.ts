import { beforeEach, describe, expect, test } from 'vitest'
import { type LimitedReceive, limitSenders } from '../../bots/limit-senders.ts'
import type { Inbound } from '../../core/message.ts'
import { buildInbound } from '../support/build-deps.ts'

const START = Date.UTC(2026, 10, 21, 2)

let stored: Inbound[]
let told: Inbound[]
let away: boolean
let receive: LimitedReceive

beforeEach(() => {
  stored = []
  told = []
  away = false
  receive = limitSenders({
    most: 3,
    async receive(message) {
      if (away) throw new Error('the database is away')
      if (stored.some(({ id }) => id === message.id)) return { status: 'duplicate' }
      stored.push(message)
      return { status: 'stored' }
    },
    async refuse(message) {
      if (away) throw new Error('the database is away')
      told.push(message)
    },
  })
})

const onWeb = (user: string) => ({ from: { channel: 'web', chatId: user } }) as const
const write = async (user: string, seconds: number, changes: Partial<Inbound> = {}) =>
  (
    await receive(
      buildInbound(user, 'x', { ...onWeb(user), at: new Date(START + seconds * 1000), ...changes }),
    )
  ).status

describe('a sender', () => {
  test('may write so many messages within a minute, and is told once that more are not taken', async () => {
    expect([await write('lan', 0), await write('lan', 1), await write('lan', 2)]).toEqual([
      'stored',
      'stored',
      'stored',
    ])
    expect([await write('lan', 3), await write('lan', 4), await write('lan', 59)]).toEqual([
      'refused',
      'refused',
      'refused',
    ])
    expect(stored).toHaveLength(3)
    expect(told).toHaveLength(1)
  })

  test('is heard again when the minute is over, and told again in the next flood', async () => {
    for (let second = 0; second < 5; second += 1) await write('lan', second)
    expect([await write('lan', 63), await write('lan', 64), await write('lan', 65)]).toEqual([
      'stored',
      'stored',
      'stored',
    ])
    expect(await write('lan', 66)).toBe('refused')
    expect(told).toHaveLength(2)
  })

  test('does not use up what others may write, nor they on another channel', async () => {
    for (let second = 0; second < 4; second += 1) await write('lan', second)
    expect(await write('minh', 4)).toBe('stored')
    expect(await write('lan', 4, { from: { channel: 'telegram', chatId: 'lan' } })).toBe('stored')
  })

  test('who wrote over hours while we were away is heard in full', async () => {
    const statuses = []
    for (let hour = 0; hour < 10; hour += 1) statuses.push(await write('lan', hour * 3600))
    expect(new Set(statuses)).toEqual(new Set(['stored']))
  })

  test('is not charged for redeliveries', async () => {
    await write('lan', 0, { id: 'same' })
    for (let n = 0; n < 5; n += 1) expect(await write('lan', 0, { id: 'same' })).toBe('duplicate')
    expect([await write('lan', 1), await write('lan', 2), await write('lan', 3)]).toEqual([
      'stored',
      'stored',
      'refused',
    ])
  })

  test('is not charged for what could not be stored, and the sentence is not lost either', async () => {
    away = true
    for (let n = 0; n < 5; n += 1) await expect(write('lan', n)).rejects.toThrow('away')
    away = false
    for (let n = 0; n < 3; n += 1) expect(await write('lan', n)).toBe('stored')
    away = true
    await expect(write('lan', 4)).rejects.toThrow('away')
    away = false
    expect(await write('lan', 5)).toBe('refused')
    expect(told).toHaveLength(1)
  })

  test('cannot get past by writing everything at once', async () => {
    const statuses = await Promise.all(Array.from({ length: 10 }, () => write('lan', 0)))
    expect(statuses.filter((status) => status === 'stored')).toHaveLength(3)
  })
})

test('blocks and unblocks always pass, and so does the terminal', async () => {
  for (let n = 0; n < 10; n += 1) expect(await write('lan', 0, { event: 'blocked' })).toBe('stored')
  const from = { channel: 'console', chatId: 'minh' } as const
  for (let n = 0; n < 10; n += 1) expect(await write('minh', 0, { from })).toBe('stored')
})
