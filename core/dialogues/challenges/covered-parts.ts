import { type Redacted, redactText } from '../../challenges/redact/redact.ts'

/** What fits on a phone beside the same text covered. */
const LONGEST_SIDE = 450

/** Both sides of a field as they are shown to staff: whole where they are short, otherwise the sentences with something to cover. */
export function coveredParts(
  field: Pick<Redacted, 'internal' | 'shown'>,
  confidential: string,
): { internal: string; shown: string } {
  if (field.internal.length <= LONGEST_SIDE) return field
  const sentences = field.internal
    .split(/(?<=[.!?;]\s|\n)/)
    .map((each) => redactText(each.trim(), confidential))
  const covered = sentences.filter(({ flags }) => flags.length > 0)
  if (covered.length === 0) return { internal: cut(field.internal), shown: cut(field.shown) }
  return {
    internal: cut(covered.map(({ internal }) => internal).join(' … ')),
    shown: cut(covered.map(({ shown }) => shown).join(' … ')),
  }
}

const cut = (text: string) =>
  text.length <= LONGEST_SIDE * 2 ? text : `${text.slice(0, LONGEST_SIDE * 2 - 1)}…`
