import { joinTexts, plainText } from '../../core/formatted-text.ts'
import type { Choice, FormattedText, Reply, Run } from '../../core/message.ts'
import { splitText } from '../../core/split-text.ts'
import { zaloBotTexts } from '../../core/texts/zalo-bot.ts'
import { writeOutLinks } from '../../core/write-out-links.ts'

/** The text parameters of `sendMessage`. `start` and `len` count UTF-16 code units. */
export type ZaloBotText = { text: string; text_styles?: { start: number; len: number; st: string[] }[] }

/** The platform takes 1 to 2,000 characters, of a unit it does not name: UTF-16 code units are the safest reading. */
export const MAX_TEXT = 2_000

/** The codes of Zalo's text styles: bold and italic. A link is written out instead. */
const STYLES: Partial<Record<Run['style'], string>> = { bold: 'b', quote: 'i' }

/**
 * A reply as the messages that carry it, none for a reply without text. Addresses of links are written out, and the
 * choices numbered below the text, together on the last message where they fit on one.
 */
export function renderZaloBot(reply: Reply): ZaloBotText[] {
  const body = splitText(writeOutLinks(reply.text), MAX_TEXT)
  const parts = reply.choices?.length ? addChoices(body, reply.choices) : body
  return parts.filter(({ text }) => text.trim() !== '').map(renderPart)
}

function addChoices(body: FormattedText[], choices: Choice[]): FormattedText[] {
  const lines = choices.map(({ label }, at) => `${at + 1}. ${label}`)
  const list = plainText([...lines, '', zaloBotTexts.typeNumber].join('\n'))
  const last = joinTexts([...body.slice(-1), list])
  if (last.text.length <= MAX_TEXT) return [...body.slice(0, -1), last]
  return [...body, ...splitText(list, MAX_TEXT)]
}

function renderPart({ text, runs }: FormattedText): ZaloBotText {
  const styles = cutIntoStyles(runs)
  return { text, ...(styles.length > 0 && { text_styles: styles }) }
}

/** Stretches that do not overlap: what the platform makes of ones that do is not documented. */
function cutIntoStyles(runs: Run[]): { start: number; len: number; st: string[] }[] {
  const styled = runs.flatMap(({ start, length, style }) => {
    const code = STYLES[style]
    return code === undefined ? [] : [{ start, end: start + length, code }]
  })
  const edges = [...new Set(styled.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  return edges.slice(1).flatMap((end, at) => {
    const start = edges[at] ?? 0
    const covering = styled.filter((run) => run.start <= start && run.end >= end)
    const st = [...new Set(covering.map(({ code }) => code))].sort()
    return st.length === 0 ? [] : [{ start, len: end - start, st }]
  })
}
