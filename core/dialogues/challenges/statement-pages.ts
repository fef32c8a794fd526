import type { ReadChallenge } from '../../challenges/read-challenge.ts'
import { problemStatementForm } from '../../challenges/statement-form.ts'
import { answerText } from '../../forms/answer-text.ts'
import type { Field } from '../../forms/form.ts'
import { numberOf } from '../../forms/sequence.ts'
import { reviewTexts } from '../../texts/reviewing.ts'

/** About a screen and a half of a phone, as for a draft's preview. */
const LONGEST_PAGE = 900

/** What a field says, in words. */
export function fieldText(
  read: Pick<ReadChallenge, 'answers' | 'unitCode' | 'unitName'>,
  field: Field,
): string {
  const unitName = (code: string) => (code === read.unitCode ? read.unitName : null)
  return answerText(field, read.answers[field.id], { unitName })
}

/** "5. Hiện trạng", as drafts number it. */
export function fieldName(field: Field): string {
  const number = numberOf(problemStatementForm, field.id)
  return number === null ? field.label : `${number}. ${field.label}`
}

/** A whole statement, or what the public sees of it, group by group, as pages for a phone. Nothing is cut. */
export function statementPages(read: ReadChallenge, of: 'statement' | 'public'): string[] {
  const pages: string[] = []
  let page = ''
  for (const group of problemStatementForm.groups) {
    const fields = problemStatementForm.fields.filter((field) => field.group === group.id)
    const lines = fields.flatMap((field) => linesOf(read, field, of))
    for (const [at, line] of lines.entries()) {
      const part = at === 0 ? `${group.label.toUpperCase()}\n${line}` : line
      const joined = page === '' ? part : `${page}${at === 0 ? '\n\n' : '\n'}${part}`
      if (joined.length <= LONGEST_PAGE) page = joined
      else {
        if (page !== '') pages.push(page)
        page = part
      }
    }
  }
  return page === '' ? pages : [...pages, page]
}

/** One field, in pieces that each fit on a page. Of what was not answered only the required fields are shown. */
function linesOf(read: ReadChallenge, field: Field, of: 'statement' | 'public'): string[] {
  if (of === 'public') {
    const shown = read.publicText?.[field.id]
    return shown === undefined ? [] : pieces(field.label, shown)
  }
  if (read.answers[field.id] === undefined && !field.required) return []
  const hidden = field.public ? '' : ` ${reviewTexts.internalMark}`
  return pieces(`${fieldName(field)}${hidden}`, fieldText(read, field))
}

const LONGEST_PIECE = 700

function pieces(name: string, text: string): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > LONGEST_PIECE) {
    const space = rest.lastIndexOf(' ', LONGEST_PIECE)
    const end = space > LONGEST_PIECE / 2 ? space : LONGEST_PIECE
    parts.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...parts, rest].map((part, at) => `${at === 0 ? name : reviewTexts.continued(name)}: ${part}`)
}
