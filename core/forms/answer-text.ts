import { formTexts } from '../texts/forms.ts'
import type { Answer, Field, Indicator, Option } from './form.ts'

type Names = { unitName(code: string): string | null }

/** An answer in words, as a document or a preview shows it; what is not known is `[cần bổ sung]`. */
export function answerText(field: Field, answer: Answer | undefined, names: Names): string {
  if (answer === undefined) return formTexts.missing
  switch (answer.kind) {
    case 'text':
      return answer.text.trim() || formTexts.missing
    case 'choice':
      return labelOf(field, answer.id)
    case 'choices':
      return answer.ids.map((id) => labelOf(field, id)).join('; ') || formTexts.missing
    case 'unit':
      return names.unitName(answer.code) ?? formTexts.missing
    case 'indicators':
      return answer.rows.map(indicatorText).join('\n') || formTexts.missing
  }
}

const known = (piece: string | null) => piece ?? formTexts.missing

function indicatorText({ name, unit, before, target, date, source }: Indicator): string {
  return formTexts.indicatorLine({
    name,
    unit: known(unit),
    before: known(before),
    source: known(source),
    target: known(target),
    date: known(date),
  })
}

const labelOf = (field: Field, id: string) =>
  optionsOf(field).find((option) => option.id === id)?.label ?? formTexts.missing

const optionsOf = (field: Field): readonly Option[] =>
  field.kind === 'choice' || field.kind === 'choices' ? field.options : []
