import { hasSecretMarking } from '../../sensitive/secret-marking.ts'
import { MASKS } from '../../texts/masks.ts'
import { PUBLIC_MASKS } from '../../texts/public-copy.ts'
import { findConfidential } from './find-confidential.ts'
import { findNames } from './find-names.ts'
import { findPersonal } from './find-personal.ts'
import { findSystems } from './find-systems.ts'
import type { FlagKind, Span } from './span.ts'

/** What is covered in a text: its kind, and the words as they stand there. */
export type Flag = { kind: FlagKind; quote: string }

/** A field as its author wrote it, and as the public would see it. Nothing was found where there are no flags. */
export type Redacted = { fieldId: string; internal: string; shown: string; flags: Flag[] }

/**
 * Proposes what the public sees of a statement's public fields: people's names, numbers, addresses, names of systems and
 * what its author asked to keep back are covered. Only a proposal: staff accept or change each field. What is covered by
 * now is not flagged again. Never throws.
 */
export function redact(
  fields: readonly { fieldId: string; text: string }[],
  confidential: string,
): Redacted[] {
  return fields.map(({ fieldId, text }) => ({ fieldId, ...redactText(text, confidential) }))
}

/** The same for one text. */
export function redactText(text: string, confidential: string): Omit<Redacted, 'fieldId'> {
  const internal = text.normalize('NFC')
  if (hasSecretMarking(internal)) {
    return {
      internal,
      shown: PUBLIC_MASKS.state_secret,
      flags: [{ kind: 'state_secret', quote: '' }],
    }
  }
  const covered = maskedParts(internal)
  const spans = merge(
    [
      ...findPersonal(internal),
      ...findSystems(internal),
      ...findNames(blankOut(internal, covered)),
      ...findConfidential(internal, confidential),
    ].filter((span) => !covered.some((part) => part.start < span.end && span.start < part.end)),
  )
  let shown = ''
  let end = 0
  for (const span of spans) {
    shown += internal.slice(end, span.start) + PUBLIC_MASKS[span.kind]
    end = span.end
  }
  shown += internal.slice(end)
  return {
    internal,
    shown,
    flags: spans.map(({ kind, start, end: to }) => ({ kind, quote: internal.slice(start, to) })),
  }
}

const ALL_MASKS = [...new Set<string>([...Object.values(PUBLIC_MASKS), ...Object.values(MASKS)])]

function maskedParts(text: string): { start: number; end: number }[] {
  return ALL_MASKS.flatMap((mask) => {
    const parts: { start: number; end: number }[] = []
    for (let at = text.indexOf(mask); at !== -1; at = text.indexOf(mask, at + mask.length)) {
      parts.push({ start: at, end: at + mask.length })
    }
    return parts
  })
}

/** Our own words have their marks, whatever the writer's have: names are told by how the writer writes. */
const blankOut = (text: string, parts: readonly { start: number; end: number }[]) =>
  parts.reduce(
    (left, { start, end }) => left.slice(0, start) + '_'.repeat(end - start) + left.slice(end),
    text,
  )

/** In order and without overlap: what overlaps is one stretch, named after its first part. */
function merge(spans: Span[]): Span[] {
  const merged: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ ...span })
  }
  return merged
}
