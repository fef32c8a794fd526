import { expect, test } from 'vitest'
import { takeIn } from '../../bots/take-in.ts'
import { buildInbound } from '../support/build-deps.ts'

test('the platform learns that a message was seen once it is stored, and nobody waits for that', async () => {
  const told: string[] = []
  const message = buildInbound('lan', 'x')
  const channel = {
    acknowledge: ({ id }: { id: string }) => {
      told.push(`seen ${id}`)
      return new Promise<void>(() => {})
    },
  }
  await takeIn(channel, message, async ({ id }) => {
    told.push(`stored ${id}`)
    return { status: 'stored' }
  })
  expect(told).toEqual([`stored ${message.id}`, `seen ${message.id}`])
})

test('what was not stored was not seen', async () => {
  const channel = { acknowledge: () => expect.unreachable() }
  const away = async () => Promise.reject(new Error('the database is away'))
  await expect(takeIn(channel, buildInbound('lan', 'x'), away)).rejects.toThrow('away')
  const refuse = async () => ({ status: 'refused' }) as const
  expect(await takeIn(channel, buildInbound('lan', 'x'), refuse)).toEqual({ status: 'refused' })
})
