import type { FormattedText } from './message.ts'

/** Text without any formatting. */
export function plainText(text: string): FormattedText {
  return { text, runs: [] }
}

/** Texts one below the other, an empty line between; runs keep their places. */
export function joinTexts(parts: FormattedText[], between = '\n\n'): FormattedText {
  const joined: FormattedText = { text: '', runs: [] }
  for (const part of parts) {
    const start = joined.text === '' ? 0 : joined.text.length + between.length
    joined.text = joined.text === '' ? part.text : joined.text + between + part.text
    joined.runs.push(...part.runs.map((run) => ({ ...run, start: run.start + start })))
  }
  return joined
}
