import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

export type Half = 'tuning' | 'held-out'
export const LABELS = ['same', 'kin', 'different'] as const
export type Label = (typeof LABELS)[number]

/** A problem statement as an official wrote it, in the fields that are compared. */
export type Statement = { id: string; title: string; problem: string; causes?: string; affected?: string }
export type Pair = { one: Statement; other: Statement; label: Label }

const statementSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  problem: z.string(),
  causes: z.string().exactOptional(),
  affected: z.string().exactOptional(),
})

/** Reads one half of the labelled pairs. Throws for a pair whose statement is missing or whose label is none. */
export function readPairs(half: Half): { statements: Statement[]; pairs: Pair[] } {
  const statements = linesOf(`${half}.statements.jsonl`).map((line) =>
    statementSchema.parse(JSON.parse(line)),
  )
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const find = (id: string | undefined) => {
    const found = byId.get(id ?? '')
    if (found === undefined) throw new Error(`${half}: there is no statement ${id}`)
    return found
  }
  const pairs = linesOf(`${half}.pairs.tsv`).map((line) => {
    const [one, other, label] = line.split('\t')
    return { one: find(one), other: find(other), label: z.enum(LABELS).parse(label) }
  })
  return { statements, pairs }
}

const linesOf = (file: string) =>
  readFileSync(path.join(import.meta.dirname, file), 'utf8')
    .trim()
    .split('\n')
