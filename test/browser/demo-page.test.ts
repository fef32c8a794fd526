import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runDemo } from '../../app/demo/run-demo.ts'
import { demoTexts } from '../../core/texts/demo.ts'
import { findChromium, openBrowser } from '../support/chromium.ts'

const chromium = findChromium()
const WINDOWS = [
  ['phone', { width: 360, height: 740 }],
  ['desktop', { width: 1280, height: 800 }],
] as const
/** Where screenshots go, for whoever wants to look: SCREENSHOTS=folder. */
const screenshots = process.env.SCREENSHOTS

describe.skipIf(chromium === undefined)('the demonstration', { timeout: 120_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  }, 60_000)
  afterAll(() => browser.close())

  test.each(WINDOWS)('leads from the draft to the alert on a %s window', async (name, viewport) => {
    const complaints: string[] = []
    const demo = await runDemo(['--port', '0'], {
      stdout: { write: () => true },
      stderr: { write: (text) => complaints.push(text) },
      exit: () => {},
      on: () => {},
    })
    if (demo === null) throw new Error(complaints.join())
    const page = await (await browser.newContext({ viewport })).newPage()
    const faults: string[] = []
    page.on('pageerror', (fault) => faults.push(fault.message))
    try {
      await page.goto(demo.url)
      for (const [at, { seat }] of demoTexts.steps.entries()) {
        await sayStep(page, seat)
        if (screenshots && [0, 3, 12, 16, 17].includes(at)) {
          await page.screenshot({ path: `${screenshots}/demo-${name}-${at + 1}.png` })
        }
        if (at < demoTexts.steps.length - 1) await page.getByRole('button', { name: demoTexts.next }).click()
      }
      const startup = page.frameLocator('iframe[name="startup"]')
      expect(await startup.getByText('Bài toán mới').count()).toBe(1)
      expect(await startup.getByText(demoTexts.answers.title).count()).toBeGreaterThan(1)
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
      expect([scrolls, faults, complaints]).toEqual([false, [], []])
    } finally {
      await page.context().close()
      await demo.stop()
    }
  })

  test('the chat of the official has no buttons, and says to type the number', async () => {
    const demo = await runDemo(['--port', '0'], quietly)
    if (demo === null) throw new Error('the demonstration did not start')
    const page = await (await browser.newContext({ viewport: WINDOWS[1][1] })).newPage()
    try {
      await page.goto(demo.url)
      const official = page.frameLocator('iframe[name="official"]')
      await say(official, 'quyền riêng tư')
      await official.getByText('Anh/chị gõ số để chọn').first().waitFor()
      expect(await official.locator('#log button.choice').count()).toBe(0)
    } finally {
      await page.context().close()
      await demo.stop()
    }
  })

  test('a file that is chosen in a chat comes from the person of that chat', async () => {
    const demo = await runDemo(['--port', '0'], quietly)
    if (demo === null) throw new Error('the demonstration did not start')
    const page = await (await browser.newContext({ viewport: WINDOWS[1][1] })).newPage()
    try {
      await page.goto(demo.url)
      const startup = page.frameLocator('iframe[name="startup"]')
      await say(startup, 'xin chào')
      const file = { name: 'ghi chú.txt', mimeType: 'text/plain', buffer: Buffer.from('Ghi chú') }
      await startup.locator('#file').setInputFiles(file)
      await startup.locator('article.mine[data-state="sent"]').nth(1).waitFor()
      await expect.poll(() => startup.locator('#log .reply').count()).toBeGreaterThan(1)
    } finally {
      await page.context().close()
      await demo.stop()
    }
  })
})

const quietly = {
  stdout: { write: () => true },
  stderr: { write: () => true },
  exit: () => {},
  on: () => {},
}

/** Fills a step's words in, sends them, and waits until that chat has answered. */
async function sayStep(page: Page, seat: string) {
  const chat = page.frameLocator(`iframe[name="${seat}"]`)
  // What was just told of another chat's deed belongs to the step.
  if (seat !== 'official') await chat.locator('#log .reply').first().waitFor()
  const answered = await chat.locator('#log .reply').count()
  await page.getByRole('button', { name: demoTexts.fill }).click()
  await chat.locator('#send').click()
  await expect.poll(() => chat.locator('#log .reply').count(), { timeout: 20_000 }).toBeGreaterThan(answered)
  await chat.locator('#log[aria-busy="false"]').waitFor()
}

async function say(chat: ReturnType<Page['frameLocator']>, text: string) {
  await chat.locator('#text').fill(text)
  await chat.locator('#send').click()
}
