import { plainWords } from '../commands.ts'
import { isOneSlipApart } from '../resolve-choice.ts'
import type { Field, Form } from './form.ts'
import { fieldsInTurn } from './sequence.ts'

/**
 * The field a person means: by its number, or by its name, folded, whole or in part, with one slip. `several`: the name
 * fits more than one.
 */
export function findField(
  form: Form,
  target: string,
): { status: 'found'; field: Field } | { status: 'several'; fields: Field[] } | { status: 'none' } {
  const said = plainWords(target)
  if (/^\d{1,2}$/.test(said)) {
    const field = fieldsInTurn(form)[Number(said) - 1]
    return field ? { status: 'found', field } : { status: 'none' }
  }
  if (said === '') return { status: 'none' }
  const named = form.fields.map((field) => ({ field, name: plainWords(field.label) }))
  const ways: ((name: string) => boolean)[] = [
    (name) => name === said,
    (name) => said.length >= SHORTEST_WITH_SLIP && isOneSlipApart(name, said),
    (name) => said.length >= SHORTEST_PART && ` ${name} `.includes(` ${said} `),
  ]
  for (const fits of ways) {
    const [first, ...more] = named.filter(({ name }) => fits(name)).map(({ field }) => field)
    if (first === undefined) continue
    return more.length === 0
      ? { status: 'found', field: first }
      : { status: 'several', fields: [first, ...more] }
  }
  return { status: 'none' }
}

const SHORTEST_WITH_SLIP = 5
const SHORTEST_PART = 3
