import { plainWords } from '../commands.ts'
import { formTexts } from '../texts/forms.ts'
import { fold } from '../vietnamese.ts'
import type { Answer } from './form.ts'
import type { Over } from './place.ts'
import type { Run } from './run.ts'
import { fieldsInTurn } from './sequence.ts'

/** "320 hồ sơ chứ không phải 230". `sure`: it began as a correction does ("à không, …"). */
export type Correction = { from: string; to: string; sure: boolean }
export type Change = Extract<Over, { ask: 'correction' }>['changes'][number]

const MARK =
  /^(?:a|u|o|ay|the)?[\s,.]*(?:khong phai dau|khong|nham roi|nham|lon|quen mat|quen|xin loi|sorry|y toi la|y em la|sua lai|dinh chinh|cho sua)[\s,.:;]+(?:la[\s,]+)?/di
const SHAPES = [
  /^(?<to>.+?)[\s,]+(?:chu|ma|thay vi)(?:[\s,]+(?:khong|ko|k)[\s,]+phai)?(?:[\s,]+la)?[\s,]+(?<from>.+)$/di,
  /^(?:khong|ko)[\s,]+phai(?:[\s,]+la)?[\s,]+(?<from>.+?)[\s,]+(?:ma[\s,]+(?:phai[\s,]+)?la|ma|phai la|la)[\s,]+(?<to>.+)$/di,
  /^(?:sua|doi|chinh)(?:[\s,]+lai)?(?:[\s,]+(?:so|tu))?[\s,]+(?<from>.+?)[\s,]+(?:thanh|sang)[\s,]+(?<to>.+)$/di,
]
const LONGEST = 200

/** Reads a correction in free words; null for anything else. */
export function readCorrection(text: string): Correction | null {
  const said = text.normalize('NFC').trim()
  const folded = fold(said)
  // Positions in the folded text are those in the text itself only where each letter stayed one.
  if (said.length > LONGEST || folded.length !== said.length || said.includes('\n')) return null
  const skip = MARK.exec(folded)?.[0].length ?? 0
  for (const start of skip > 0 ? [skip, 0] : [0]) {
    for (const [at, shape] of SHAPES.entries()) {
      const groups = shape.exec(folded.slice(start))?.indices?.groups
      if (!groups?.from || !groups.to || (at === 0 && !hasNegation(folded))) continue
      const part = ([from, to]: [number, number]) => trim(said.slice(start + from, start + to))
      const [from, to] = [part(groups.from), part(groups.to)]
      if (from !== '' && to !== '' && plainWords(from) !== plainWords(to)) {
        return { from, to, sure: start > 0 || at === 2 }
      }
    }
  }
  return null
}

const hasNegation = (folded: string) =>
  /\b(?:chu|ma)[\s,]+(?:khong|ko|k)[\s,]+phai\b|\bthay vi\b/i.test(folded)

const trim = (text: string) =>
  text.replace(/^[\s"“”«»'.,;:]+|[\s"“”«»'.,;:!]+$|\s+(?:nhé|nhe|ạ|nha|em)$/giu, '').trim()

/**
 * The answers that hold the old value, each as it would be with the new one; the nearest to the pending field first. A
 * bare number takes only the number of what replaces it: its unit is there already.
 */
export function findChanges(run: Run, { from, to }: Correction, pendingId: string | null): Change[] {
  const fields = fieldsInTurn(run.form)
  const pending = pendingId === null ? fields.length : fields.findIndex(({ id }) => id === pendingId)
  const near = fields.map((field, at) => ({ field, far: at <= pending ? pending - at : fields.length + at }))
  return near
    .toSorted((one, other) => one.far - other.far)
    .flatMap(({ field }) => {
      const answer = run.answers[field.id]
      const changes = answer ? changesIn(answer, from, to) : []
      return changes.map((change) => ({ fieldId: field.id, ...change }))
    })
}

/** One for a text, one for each piece of each measure. */
function changesIn(answer: Answer, from: string, to: string): Omit<Change, 'fieldId'>[] {
  if (answer.kind === 'text') {
    const changed = replaceOnce(answer.text, from, to)
    return changed ? [{ ...changed.shown, answer: { ...answer, text: changed.text } }] : []
  }
  if (answer.kind !== 'indicators') return []
  return answer.rows.flatMap((row, at) =>
    PIECES_IN_TURN.flatMap((piece) => {
      const changed = replaceOnce(row[piece] ?? '', from, to)
      if (changed === null) return []
      const rows = answer.rows.toSpliced(at, 1, { ...row, [piece]: changed.text })
      const shown = (value: string) => formTexts.pieceOf(at + 1, piece, value)
      const { before, after } = changed.shown
      return [{ before: shown(before), after: shown(after), answer: { ...answer, rows } }]
    }),
  )
}

/** What is most often corrected comes first. */
const PIECES_IN_TURN = ['before', 'target', 'date', 'source', 'unit', 'name'] as const

const NUMBER = /\d+(?:[.,]\d+)*/

function replaceOnce(text: string, from: string, to: string) {
  const number = NUMBER.exec(from)?.[0]
  const isNumber = number === from
  const found = locate(text, from) ?? (number && !isNumber ? locate(text, number) : null)
  if (found === null) return null
  const wanted = found.length === from.length && !isNumber ? to : (NUMBER.exec(to)?.[0] ?? to)
  const replaced = text.slice(0, found.at) + wanted + text.slice(found.at + found.length)
  if (replaced === text) return null
  return {
    text: replaced,
    shown: {
      before: around(text, found.at, found.length),
      after: around(replaced, found.at, wanted.length),
    },
  }
}

/** Where a value stands in a text, as whole words or a whole number, whatever its diacritics. */
function locate(text: string, value: string): { at: number; length: number } | null {
  const said = text.normalize('NFC')
  const folded = fold(said).toLowerCase()
  const wanted = fold(value.normalize('NFC')).toLowerCase()
  if (folded.length !== said.length || said !== text || wanted === '') return null
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + 1)) {
    const before = folded.slice(0, at)
    const after = folded.slice(at + wanted.length)
    if (!/[\p{L}\d]$|\d[.,]$/u.test(before) && !/^[\p{L}\d]|^[.,]\d/u.test(after)) {
      return { at, length: wanted.length }
    }
  }
  return null
}

const AROUND = 45

function around(text: string, at: number, length: number): string {
  const start = Math.max(0, at - AROUND)
  const end = Math.min(text.length, at + length + AROUND)
  const cut = text.slice(start, end).replace(/\s+/g, ' ')
  return `${start > 0 ? '…' : ''}${cut}${end < text.length ? '…' : ''}`
}
