import { resolveUnit } from '../units/resolve-unit.ts'
import type { Unit } from '../units/unit.ts'

/** `audience`: for whom it is; `place`: where it is held. `words`: the name as it was typed, folded. */
export type UnitMention = { as: 'audience' | 'place'; units: Unit[]; words: string[] }

const KIND = /^(?:phuong|p|xa|quan|q|huyen|tp|so)$/
const PLACE = /^(?:o|tai)$/
const AUDIENCE = /^(?:cho|cua)$/
const LONGEST_NAME = 6
/** What follows a preposition and is no name. */
const NO_NAME =
  /^(?:dau|khong|ko|k|toi|minh|em|tui|can|cac|don|cong|tat|ca|nao|nay|day|do|noi|lop|buoi|nguoi|het|chua|trong|co|so|phuong|xa|thanh|tp|hcm|truong|hoi|nha|co|quan)$/

/** The unit or area a question names ("ở Thủ Đức", "cho phường Bến Nghé", "quận 1"), by any name people know it by. */
export function readPlaceOrUnit(folded: string, units: readonly Unit[]): UnitMention | null {
  const words = folded.split(' ').filter((word) => word !== '')
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const isKind = KIND.test(word) && at + 1 < words.length
    const isPreposition = PLACE.test(word) || AUDIENCE.test(word)
    const next = words[at + 1] ?? ''
    if (!isKind && !(isPreposition && next !== '' && !NO_NAME.test(next))) continue
    const start = isKind ? at : at + 1
    for (let length = LONGEST_NAME; length >= (isKind ? 2 : 1); length--) {
      const name = words.slice(start, start + length)
      if (name.length < length) continue
      const found = unitsOf(name.join(' '), units)
      if (found.length === 0) continue
      const before = words[start - 1] ?? ''
      return {
        as: PLACE.test(before) ? 'place' : 'audience',
        units: found,
        words: isKind ? name.slice(1) : name,
      }
    }
  }
  return null
}

/** A name that is one of the city itself is no part of it. */
function unitsOf(name: string, units: readonly Unit[]): Unit[] {
  const resolved = resolveUnit(name, units)
  switch (resolved.status) {
    case 'found':
      return [resolved.unit]
    case 'ask':
      return resolved.candidates
    case 'area':
      return resolved.units
    case 'none':
      return []
  }
}
