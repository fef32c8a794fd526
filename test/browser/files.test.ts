import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { UPLOAD_LINK_MS } from '../../core/links.ts'
import { fileTexts } from '../../core/texts/files.ts'
import { webTexts } from '../../core/texts/web.ts'
import { findChromium, openBrowser } from '../support/chromium.ts'
import { UPLOADER } from '../support/file-routes.ts'
import { startChatApp } from './chat-app.ts'

const chromium = findChromium()
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true }
const DOCX = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(2_000, 7)])

describe.skipIf(chromium === undefined)('sending a file in a browser', { timeout: 60_000 }, () => {
  let app: Awaited<ReturnType<typeof startChatApp>>
  let browser: Browser
  let context: BrowserContext
  let folder: string

  beforeAll(async () => {
    browser = await openBrowser(chromium ?? '')
    folder = await mkdtemp(path.join(tmpdir(), 'nhip-cau-files-'))
  }, 60_000)
  beforeEach(async () => {
    app = await startChatApp()
  })
  afterEach(async () => {
    await context.close()
    await app.stop()
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  const open = async (url: string, more: { javaScriptEnabled?: boolean } = {}): Promise<Page> => {
    context = await browser.newContext({ ...PHONE, ...more })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    await page.goto(url)
    return page
  }
  const file = (name: string, content: Buffer) => {
    const place = path.join(folder, name)
    writeFileSync(place, content)
    return place
  }
  const uploadUrl = () => {
    const { links, identityId, clock } = app.files
    const link = links.upload(identityId, new Date(clock.at.getTime() + UPLOAD_LINK_MS))
    return new URL(new URL(link).pathname, app.url).href
  }

  describe('on the upload page, without JavaScript', () => {
    test('one field, one button: the file becomes a message of the person, once', async () => {
      const page = await open(uploadUrl(), { javaScriptEnabled: false })
      await page.getByLabel(fileTexts.uploadField).setInputFiles(file('Tờ trình.docx', DOCX))
      await page.getByRole('button', { name: fileTexts.uploadButton }).click()
      await page.getByRole('heading', { name: fileTexts.uploadDone }).waitFor()
      expect(app.received).toHaveLength(1)
      expect(app.received[0]).toMatchObject({
        from: UPLOADER.address,
        attachment: { kind: 'file', name: 'Tờ trình.docx', bytes: DOCX.length },
      })
      await page.getByRole('link', { name: fileTexts.uploadAgain }).click()
      await page.getByLabel(fileTexts.uploadField).setInputFiles(file('Tờ trình.docx', DOCX))
      await page.getByRole('button', { name: fileTexts.uploadButton }).click()
      await page.getByRole('heading', { name: fileTexts.uploadTwice }).waitFor()
      expect(app.received).toHaveLength(1)
    })

    test.each([
      ['anh.gif', Buffer.from('GIF89a'), fileTexts.wrongType],
      ['cu.doc', Buffer.from('x'), fileTexts.oldOffice],
      ['gia.pdf', Buffer.from('<html>'), fileTexts.notWhatItSays],
      ['trong.txt', Buffer.alloc(0), fileTexts.emptyFile],
      ['lon.pdf', Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(7 * 1024 * 1024)]), fileTexts.tooBig(5)],
    ])('%s is turned down with its reason, and the form stays', async (name, content, reason) => {
      const page = await open(uploadUrl(), { javaScriptEnabled: false })
      await page.getByLabel(fileTexts.uploadField).setInputFiles(file(name, content))
      await page.getByRole('button', { name: fileTexts.uploadButton }).click()
      expect(await page.getByRole('alert').textContent()).toBe(reason)
      expect(await page.getByRole('button', { name: fileTexts.uploadButton }).isVisible()).toBe(true)
      expect(app.received).toEqual([])
    })

    test('it fits a small phone, with targets for a thumb', async () => {
      const page = await open(uploadUrl(), { javaScriptEnabled: false })
      const button = page.getByRole('button', { name: fileTexts.uploadButton })
      const box = (await button.boundingBox()) ?? expect.unreachable()
      expect(box.height).toBeGreaterThanOrEqual(44)
      expect(box.x + box.width).toBeLessThanOrEqual(360)
      expect(box.y + box.height).toBeLessThanOrEqual(640)
    })

    test('a link that is over says so', async () => {
      const url = uploadUrl()
      app.files.clock.at = new Date(app.files.clock.at.getTime() + UPLOAD_LINK_MS)
      const page = await open(url, { javaScriptEnabled: false })
      await page.getByRole('heading', { name: fileTexts.linkExpired }).waitFor()
    })
  })

  describe('on the chat page', () => {
    test('a chosen file is sent, shown and answered', async () => {
      const page = await open(app.url)
      await page.locator('#file').setInputFiles(file('Đề xuất.docx', DOCX))
      await page.locator('article.reply').getByText('Đã nhận tệp: Đề xuất.docx').waitFor()
      expect(await page.locator('article.mine .text').textContent()).toBe(`${webTexts.fileSent} Đề xuất.docx`)
      expect(app.received[0]).toMatchObject({ from: { channel: 'web' }, attachment: { kind: 'file' } })
    })

    test('a file that is not taken says why, and another can be chosen', async () => {
      const page = await open(app.url)
      await page.locator('#file').setInputFiles(file('phim.mp4', Buffer.from('x')))
      await page.getByText(fileTexts.wrongType).waitFor()
      expect(await page.getByRole('button', { name: webTexts.attachHelp }).count()).toBe(2)
    })

    test('one that could not be stored is sent again from the same page, and after a reload chosen again', async () => {
      const page = await open(app.url)
      app.behaviour.stores = false
      await page.locator('#file').setInputFiles(file('mot.docx', DOCX))
      await page.getByText(webTexts.failed).waitFor()
      app.behaviour.stores = true
      await page.getByRole('button', { name: webTexts.retry }).click()
      await page.locator('article.reply').getByText('Đã nhận tệp: mot.docx').waitFor()
      app.behaviour.stores = false
      await page.locator('#file').setInputFiles(file('hai.docx', DOCX))
      await page.getByText(webTexts.failed).waitFor()
      await page.reload()
      await page.getByRole('button', { name: webTexts.retry }).click()
      await page.getByText(webTexts.fileGone).waitFor()
    })
  })
})
