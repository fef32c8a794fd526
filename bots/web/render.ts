import type { Choice, Reply, Run } from '../../core/message.ts'

/** A stretch of text shown in one way. */
export type Part = { text: string; bold?: true; quote?: true; url?: string }

/** A reply as the page's event stream carries it. */
export type WebReply = { id: string; at: string; parts: Part[]; choices: Choice[] }

/** The page's form of a reply: runs cut into parts that follow each other, and links only to http and https. */
export function renderWebReply(entry: { id: string; reply: Reply; at: Date }): WebReply {
  const { text, choices } = entry.reply
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    parts: cut(text.text, text.runs),
    choices: (choices ?? []).map(({ id, label }) => ({ id, label })),
  }
}

function cut(text: string, runs: Run[]): Part[] {
  const edges = new Set([0, text.length])
  for (const run of runs) {
    edges.add(clamp(run.start, text.length))
    edges.add(clamp(run.start + run.length, text.length))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(1).map((end, index) => {
    const start = sorted[index] ?? 0
    return style(
      text.slice(start, end),
      runs.filter((run) => run.start <= start && run.start + run.length >= end),
    )
  })
}

function style(text: string, runs: Run[]): Part {
  const url = runs.find((run) => run.style === 'link' && isWebLink(run.url))?.url
  return {
    text,
    ...(runs.some((run) => run.style === 'bold') ? { bold: true } : {}),
    ...(runs.some((run) => run.style === 'quote') ? { quote: true } : {}),
    ...(url === undefined ? {} : { url }),
  }
}

const isWebLink = (url: string | undefined) =>
  url !== undefined && URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)

const clamp = (position: number, end: number) => Math.min(Math.max(position, 0), end)
