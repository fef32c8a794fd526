import { plainText } from '../../formatted-text.ts'
import { splitText } from '../../split-text.ts'
import { challengeFieldNames } from '../../texts/challenge-fields.ts'
import { challengePages } from '../../texts/challenge-pages.ts'
import { unitTexts } from '../../texts/units.ts'
import { vietnamDate, vietnamTime } from '../../vietnam-time.ts'
import { problemStatementForm } from '../statement-form.ts'
import type { PublicChallenge } from './public-challenge.ts'
import { isOpen } from './public-challenge.ts'
import type { PublishedQuestion } from './questions.ts'

/** A part fits a phone's screen together with its choices. */
const PART = 620

/**
 * What the public sees of a challenge, in parts for a phone: first what decides whether to read on, then the rest in the
 * form's order, last whom to ask and what was answered already.
 */
export function partsOf(
  challenge: PublicChallenge,
  answered: readonly PublishedQuestion[],
  now: Date,
): string[] {
  const sections = [...LEADING, ...rest].flatMap((id) => {
    const text = challenge.text[id]?.trim()
    return text ? [challengePages.section(labelOf(id), text)] : []
  })
  const questions = answered.map(({ text, answer }) => challengePages.answered(text, answer))
  const whole = [
    headOf(challenge, now),
    ...sections,
    challengePages.contact(challenge.contact),
    ...(questions.length > 0 ? [challengePages.answeredTitle, ...questions] : []),
  ].join('\n\n')
  return splitText(plainText(whole), PART).map(({ text }) => text)
}

function headOf(challenge: PublicChallenge, now: Date): string {
  const { title, code, unit, field, deadline, state } = challenge
  return challengePages.head({
    title,
    code,
    unit: unit === null ? null : unitTexts.name(unit),
    field: fieldName(field),
    deadline: deadline === null ? null : deadlineText(deadline),
    status: isOpen(challenge, now)
      ? null
      : state === 'PUBLISHED'
        ? challengePages.deadlinePassed
        : challengePages.states[state],
  })
}

/** "23:59 30/12/2026 (giờ Việt Nam)". */
export const deadlineText = (deadline: Date): string =>
  challengePages.vietnamTime(`${vietnamTime(deadline)} ${vietnamDate(deadline)}`)

/** What a field is called; of one that is no more, nothing better than "other" is known. */
export const fieldName = (field: string): string =>
  Object.entries(challengeFieldNames).find(([id]) => id === field)?.[1] ?? challengeFieldNames.other

const LEADING = ['problem', 'affected', 'required_result', 'indicators']
const IN_HEAD = new Set(['title', 'field', 'proposing_unit', 'office_contact'])
const rest = problemStatementForm.fields
  .filter((field) => field.public && !LEADING.includes(field.id) && !IN_HEAD.has(field.id))
  .map(({ id }) => id)

const labelOf = (id: string): string =>
  problemStatementForm.fields.find((field) => field.id === id)?.label ?? id
