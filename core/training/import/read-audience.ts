import { resolveUnit } from '../../units/resolve-unit.ts'
import type { Unit, UnitKind } from '../../units/unit.ts'
import { fold, normalise } from '../../vietnamese.ts'

export type Audience =
  | { status: 'read'; tiers: UnitKind[]; unitCodes: string[]; isGuess: boolean }
  | { status: 'unit_unknown' | 'unit_unclear'; text: string }

const TIERS: [RegExp, UnitKind[]][] = [
  [/\b(?:cap xa|cap co so|168 (?:don vi|phuong|xa))\b/, ['ward', 'commune', 'specialZone']],
  [/\b(?:cac |toan the |113 )?phuong\b/, ['ward']],
  [/\b(?:cac |54 )?xa\b/, ['commune']],
  [/\bdac khu\b/, ['specialZone']],
  [/\bcac so\b|\bcap thanh pho\b/, ['department']],
]
/** One expression with commas in it: "sở, ban, ngành". */
const DEPARTMENTS = /s[ởo]\s*[,–-]?\s*ban\s*[,–-]?\s*ng[àa]nh/giu
const EVERYBODY = /^(?:tat ca|toan bo|moi|khong gioi han|tu do|toan thanh pho)\b/

/**
 * Whom a class is for: kinds of units ("các phường, xã"), single units by any name people know them by, or everybody.
 * A description of people without a unit ("công chức phụ trách chuyển đổi số") is for everybody, as a guess.
 */
export function readAudience(text: string, units: readonly Unit[]): Audience {
  const said = fold(normalise(text)).trim()
  if (said === '' || EVERYBODY.test(said)) return { status: 'read', tiers: [], unitCodes: [], isGuess: false }
  const tiers = new Set<UnitKind>()
  const unitCodes = new Set<string>()
  const parts = text
    .replaceAll(DEPARTMENTS, 'các sở')
    .split(/[;,\n+]|\s+và\s+/)
    .map((each) => each.trim())
  for (const part of parts) {
    if (part === '') continue
    const folded = fold(normalise(part))
    const resolved = resolveUnit(part, units)
    // Before the kinds: "Phường Bàn Cờ" is one ward, and no "phường, ban".
    if (resolved.status === 'found') {
      unitCodes.add(resolved.unit.code)
      continue
    }
    const tier = TIERS.filter(([wording]) => wording.test(folded)).flatMap(([, kinds]) => kinds)
    const isGeneral = tier.length > 0 && !NAMES_ONE.test(folded)
    const area = isGeneral ? AREA.exec(folded)?.[0] : undefined
    if (area !== undefined) {
      // "Các phường thuộc Quận 1 cũ": not all of the city's.
      const within = resolveUnit(area.replace(FORMER, ''), units)
      if (within.status !== 'area') return { status: 'unit_unclear', text: part }
      const inArea = within.units.filter(({ kind }) => tier.includes(kind))
      for (const unit of inArea) unitCodes.add(unit.code)
      continue
    }
    if (isGeneral) {
      for (const kind of tier) tiers.add(kind)
      continue
    }
    if (resolved.status === 'area') for (const unit of resolved.units) unitCodes.add(unit.code)
    else if (resolved.status === 'ask') return { status: 'unit_unclear', text: part }
    else if (NAMES_ONE.test(folded)) return { status: 'unit_unknown', text: part }
  }
  const isGuess = tiers.size === 0 && unitCodes.size === 0
  return { status: 'read', tiers: [...tiers], unitCodes: [...unitCodes], isGuess }
}

/** A part of the city, as it was called until 2025; the city itself is none. */
const AREA = /\b(?:quan|huyen|thi xa|tp|thanh pho)\.? (?!(?:ho chi minh|hcm)\b)[a-z0-9].*$/
const FORMER = /\s*\(?(?:cu|truoc day)\)?\s*$/

/** A kind with a name after it: one unit, not all of the kind. */
const NAMES_ONE =
  /(?:^|\b(?:ubnd|cua|tai) )(?:phuong|p\.?|xa|x\.|dac khu|so)\s+(?!(?:xa|va|dac|phuong|ban|nganh|tren|thuoc|cua|toan|o|trong)\b)\S/
