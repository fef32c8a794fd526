import type { Answers, Indicator } from '../../forms/form.ts'
import { fold } from '../../vietnamese.ts'
import { says } from '../find-cue.ts'
import { sentences } from '../sentences.ts'
import { EMPTY, OUTPUT } from './cues.ts'

/** What was written in a field; empty when it was not answered. */
export function textOf(answers: Answers, fieldId: string): string {
  const answer = answers[fieldId]
  return answer?.kind === 'text' ? answer.text.trim() : ''
}

/** The sentences of a field, each once: saying something twice does not make it truer. */
export const sentencesOf = (answers: Answers, fieldId: string) => [
  ...new Set(sentences(textOf(answers, fieldId))),
]

/**
 * The clauses of a field that say something, each once. A clause of empty words is left out instead of counted, so
 * that padding an answer neither helps nor hurts it.
 */
export function clausesOf(answers: Answers, fieldId: string): string[] {
  const clauses = sentencesOf(answers, fieldId).flatMap((sentence) => sentence.split(/[,:]\s+|\s+[–-]\s+/u))
  return [...new Set(clauses)].filter((clause) => clause !== '' && !says(clause, EMPTY))
}

/** The measures of what gets better, without those that count what is bought or made. */
export function outcomesOf(answers: Answers): Indicator[] {
  return rowsOf(answers).filter(({ name }) => !says(name, OUTPUT))
}

export function rowsOf(answers: Answers): Indicator[] {
  const answer = answers.indicators
  return answer?.kind === 'indicators' ? answer.rows : []
}

/**
 * A passage, folded, without the figures that measure nothing: the numbers of documents and their years, dates, terms of
 * office, "4.0". Whoever cites a resolution has not counted anybody.
 */
function withoutNames(passage: string): string {
  return fold(passage).toLowerCase().replace(DOCUMENT, ' ').replace(DATE, ' ').replace(ERA, ' ')
}

const DOCUMENT =
  /\b(?:nghi quyet|ke hoach|quyet dinh|nghi dinh|thong tu|chi thi|cong van|luat|de an|chuong trinh|ket luan|thong bao|huong dan|dieu|khoan|muc)(?: so)?:? ?\p{Nd}[\p{Nd}\p{L}./-]*/gu
const DATE =
  /(?<![\p{Nd}.,])(?:\p{Nd}{1,2}[/-])?\p{Nd}{1,2}[/-]\p{Nd}{4}(?!\p{Nd})|\b(?:ngay \p{Nd}{1,2}[/-]\p{Nd}{1,2}|thang \p{Nd}{1,2})(?!\p{Nd})|(?<![\p{Nd}.,])(?:19|20)\p{Nd}{2}(?![\p{Nd}.,]*\p{Nd})(?! (?:nguoi|ho|luot|ca|em|hoc sinh|truong hop|phan anh|don|vu)\b)/gu
const ERA = /(?<![\p{Nd}.,])4\.0(?!\p{Nd})/gu

/** Whether a passage has a figure that measures or counts something. */
export const hasFigure = (passage: string) => /\p{Nd}/u.test(withoutNames(passage))

/** "1.800 người", "262 người", "9 trường": a figure and who or what it counts. */
export const hasCount = (passage: string) =>
  /\p{Nd}[\p{Nd}.,]*\s+(?:luot\s+|ngan\s+)?\p{L}{2,}/u.test(withoutNames(passage))

/** Whether a cell of a measure has any figure, a date included. */
export const hasNumber = (text: string | null) => text !== null && /\p{Nd}/u.test(text)
