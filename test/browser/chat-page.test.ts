import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { webTexts } from '../../core/texts/web.ts'
import { findChromium, openBrowser } from '../support/chromium.ts'
import { HOSTILE, startChatApp } from './chat-app.ts'

const chromium = findChromium()
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true }

describe.skipIf(chromium === undefined)('the chat page in a browser', { timeout: 60_000 }, () => {
  let app: Awaited<ReturnType<typeof startChatApp>>
  let browser: Browser
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
  }, 60_000)

  beforeEach(async () => {
    faults = []
    app = await startChatApp()
    const context = await browser.newContext(PHONE)
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    page.on('pageerror', (fault) => faults.push(fault.message))
    await page.goto(app.url)
  }, 60_000)

  afterEach(async () => {
    await page.context().close()
    await app.stop()
    expect(faults).toEqual([])
  })

  afterAll(async () => {
    await browser.close()
  })

  test('a typed question is answered, with its list, its warning and its source', async () => {
    await ask('có mấy nhóm nhiệm vụ?')
    await replies().getByText('7. Thúc đẩy hợp tác quốc tế').waitFor()
    expect(await replies().locator('strong').textContent()).toBe('Kế hoạch có 7 nhóm nhiệm vụ')
    expect(await replies().locator('blockquote').textContent()).toContain('2022–2025')
    const link = replies().getByRole('link')
    expect(await link.getAttribute('href')).toBe('https://example.vn/bai-viet')
    expect(await link.getAttribute('rel')).toContain('noopener')
  })

  test('an answer longer than the window is read from its beginning, even when a question follows it', async () => {
    await ask('có mấy nhóm nhiệm vụ?')
    await replies().getByText('7. Thúc đẩy hợp tác quốc tế').waitFor()
    await app.mailbox.append(newestSender(), { text: { text: 'Anh/chị hỏi gì nữa không?', runs: [] } })
    await replies().getByText('hỏi gì nữa').waitFor()
    const top = (await replies().locator('strong').boundingBox())?.y ?? 0
    expect(top).toBeGreaterThan(150)
    expect(top).toBeLessThan(300)
  })

  test('an example starts the conversation', async () => {
    await page.getByRole('button', { name: webTexts.examples[0] }).click()
    await replies().getByText('Kế hoạch có 7 nhóm nhiệm vụ').waitFor()
    expect(await page.getByRole('heading', { name: webTexts.welcome }).isVisible()).toBe(false)
  })

  test('a choice is tapped, and is then only text', async () => {
    await ask('cho tôi chọn')
    await page.getByRole('button', { name: '2. Tổ công tác' }).click()
    await replies().getByText('Đã chọn tổ công tác: Tổ công tác').waitFor()
    expect(app.received.at(-1)).toMatchObject({ text: 'Tổ công tác', choice: 'tổ công tác' })
    expect(await page.getByRole('button', { name: '1. Kế hoạch' }).isDisabled()).toBe(true)
  })

  test('the keyboard is enough', async () => {
    await page.keyboard.press('Tab')
    expect(await focused()).toBe(webTexts.skip)
    await page.keyboard.press('Enter')
    await page.keyboard.type('dòng một')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('cho tôi chọn')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '3. Đào tạo' }).waitFor()
    expect(app.received[0]?.text).toBe('dòng một\ncho tôi chọn')
    await page.keyboard.press('Shift+Tab')
    expect(await focused()).toBe('3. Đào tạo')
    await page.keyboard.press('Enter')
    await replies().getByText('Đã chọn đào tạo').waitFor()
    expect(await page.locator('#text').evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('a reload keeps the conversation and brings what came meanwhile, once', async () => {
    await ask('câu một')
    await replies().getByText('Đã nhận: câu một').waitFor()
    await page.goto('about:blank')
    await app.mailbox.append(newestSender(), { text: { text: 'Tin đến sau', runs: [] } })
    await page.goto(app.url)
    await replies().getByText('Tin đến sau').waitFor()
    expect(await articles()).toEqual(['câu một', 'Đã nhận: câu một', 'Tin đến sau'])
  })

  test('a restart of the server is seen, and the conversation goes on', async () => {
    await ask('trước')
    await replies().getByText('Đã nhận: trước').waitFor()
    await app.stop()
    await page.getByText(webTexts.reconnecting).waitFor()
    await app.start()
    await page.getByText(webTexts.reconnecting).waitFor({ state: 'hidden' })
    await ask('sau')
    await replies().getByText('Đã nhận: sau').waitFor()
    expect(await articles()).toEqual(['trước', 'Đã nhận: trước', 'sau', 'Đã nhận: sau'])
  })

  test('a message that could not be stored is kept and sent again under the same name', async () => {
    app.behaviour.stores = false
    await ask('đừng mất')
    await page.getByText(webTexts.failed).waitFor()
    await page.reload()
    app.behaviour.stores = true
    const posted = page.waitForRequest('**/webhooks/web')
    await page.getByRole('button', { name: webTexts.retry }).click()
    await replies().getByText('Đã nhận: đừng mất').waitFor()
    expect((await posted).postDataJSON().id).toBe(app.received[0]?.id)
    expect(await articles()).toEqual(['đừng mất', 'Đã nhận: đừng mất'])
  })

  test('while the assistant thinks, the page says so and goes on listening', async () => {
    app.behaviour.answers = false
    await ask('nghĩ lâu')
    await page.getByText(webTexts.answering).waitFor()
    await page.getByLabel(webTexts.question).fill('đang gõ tiếp')
    await expect.poll(() => app.received.length).toBe(1)
    await app.mailbox.append(newestSender(), { text: { text: 'Xong', runs: [] } })
    await replies().getByText('Xong').waitFor()
    expect(await page.getByText(webTexts.answering).isVisible()).toBe(false)
    expect(await page.getByLabel(webTexts.question).inputValue()).toBe('đang gõ tiếp')
  })

  test('markup in a question, an answer or a choice is shown as text', async () => {
    await ask(`tấn công ${HOSTILE}`)
    await page.getByRole('button', { name: `1. ${HOSTILE}` }).waitFor()
    expect(await articles()).toEqual([`tấn công ${HOSTILE}`, HOSTILE])
    expect(await page.locator('#log img, #log script').count()).toBe(0)
    expect(await page.title()).toBe(webTexts.title)
  })

  test('a text too long is told before it is sent', async () => {
    await page.getByLabel(webTexts.question).fill('a'.repeat(20_001))
    await page.getByText(webTexts.tooLong).waitFor()
    await page.keyboard.press('Enter')
    await page.getByLabel(webTexts.question).fill('vừa đủ')
    await page.keyboard.press('Enter')
    await replies().getByText('Đã nhận: vừa đủ').waitFor()
    expect(app.received).toHaveLength(1)
  })

  test('the conversation can be cleared from this machine, and stays cleared', async () => {
    await ask('xóa tôi đi')
    await replies().getByText('Đã nhận').waitFor()
    await page.getByRole('button', { name: webTexts.clear }).click()
    await page.getByRole('button', { name: webTexts.clearConfirm }).click()
    await page.reload()
    await page.getByRole('heading', { name: webTexts.welcome }).waitFor()
    await ask('bắt đầu lại')
    await replies().getByText('Đã nhận: bắt đầu lại').waitFor()
    expect(await articles()).toEqual(['bắt đầu lại', 'Đã nhận: bắt đầu lại'])
  })

  test('a database that begins anew does not leave the page waiting', async () => {
    await page.evaluate(() =>
      localStorage.setItem('nhip-cau', JSON.stringify({ cursor: '900', entries: [] })),
    )
    await page.reload()
    await ask('còn đó không')
    await replies().getByText('Đã nhận: còn đó không').waitFor()
  })

  test('a lost cookie is replaced on the way', async () => {
    await page.context().clearCookies()
    await ask('tôi là ai')
    await expect.poll(() => app.received.length).toBe(1)
    await replies().getByText('Đã nhận: tôi là ai').waitFor()
  })

  test.each([
    ['a small phone', 360, 640],
    ['a phone on its side', 640, 360],
    ['a desktop at 400 % zoom', 320, 256],
    ['a desktop', 1280, 800],
  ])(
    '%s shows everything without scrolling sideways, with targets large enough',
    async (_, width, height) => {
      await page.setViewportSize({ width, height })
      await ask(`nhóm nhiệm vụ ${'x'.repeat(120)}`)
      await replies().getByText('7. Thúc đẩy hợp tác quốc tế').waitFor()
      await ask('cho tôi chọn')
      await page.getByRole('button', { name: '3. Đào tạo' }).waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      for (const button of await page.locator('button:visible, textarea').all()) {
        const box = (await button.boundingBox()) ?? expect.unreachable()
        expect(Math.min(box.width, box.height), (await button.textContent()) ?? '').toBeGreaterThanOrEqual(44)
      }
      expect(await page.getByRole('button', { name: '3. Đào tạo' }).isVisible()).toBe(true)
    },
  )

  async function ask(text: string): Promise<void> {
    await page.getByLabel(webTexts.question).fill(text)
    await page.keyboard.press('Enter')
  }

  const newestSender = () => app.received.at(-1)?.from ?? expect.unreachable()
  const replies = () => page.locator('article.reply')
  const articles = () => page.locator('article .text').allTextContents()
  const focused = () => page.evaluate(() => document.activeElement?.textContent)
})
