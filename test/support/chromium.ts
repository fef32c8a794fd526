import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * Where Chromium is on this machine: `CHROMIUM_PATH` or a usual place. Where there is none, a newcomer reads a note
 * and the browser's tests are skipped (undefined); in CI it throws.
 */
export function findChromium(): string | undefined {
  const found = [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path !== undefined && existsSync(path))
  if (found !== undefined) return found
  const advice = 'No Chromium found (Debian: apt-get install chromium; or set CHROMIUM_PATH).'
  if (process.env.CI) throw new Error(advice)
  console.info(`${advice} The tests of the chat page in a browser are skipped.`)
  return undefined
}

/** A browser with an empty profile of its own, which goes away with it. */
export function openBrowser(executablePath: string): Promise<Browser> {
  const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking']
  return chromium.launch({ executablePath, args })
}
