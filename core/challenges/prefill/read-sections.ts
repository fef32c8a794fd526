import type { StatementFieldId } from '../../texts/statement-form/questions.ts'
import { fold } from '../../vietnamese.ts'
import { fieldLabels } from './field-labels.ts'

/** What stood under a label, in the writer's words; lines of the text that stood under none. */
export type Sections = {
  labelled: { fieldId: StatementFieldId; text: string; quote: string }[]
  rest: string[]
}

/**
 * Reads lines ("Tên bài toán: …", "2. Nguyên nhân", "III. THỰC TRẠNG VÀ NGUYÊN NHÂN") into sections. A section goes on
 * to the next label or the next numbered heading; a label that comes twice is kept twice.
 */
export function readSections(lines: readonly string[]): Sections {
  const sections: Sections = { labelled: [], rest: [] }
  let current: Sections['labelled'][number] | null = null
  for (const line of lines) {
    const label = readLabel(line)
    if (label !== null) {
      current = { fieldId: label.fieldId, text: label.value, quote: line }
      sections.labelled.push(current)
    } else if (current === null || OTHER_HEADING.test(line)) {
      current = null
      sections.rest.push(line)
    } else {
      current.text = current.text === '' ? line : `${current.text}\n${line}`
    }
  }
  return { ...sections, labelled: sections.labelled.filter(({ text }) => text !== '') }
}

const NUMBER = /^(?:[-–•*+●▪]\s*)?(?:\(?(?:\p{Nd}{1,2}(?:\.\p{Nd}{1,2})*|[IVX]{1,4}|[a-z])[.)/:]\s*)?/u
const OTHER_HEADING = /^(?:\p{Nd}{1,2}|[IVX]{1,4})[.)]\s+\p{Lu}[^.!?]{2,60}:?$/u
/** Longest first, so that "nguồn kinh phí" is not read as "nguồn" and "kinh phí". */
const LABELS = Object.entries(fieldLabels)
  .flatMap(([id, labels]) => labels.map((label) => ({ id: id as StatementFieldId, label })))
  .toSorted((one, other) => other.label.length - one.label.length)

function readLabel(line: string): { fieldId: StatementFieldId; value: string } | null {
  const composed = line.normalize('NFC')
  const start = NUMBER.exec(composed)?.[0].length ?? 0
  const folded = fold(composed.slice(start)).toLowerCase()
  for (const { id, label } of LABELS) {
    if (!folded.startsWith(label)) continue
    const after = AFTER_LABEL.exec(folded.slice(label.length))
    if (after === null) continue
    return { fieldId: id, value: composed.slice(start + label.length + after[0].length).trim() }
  }
  return null
}

/** A colon, a dash, or nothing; "và …" or a bracket may stand between: "Thực trạng và nguyên nhân:", "Kinh phí (dự kiến):". */
const AFTER_LABEL =
  /^(?:\s*\([^)]{1,40}\))?(?:\s+(?:va|cua|hien nay|chinh|du kien)(?:\s[^:.,;!?]{0,40})?)?\s*(?::|\s[-–—]\s|$)/
