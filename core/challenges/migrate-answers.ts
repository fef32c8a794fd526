import type { Answer, Answers, Field, Form } from '../forms/form.ts'

/** What a version of a form changed against the one before it. Everything not named stays as it is. */
export type FormChange = {
  /** The version that brought the change. */
  version: number
  /** New id by old id. */
  renamed?: Readonly<Record<string, string>>
  /** Several texts that became one, in this order. */
  merged?: readonly { from: readonly string[]; to: string }[]
  /** One answer that became several; null where there is nothing for a part. */
  split?: readonly { from: string; into: (answer: Answer) => Readonly<Record<string, Answer | null>> }[]
  /** New option by old option, by the id of the field as it is called in this version. */
  options?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** What fields that went away were called. */
  removed?: Readonly<Record<string, string>>
}

/**
 * A `migrate` for a form out of its list of changes. Nothing an official wrote is lost: what has no place any more, or
 * no longer fits the field it had, comes back in `dropped` with the label it had and its text. Answers from a newer
 * version (a deploy was taken back) keep what this version knows. Changes no argument; never throws.
 */
export function buildMigrate(form: {
  version: number
  fields: readonly Field[]
  changes: readonly FormChange[]
}): Form['migrate'] {
  const steps = form.changes.toSorted((one, other) => one.version - other.version)
  return (answers, from) => {
    let kept: Answers = { ...answers }
    const labels: Record<string, string> = {}
    for (const change of steps.filter(({ version }) => version > from && version <= form.version)) {
      Object.assign(labels, change.removed)
      kept = apply(change, kept)
    }
    return sortOut(kept, form.fields, labels)
  }
}

function apply(change: FormChange, answers: Answers): Answers {
  const next: Record<string, Answer> = {}
  for (const [id, answer] of Object.entries(answers)) next[change.renamed?.[id] ?? id] = answer
  for (const { from, to } of change.merged ?? []) {
    const parts = from.flatMap((id) => next[id] ?? [])
    for (const id of from) delete next[id]
    if (parts.length > 0) next[to] = joinTexts(parts)
  }
  for (const { from, into } of change.split ?? []) {
    const whole = next[from]
    if (whole === undefined) continue
    delete next[from]
    for (const [id, part] of Object.entries(into(whole))) if (part !== null) next[id] = part
  }
  for (const [id, byOld] of Object.entries(change.options ?? {})) {
    const answer = next[id]
    if (answer !== undefined) next[id] = renameOptions(answer, byOld)
  }
  return next
}

function joinTexts(parts: readonly Answer[]): Answer {
  const sources = [...new Set(parts.flatMap((part) => part.sources ?? []))]
  return {
    kind: 'text',
    text: parts.map(plain).join('\n'),
    ...(parts.some((part) => part.ai) ? { ai: true as const } : {}),
    ...(sources.length > 0 ? { sources } : {}),
  }
}

function renameOptions(answer: Answer, byOld: Readonly<Record<string, string>>): Answer {
  if (answer.kind === 'choice') return { ...answer, id: byOld[answer.id] ?? answer.id }
  if (answer.kind !== 'choices') return answer
  return { ...answer, ids: [...new Set(answer.ids.map((id) => byOld[id] ?? id))] }
}

function sortOut(answers: Answers, fields: readonly Field[], labels: Readonly<Record<string, string>>) {
  const kept: Record<string, Answer> = {}
  const dropped: { label: string; text: string }[] = []
  for (const [id, answer] of Object.entries(answers)) {
    const field = fields.find((each) => each.id === id)
    if (field !== undefined && fits(answer, field)) kept[id] = answer
    else dropped.push({ label: field?.label ?? labels[id] ?? id, text: plain(answer) })
  }
  return { answers: kept, dropped }
}

function fits(answer: Answer, field: Field): boolean {
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return answer.kind === 'text'
    case 'choice':
      return answer.kind === 'choice' && field.options.some(({ id }) => id === answer.id)
    case 'choices':
      return (
        answer.kind === 'choices' && answer.ids.every((id) => field.options.some((each) => each.id === id))
      )
    default:
      return answer.kind === field.kind
  }
}

function plain(answer: Answer): string {
  switch (answer.kind) {
    case 'text':
      return answer.text
    case 'choice':
      return answer.id
    case 'choices':
      return answer.ids.join(', ')
    case 'unit':
      return answer.code
    case 'indicators':
      return answer.rows
        .map(({ name, unit, before, target, date, source }) =>
          [name, before, target, unit, date, source].filter((part) => part !== null).join(' · '),
        )
        .join('\n')
  }
}
