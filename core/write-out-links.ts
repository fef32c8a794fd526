import type { FormattedText, Run } from './message.ts'

/**
 * A text for a platform that shows no links: behind the label of each, its address, unless the label is the address.
 * Only http and https are written. A colon goes between, since a bracket behind an address would become part of it
 * where a program makes a link of everything up to the next space. The other runs keep to their text.
 */
export function writeOutLinks(whole: FormattedText): FormattedText {
  const links = whole.runs.filter(({ style, url }) => style === 'link' && isWebAddress(url))
  return links
    .sort((a, b) => endOf(b) - endOf(a))
    .reduce((text, link) => {
      const end = Math.min(endOf(link), text.text.length)
      return text.text.slice(link.start, end) === link.url ? text : insert(text, end, `: ${link.url}`)
    }, whole)
}

function insert({ text, runs }: FormattedText, at: number, added: string): FormattedText {
  return {
    text: text.slice(0, at) + added + text.slice(at),
    runs: runs.map((run) => {
      if (run.start >= at) return { ...run, start: run.start + added.length }
      return endOf(run) > at ? { ...run, length: run.length + added.length } : run
    }),
  }
}

const endOf = (run: Run) => run.start + run.length

const isWebAddress = (url: string | undefined) => url !== undefined && /^https?:\/\//i.test(url)
