import { getDocumentProxy } from 'unpdf'
import type { ExtractedText } from './extract-text.ts'
import { isLocked, unpacksTooFar } from './pdf-unpacks.ts'

const MOST_PAGES = 200
/** Pages that share one stream unpack it each time; somebody waits, and others wait behind them. */
const LONGEST_MS = 5_000

/** The text of a PDF, a line for each line of its pages. A scanned one has none; a locked one is broken to us. */
export async function readPdf(bytes: Uint8Array, most: number): Promise<ExtractedText> {
  if (isLocked(bytes)) return { status: 'broken' }
  if (unpacksTooFar(bytes)) return { status: 'too_big' }
  const started = performance.now()
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    try {
      if (pdf.numPages > MOST_PAGES) return { status: 'too_big' }
      const pages: string[] = []
      let length = 0
      for (let number = 1; number <= pdf.numPages && length <= most; number += 1) {
        if (performance.now() - started > LONGEST_MS) return { status: 'too_big' }
        const { items } = await (await pdf.getPage(number)).getTextContent()
        const page = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
        pages.push(page)
        length += page.length
      }
      return { status: 'read', text: pages.join('\n') }
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch {
    return { status: 'broken' }
  }
}
