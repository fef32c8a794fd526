import { CHALLENGE_FIELDS } from '../../challenge-fields.ts'
import { alertTexts } from '../../texts/alerts.ts'
import { challengeFieldNames } from '../../texts/challenge-fields.ts'
import { digestTexts } from '../../texts/digests.ts'
import { unitTexts } from '../../texts/units.ts'
import { vietnamDate } from '../../vietnam-time.ts'
import type { DigestEntry } from './take-digests.ts'

/** More lines are not read on a phone; the rest is a list away. */
const MOST_SHOWN = 8
const LONGEST_TITLE = 80

/** What a digest says: grouped by field, what ends next first, and the word that ends it all. */
export function digestText(entries: readonly DigestEntry[]): string {
  const sorted = entries.toSorted((one, other) => endOf(one) - endOf(other))
  const shown = sorted.slice(0, MOST_SHOWN)
  const groups = CHALLENGE_FIELDS.flatMap((field) => {
    const own = shown.filter((entry) => fieldOf(entry) === field)
    return own.length > 0 ? [[challengeFieldNames[field], ...own.map(lineOf)].join('\n')] : []
  })
  return [
    digestTexts.title(entries.length),
    ...groups,
    ...(entries.length > shown.length ? [digestTexts.more(entries.length - shown.length)] : []),
    digestTexts.read(shown[0]?.code ?? ''),
    alertTexts.footer,
  ].join('\n\n')
}

const endOf = ({ deadline }: DigestEntry) => deadline?.getTime() ?? Number.POSITIVE_INFINITY

const fieldOf = ({ field }: DigestEntry) => CHALLENGE_FIELDS.find((each) => each === field) ?? 'other'

function lineOf({ title, code, unit, deadline, kind }: DigestEntry): string {
  const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : title
  return digestTexts.line({
    title: short,
    code,
    unit: unit === null ? null : unitTexts.name(unit),
    deadline: deadline === null ? null : vietnamDate(deadline),
    kind,
  })
}
