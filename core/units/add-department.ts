import { createHash } from 'node:crypto'
import type { Transaction } from '../db.ts'
import { nameKey, nameWords } from './name-key.ts'
import type { Unit } from './unit.ts'

/**
 * Adds a department of the city under its whole name, with other names people use for it. One whose name reads the same
 * `exists`, and is left as it is; `bad_name` is a name without two words, or longer than 120 characters.
 */
export async function addDepartment(
  tx: Transaction,
  given: { name: string; aliases: string[] },
): Promise<
  { status: 'added' | 'exists'; unit: Pick<Unit, 'code' | 'kind' | 'name'> } | { status: 'bad_name' }
> {
  const name = given.name.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (name.length > LONGEST_NAME || nameWords(name).length < 2) return { status: 'bad_name' }
  const unit = { code: codeOf(name), kind: 'department' as const, name }
  const { count } = await tx.unit.createMany({ data: [unit], skipDuplicates: true })
  if (count === 0) return { status: 'exists', unit: { ...unit, name: await nameOf(tx, unit.code) } }
  await tx.unitAlias.createMany({
    data: [...new Set(given.aliases)].map((alias) => ({ unitCode: unit.code, name: alias, areas: [] })),
  })
  return { status: 'added', unit }
}

async function nameOf(tx: Transaction, code: string): Promise<string> {
  const { name } = await tx.unit.findUniqueOrThrow({ where: { code }, select: { name: true } })
  return name
}

/** `d-` and the name in plain letters; a long one is cut, and told apart by a few digits of its hash. */
function codeOf(name: string): string {
  const slug = nameWords(name)
    .map((word) => nameKey([word], true).replace(/[^a-z0-9]/g, ''))
    .join('-')
  if (slug.length <= LONGEST_SLUG) return `d-${slug}`
  const hash = createHash('sha256').update(slug).digest('hex').slice(0, 6)
  return `d-${slug.slice(0, LONGEST_SLUG - 7)}-${hash}`
}

const LONGEST_NAME = 120
const LONGEST_SLUG = 28
