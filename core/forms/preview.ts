import { formTexts } from '../texts/forms.ts'
import type { Field } from './form.ts'
import { problemOf } from './missing-fields.ts'
import { capital, clip, count, nameOf, type Run, textOf } from './run.ts'
import { numberOf } from './sequence.ts'

/** About a screen and a half of a phone. */
const LONGEST_PAGE = 900
const LONGEST_ANSWER = 140

/** All answers, group by group, as pages for a phone; what is missing is marked, what is long is cut. */
export function previewPages(run: Run): string[] {
  const pages: string[] = []
  let page = ''
  for (const { id, label } of run.form.groups) {
    const fields = run.form.fields.filter((field) => field.group === id && isShown(run, field))
    if (fields.length === 0) continue
    const parts = [`${label.toUpperCase()}\n`, ...fields.map((field) => `${previewLine(run, field)}\n`)]
    const group = parts.join('')
    // A group stays together where it can.
    for (const part of group.length > LONGEST_PAGE ? parts : [group]) {
      if (page !== '' && page.length + part.length > LONGEST_PAGE) {
        pages.push(page.trim())
        page = ''
      }
      page += part === group && page !== '' ? `\n${part}` : part
    }
  }
  return [...pages, page.trim()]
}

/** One answer in full, as far as one message holds it. */
export function fullAnswer(run: Run, field: Field): string {
  const text = textOf(run, field, run.answers[field.id])
  const name = capital(nameOf(run, field))
  if (text.length <= LONGEST_FULL) return formTexts.field(name, text)
  const rest = formTexts.restOfField(count(text.length - LONGEST_FULL))
  return formTexts.field(name, `${text.slice(0, LONGEST_FULL)}${rest}`)
}

/** Leaves room for the question that follows in the same message. */
const LONGEST_FULL = 1200

/** What still stands in the way of handing the form in, as a line; null when nothing does. */
export function missingLine(run: Run): string | null {
  const fields = run.form.fields.filter((field) => problemOf(field, run.answers) !== null)
  if (fields.length === 0) return null
  const names = fields.map((field) => `${numberOf(run.form, field.id) ?? ''} ${field.label}`.trim())
  return formTexts.missingList(names.join('; '))
}

const isShown = (run: Run, field: Field) => !field.onDemand || run.answers[field.id] !== undefined

function previewLine(run: Run, field: Field): string {
  const answer = run.answers[field.id]
  const number = numberOf(run.form, field.id)
  const shown =
    answer === undefined && !field.required
      ? formTexts.skippedMark
      : clip(textOf(run, field, answer), LONGEST_ANSWER)
  return `${number === null ? '' : `${number}. `}${field.label}: ${shown}`
}
