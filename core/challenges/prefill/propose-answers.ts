import type { Answer, Answers, Proposal } from '../../forms/form.ts'
import { findOfficeContact } from '../../sensitive/office-contact.ts'
import { maskSensitive } from '../../sensitive.ts'
import { MASKS } from '../../texts/masks.ts'
import { type StatementFieldId, statementOptions } from '../../texts/statement-form/questions.ts'
import { cuesOf, findCues, says } from '../find-cue.ts'
import { sentences } from '../sentences.ts'
import { problemStatementForm } from '../statement-form.ts'
import { findTitle } from './find-title.ts'
import { fieldByName, guessField } from './guess-field.ts'
import { joinLines } from './join-lines.ts'
import { readIndicators } from './read-indicators.ts'
import { readSections } from './read-sections.ts'
import { sentenceRules } from './sentence-cues.ts'

/**
 * What a pasted paragraph or the text of a document says about fields that have no answer yet, in the order of the
 * form: first what stands under a label, then sentences by their cue words, and the measures of both. Everything is
 * copied from the text (personal numbers masked), so no figure is made up; what the form would not accept is left out.
 * The unit is left to whoever knows the units. Rules only; linear in the length of the text; never throws.
 */
export function proposeAnswers(text: string, answers: Answers): Proposal[] {
  const masked = maskSensitive(text)
  if (masked.found.includes('state_secret')) return []
  const lines = joinLines(masked.text)
  const { labelled, rest } = readSections(lines)
  const found = new Map<string, Proposal>()
  const offer = (fieldId: StatementFieldId, answer: Answer | null, quote: string) => {
    if (answer === null || found.has(fieldId) || answers[fieldId] !== undefined) return
    const field = problemStatementForm.fields.find(({ id }) => id === fieldId)
    if (field !== undefined && !field.check?.(answer, answers)) found.set(fieldId, { fieldId, answer, quote })
  }
  for (const { fieldId, text: said, quote } of labelled) offer(fieldId, readAs(fieldId, said), quote)
  const whole = lines.join('\n')
  const { rows, quote } = readIndicators(whole, MOST_INDICATORS)
  if (rows.length > 0) offer('indicators', { kind: 'indicators', rows }, quote)
  offerSentences(rest.join('\n'), offer)
  const guessed = guessField(whole)
  if (guessed !== null) offer('field', { kind: 'choice', id: guessed.id }, guessed.quote)
  const title = findTitle(rest)
  if (title !== null) offer('title', { kind: 'text', text: title }, title)
  const order = problemStatementForm.fields.map(({ id }) => id)
  return [...found.values()].toSorted(
    (one, other) => order.indexOf(one.fieldId) - order.indexOf(other.fieldId),
  )
}

const MOST_INDICATORS = 5

function offerSentences(
  text: string,
  offer: (id: StatementFieldId, answer: Answer | null, quote: string) => void,
) {
  const said = sentences(text)
    .map((sentence) => sentence.replace(GREETING, ''))
    .filter((sentence) => sentence.length <= LONGEST_SENTENCE)
  for (const { fieldId, has, and, not, best, most } of sentenceRules) {
    const picked = said
      .filter((each) => says(each, has) && (and?.test(each) ?? true) && !(not && says(each, not)))
      .toSorted((one, other) => (best ? Number(says(other, best)) - Number(says(one, best)) : 0))
      .slice(0, most)
    if (picked.length > 0)
      offer(fieldId, { kind: 'text', text: capitalised(picked.join(' ')) }, picked.join(' … '))
  }
  const contact = said
    .filter((each) => says(each, CONTACT))
    .map(withoutPrivateParts)
    .find((each) => {
      const { office, way } = findOfficeContact(each)
      return office && way
    })
  if (contact !== undefined) offer('office_contact', { kind: 'text', text: contact }, contact)
  const wish = said.find((each) => supportIn(each).length > 0)
  if (wish !== undefined) offer('support_wanted', { kind: 'choices', ids: supportIn(wish) }, wish)
}

/** Longer than any sentence a person writes: a table or a list that lost its lines. */
const LONGEST_SENTENCE = 600
const GREETING = /^(?:kính (?:gửi|thưa)|kinh (?:gui|thua)|thưa|dạ|chào)(?![\p{L}])[^,.:;]{0,40}[,:;.]\s*/iu
const CONTACT = cuesOf('liên hệ|đầu mối|điện thoại|số máy|thư điện tử|email')
const SUPPORT: Record<string, ReturnType<typeof cuesOf>> = {
  inno_coffee: cuesOf('inno-? ?coff?ee|inno cafe|inno'),
  rd: cuesOf('r&d|nghiên cứu phát triển|hỗ trợ nghiên cứu'),
  sandbox: cuesOf('sand ?box|hỗ trợ thử nghiệm'),
}

function supportIn(text: string): string[] {
  return Object.entries(SUPPORT).flatMap(([id, cues]) => (findCues(text, cues).length > 0 ? [id] : []))
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Without the parts of a list in which something private was masked. */
function withoutPrivateParts(sentence: string): string {
  const masks = Object.values(MASKS)
  return sentence
    .split(/,\s*/)
    .filter((part) => !masks.some((mask) => part.includes(mask)))
    .join(', ')
}

/** The text under a label as the kind of answer that its field takes; null when it does not say one. */
function readAs(fieldId: StatementFieldId, said: string): Answer | null {
  switch (fieldId) {
    case 'field': {
      const id = fieldByName(said) ?? guessField(said)?.id
      return id === undefined ? null : { kind: 'choice', id }
    }
    case 'proposing_unit':
      return null
    case 'problem_class':
      return choices(
        statementOptions.problem_class.filter(({ label }) => says(said, cuesOf(label))).map(({ id }) => id),
      )
    case 'support_wanted':
      return choices(supportIn(said))
    case 'indicators': {
      const { rows } = readIndicators(said, MOST_INDICATORS)
      return rows.length > 0 ? { kind: 'indicators', rows } : null
    }
    default:
      return { kind: 'text', text: said }
  }
}

const choices = (ids: string[]): Answer | null => (ids.length > 0 ? { kind: 'choices', ids } : null)
