import { afterEach, beforeEach, expect, test } from 'vitest'
import { LINK_ATTEMPTS, MOST_EVERYWHERE } from '../../core/people/limit-link-attempts.ts'
import { LINK_CODE_MS } from '../../core/people/link-code.ts'
import { linking } from '../../core/texts/linking.ts'
import { openTestCore, type TestCore } from '../support/build-deps.ts'
import { askForCode, link, on, otherThan, personOf } from '../support/linking.ts'
import { hear } from '../support/talk.ts'

const telegram = on('telegram', 'lan')
const zalo = on('zalo-bot', 'lan')

let core: TestCore
let passed: number

beforeEach(async () => {
  passed = 0
  core = await openTestCore('embedded', { now: () => new Date(Date.now() + passed) })
  for (const speaker of [telegram, zalo]) await hear(core, speaker, 'xin chào')
})
afterEach(() => core.close())

const MINUTES = LINK_CODE_MS / 60_000
const guess = async (speaker: ReturnType<typeof on>, code: string, times: number) => {
  let said: string[] = []
  for (let n = 0; n < times; n += 1) said = await hear(core, speaker, code)
  return said
}

test('a code that never was and one that somebody else used are answered alike', async () => {
  const code = await askForCode(core, telegram)
  const stranger = on('web', 'minh')
  await hear(core, stranger, 'xin chào')
  expect(await hear(core, stranger, otherThan(code))).toEqual([linking.codeUnknown])
  await hear(core, zalo, code)
  await hear(core, zalo, '1')
  expect(await hear(core, stranger, code)).toEqual([linking.codeUnknown])
})

test('a code ends after ten minutes, also between the question and the yes', async () => {
  const code = await askForCode(core, telegram)
  expect(await hear(core, zalo, code)).toEqual([linking.confirm('Telegram')])
  passed = LINK_CODE_MS
  expect(await hear(core, zalo, '1')).toEqual([linking.codeUnknown])
  expect(await hear(core, zalo, code)).toEqual([linking.codeExpired])
})

test('a new code ends the one before, also where it was just asked about', async () => {
  const first = await askForCode(core, telegram)
  await hear(core, zalo, first)
  const second = await askForCode(core, telegram)
  expect(await hear(core, zalo, '1')).toEqual([linking.codeUnknown])
  expect(await hear(core, zalo, first)).toEqual([linking.codeUnknown])
  expect(await hear(core, zalo, second)).toEqual([linking.confirm('Telegram')])
})

test('only a hash of a code is kept of it', async () => {
  const code = await askForCode(core, telegram)
  const rows = await core.database.prisma.linkCode.findMany()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain(code)
})

test('after five wrong codes nothing is looked up for ten minutes, not even the right one', async () => {
  const code = await askForCode(core, telegram)
  expect(await guess(zalo, otherThan(code), LINK_ATTEMPTS.most)).toEqual([linking.codeUnknown])
  expect(await hear(core, zalo, code)).toEqual([linking.codeLimited(MINUTES)])
  passed = LINK_ATTEMPTS.withinMs
  expect(await hear(core, zalo, await askForCode(core, telegram))).toEqual([linking.confirm('Telegram')])
})

test('right codes do not use the tries up, and do not give any back either', async () => {
  const code = await askForCode(core, telegram)
  await guess(zalo, code, LINK_ATTEMPTS.most + 1)
  await guess(zalo, otherThan(code), LINK_ATTEMPTS.most)
  expect(await hear(core, zalo, code)).toEqual([linking.codeLimited(MINUTES)])
})

test('parting and linking again is no way to more tries', async () => {
  await guess(zalo, otherThan(await askForCode(core, telegram)), LINK_ATTEMPTS.most)
  await link(core, zalo, telegram)
  await hear(core, telegram, 'bỏ liên kết')
  expect(await hear(core, telegram, '1')).toEqual([linking.parted('Zalo', null)])
  const code = await askForCode(core, zalo)
  expect((await hear(core, telegram, code))[0]).toBe(linking.codeLimited(MINUTES))
})

test('many fresh accounts share a limit, while codes that are right stay free of it', async () => {
  const code = await askForCode(core, telegram)
  const guessers = MOST_EVERYWHERE / LINK_ATTEMPTS.most
  for (let n = 0; n < guessers; n += 1) {
    const fresh = on('web', `guesser-${n}`)
    await hear(core, fresh, 'xin chào')
    await guess(fresh, otherThan(code), LINK_ATTEMPTS.most)
  }
  expect(await hear(core, zalo, code)).toEqual([linking.codeLimited(MINUTES)])
  passed = LINK_ATTEMPTS.withinMs
  expect(await hear(core, zalo, await askForCode(core, telegram))).toEqual([linking.confirm('Telegram')])
  expect((await personOf(core, zalo)).id).not.toBe((await personOf(core, telegram)).id)
})
