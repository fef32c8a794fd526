import type { FormattedText, Run } from '../../message.ts'
import { answers } from '../../texts/answers.ts'
import type { Answer, AnswerStatus, Citation } from '../answer.ts'
import type { Section } from '../corpus-types.ts'
import { excerpt } from './excerpt.ts'

/** A message built line by line: each line plain, or bold. */
export type Line = { text: string; bold?: boolean }

/**
 * An answer from sections: each with its title in bold and its text, then what must be said along (cautions), then the
 * sources with their dates. `question` chooses the passage to show where a section is longer than a screen.
 */
export function composeAnswer(
  status: AnswerStatus,
  sections: Section[],
  { question, before = [], after = [] }: { question: string; before?: string[]; after?: string[] },
): Answer {
  const cautions = unique(sections.flatMap(({ caution }) => (caution === undefined ? [] : [caution])))
  const lines: Line[] = [
    ...before.map((text) => ({ text })),
    ...sections.flatMap((section, at) => [
      ...(at > 0 || before.length > 0 ? [{ text: '' }] : []),
      { text: section.title, bold: true },
      { text: excerpt(section.text, question) },
    ]),
    ...(after.length > 0 ? [{ text: '' }, ...after.map((text) => ({ text }))] : []),
    { text: '' },
    ...cautions.map((caution) => ({ text: answers.cautionLabel + caution })),
    { text: answers.sourceLabel + namesOfSources(sections) },
  ]
  return {
    status,
    text: formatLines(lines),
    sources: sections.flatMap(citationsOf),
    alternatives: [],
    passageIds: sections.map(({ id }) => id),
  }
}

/** Lines as one text, its bold lines as runs. */
export function formatLines(lines: Line[]): FormattedText {
  let text = ''
  const runs: Run[] = []
  for (const [at, line] of lines.entries()) {
    if (at > 0) text += '\n'
    if (line.bold) runs.push({ start: text.length, length: line.text.length, style: 'bold' })
    text += line.text
  }
  return { text, runs }
}

/** The sources of a section as an answer lists them. */
export function citationsOf(section: Section): Citation[] {
  return section.sources.map(({ title, publisher, date, url }) => ({
    title,
    section: section.title,
    publisher,
    date: date ?? answers.undated,
    ...(url !== undefined && { url }),
  }))
}

function namesOfSources(sections: Section[]): string {
  const names = sections.flatMap(({ sources }) =>
    sources.map(({ publisher, date }) =>
      date ? `${publisher}, ${date}` : `${publisher} (${answers.undated})`,
    ),
  )
  return `${unique(names).join('; ')}.`
}

const unique = (items: string[]) => [...new Set(items)]
