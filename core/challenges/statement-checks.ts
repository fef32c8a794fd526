import type { Answer } from '../forms/form.ts'
import { findOfficeContact } from '../sensitive/office-contact.ts'
import { MASKS } from '../texts/masks.ts'
import { statementChecks } from '../texts/statement-form/checks.ts'
import { syllables } from '../vietnamese.ts'

/** Whether a text can be kept at all: null, or why not. */
export function checkText(answer: Answer): string | null {
  return answer.kind === 'text' && answer.text.includes(MASKS.state_secret)
    ? statementChecks.stateSecret
    : null
}

/** A sentence or more about something; "chưa", "không biết", "…" are none. */
export function checkProse(answer: Answer, label: string): string | null {
  if (answer.kind !== 'text') return null
  const isShort = syllables(answer.text).length < SHORTEST_SENTENCE
  return checkText(answer) ?? (isShort ? statementChecks.tooShort(label) : null)
}

/** One line of a handful of words. */
export function checkTitle(answer: Answer): string | null {
  if (answer.kind !== 'text') return null
  const words = syllables(answer.text).length
  if (checkText(answer) !== null) return checkText(answer)
  if (/\n/.test(answer.text.trim())) return statementChecks.titleLines
  if (words < SHORTEST_TITLE) return statementChecks.titleTooShort
  return words > LONGEST_TITLE ? statementChecks.titleTooLong : null
}

/** Measures with a name whose target can be counted; what is not known yet stays empty. */
export function checkIndicators(answer: Answer): string | null {
  if (answer.kind !== 'indicators') return null
  if (answer.rows.length === 0) return statementChecks.noIndicator
  for (const { name, before, target } of answer.rows) {
    if (name.trim() === '') return statementChecks.indicatorWithoutName
    if (target !== null && !/\p{Nd}/u.test(target)) return statementChecks.targetNotCounted(name)
    if (target !== null && target.trim() === before?.trim()) return statementChecks.targetSameAsBefore(name)
  }
  return null
}

/** An estimate with a figure, or that there is none yet. */
export function checkBudget(answer: Answer): string | null {
  if (answer.kind !== 'text') return null
  const says = /\p{Nd}|chưa|không|chua|khong/iu.test(answer.text)
  return checkText(answer) ?? (says ? null : statementChecks.budgetWithoutNumber)
}

/** An office and a way to reach it that is the office's own: private numbers arrive here masked. */
export function checkOfficeContact(answer: Answer): string | null {
  if (answer.kind !== 'text') return null
  const { text } = answer
  const isMasked = [MASKS.phone, MASKS.email, MASKS.id_number, MASKS.bank_account].some((mask) =>
    text.includes(mask),
  )
  if (checkText(answer) !== null) return checkText(answer)
  if (isMasked) return statementChecks.maskedContact
  const { office, way } = findOfficeContact(text)
  if (!way) return statementChecks.contactWithoutWay
  return office ? null : statementChecks.contactWithoutOffice
}

const SHORTEST_SENTENCE = 4
const SHORTEST_TITLE = 4
const LONGEST_TITLE = 32
