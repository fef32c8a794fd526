import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type App, PARTS, startApp } from '../../app/start-app.ts'
import { findChatId } from '../../bots/web/person.ts'
import { parseConfig } from '../../core/config.ts'
import { createLog } from '../../core/log.ts'
import { type FakeTelegram, startFakeTelegram } from '../support/fake-telegram.ts'
import { createFakeZaloBot, type FakeZaloBot } from '../support/fake-zalo-bot.ts'

/** Lan's account on Telegram and on Zalo. */
const TELEGRAM_ID = 4_100_000_001
const ZALO_ID = 'c0ffee00c0ffee00c0ff'

let folder: string
let telegram: FakeTelegram
let zalo: FakeZaloBot
let app: App

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nhip-cau-'))
  telegram = await startFakeTelegram()
  zalo = await createFakeZaloBot({ secondMs: 20 })
  const parsed = parseConfig(
    {
      DATA_DIR: folder,
      PORT: '0',
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      ZALO_BOT_TOKEN: zalo.token,
      ZALO_BOT_API_ROOT: zalo.apiRoot,
    },
    'all',
  )
  if (parsed.status === 'invalid') throw new Error(parsed.problems.join('\n'))
  const now = () => new Date()
  app = await startApp(
    parsed.config,
    { log: createLog({ level: 'error', write: () => {}, now }), now },
    PARTS.all,
  )
})
afterAll(async () => {
  await app.stop()
  await telegram.close()
  await zalo.close()
  await rm(folder, { recursive: true, force: true })
})

test('Lan begins on Telegram, goes on at Zalo by numbers alone, and ends on the web, as one person', async () => {
  telegram.say(TELEGRAM_ID, '/start')
  expect(await heardOnTelegram('4 câu hỏi ngắn')).toBeDefined()
  const [see] = lastKeyboard()
  telegram.press(TELEGRAM_ID, see ?? '')
  await heardOnTelegram('Câu 1/4')
  telegram.press(TELEGRAM_ID, lastKeyboard()[0] ?? '')
  await heardOnTelegram('Câu 2/4')

  telegram.say(TELEGRAM_ID, 'liên kết')
  const first = codeIn(await heardOnTelegram('Mã liên kết'))
  zalo.says(ZALO_ID, { text: `lien ket ${first}` })
  expect(await heardOnZalo('Nối với tài khoản')).toContain('1. ')
  zalo.says(ZALO_ID, { text: '1' })
  await heardOnZalo('Câu 2/4')
  zalo.says(ZALO_ID, { text: '2' })
  await heardOnZalo('Câu 3/4')
  zalo.says(ZALO_ID, { text: '1' })
  await heardOnZalo('Câu 4/4')

  zalo.says(ZALO_ID, { text: 'lien ket' })
  const second = codeIn(await heardOnZalo('Mã liên kết'))
  const page = await openPage()
  await page.say(`liên kết ${second}`)
  await page.hear('Nối với tài khoản')
  await page.say('1')
  await page.hear('Câu 4/4')
  await page.say('đồng ý')
  await page.hear('Đã ghi nhận')

  const { prisma } = app.core.database
  const identities = await prisma.identity.findMany()
  expect(identities.map(({ channel }) => channel).toSorted()).toEqual(['telegram', 'web', 'zalo-bot'])
  expect(new Set(identities.map(({ personId }) => personId)).size).toBe(1)
  const consents = await prisma.consent.findMany({ orderBy: { id: 'asc' } })
  expect(consents.map(({ channel, purpose, choice }) => `${channel} ${purpose} ${choice}`)).toEqual([
    'telegram account granted',
    'zalo-bot alerts refused',
    'zalo-bot model_abroad granted',
    'web quality_review granted',
  ])
})

const PATIENCE = { timeout: 20_000, interval: 30 }

/** What was heard of each channel so far: the next words are looked for after it. */
const heard = { telegram: 0, zalo: 0, web: 0 }

const heardOnTelegram = (words: string) =>
  vi.waitFor(
    () =>
      hearNext(
        'telegram',
        telegram.sent.map(({ payload }) => String(payload.text)),
        words,
      ),
    PATIENCE,
  )
const heardOnZalo = (words: string) =>
  vi.waitFor(
    () =>
      hearNext(
        'zalo',
        zalo.sent.map(({ text }) => text),
        words,
      ),
    PATIENCE,
  )

/** What the buttons of the last message carry. */
function lastKeyboard(): string[] {
  const markup = JSON.stringify(telegram.sent.at(-1)?.payload.reply_markup ?? {})
  return [...markup.matchAll(/"callback_data":"([^"]+)"/g)].map(([, data]) => data ?? '')
}

function hearNext(channel: keyof typeof heard, texts: string[], words: string): string {
  const at = texts.findIndex((text, index) => index >= heard[channel] && text.includes(words))
  const found = texts[at]
  if (found === undefined) throw new Error(`“${words}” was not heard after message ${heard[channel]}`)
  heard[channel] = at + 1
  return found
}

const codeIn = (text: string) => /\d{6}/.exec(text)?.[0] ?? ''

async function openPage() {
  const url = `http://127.0.0.1:${app.port}`
  const cookie = (await fetch(url)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const chatId = findChatId(new Request(url, { headers: { cookie } })) ?? ''
  return {
    async say(text: string) {
      const headers = { cookie, 'content-type': 'application/json' }
      const body = JSON.stringify({ id: randomUUID(), text })
      expect((await fetch(`${url}/webhooks/web`, { method: 'POST', headers, body })).status).toBe(200)
    },
    hear: (words: string) =>
      vi.waitFor(async () => {
        const entries = await app.mailbox.read({ channel: 'web', chatId }, '0')
        return hearNext(
          'web',
          entries.map(({ reply }) => reply.text.text),
          words,
        )
      }, PATIENCE),
  }
}
