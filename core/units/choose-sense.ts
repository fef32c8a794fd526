import type { Mention, Reading } from './read-mentions.ts'
import type { ResolvedUnit } from './resolve-unit.ts'
import type { Unit } from './unit.ts'
import { AREA_WORDS, type KindWord, type Sense } from './unit-names.ts'

/**
 * What a reading of names comes to: one of them is the unit, the others the areas it lies in, in any order. A unit
 * that is not in the area named beside it is asked about, and a ward number that the district did not have gives the
 * district.
 */
export function chooseSense({ mentions, old }: Reading): ResolvedUnit {
  const [first, ...others] = mentions
  if (first === undefined) return { status: 'none' }
  for (const target of mentions) {
    const areas = mentions.filter((mention) => mention !== target).map(areasOf)
    if (areas.some((labels) => labels.length === 0)) continue
    const inside = fitting(target, areas.length > 0).filter((sense) =>
      areas.every((labels) => labels.some(({ label }) => isIn(sense, label))),
    )
    if (inside.length > 0) return weigh(inside, target, old)
  }
  const [area, ...more] = others.flatMap(areasOf)
  if (area !== undefined && more.length === 0 && first.isNumber) return asArea([area])
  if (area === undefined || first.isNumber) return { status: 'none' }
  return { status: 'ask', candidates: unitsOf(fitting(first, false)) }
}

const isIn = (sense: Sense, label: string) =>
  sense.districts.includes(label) || sense.provinces.includes(label)

/** The senses a word for a kind allows; people mix up ward and commune, or district and town, so those stand in. */
function fitting({ kind, isNumber, senses }: Mention, inArea: boolean): Sense[] {
  if (kind === null) return isNumber ? senses.filter(({ of }) => of === 'former' && inArea) : senses
  const exact = senses.filter((sense) => sense.kind === kind)
  return exact.length > 0
    ? exact
    : senses.filter((sense) => sense.kind !== null && isAreaWord(sense.kind) === isAreaWord(kind))
}

const areasOf = (mention: Mention) => fitting(mention, false).filter(({ of }) => of === 'area')

function weigh(senses: Sense[], { kind }: Mention, old: boolean): ResolvedUnit {
  const had = (of: Sense['of']) => senses.filter((sense) => sense.of === of)
  const [former, areas] = [had('former'), had('area')]
  const present = old && former.length + areas.length > 0 ? [] : had('present')
  if (present.length > 0 && kind !== null) return asCandidates(unitsOf(present))
  if (present.length + former.length === 0) return asArea(areas)
  const here = new Set(present.flatMap((sense) => sense.districts))
  const elsewhere = former.filter((sense) => !sense.districts.some((district) => here.has(district)))
  return asCandidates(unitsOf([...present, ...elsewhere, ...areas]))
}

/** Of areas with one name, as the city and the older district of Thủ Đức, the larger. */
function asArea(areas: Sense[]): ResolvedUnit {
  const [largest] = areas.toSorted((a, b) => b.units.length - a.units.length)
  if (largest === undefined) return { status: 'none' }
  const [only, ...more] = largest.units
  if (only !== undefined && more.length === 0) return { status: 'found', unit: only }
  return { status: 'area', area: largest.label, units: largest.units }
}

function asCandidates(candidates: Unit[]): ResolvedUnit {
  const [only, ...more] = candidates
  if (only === undefined) return { status: 'none' }
  return more.length === 0 ? { status: 'found', unit: only } : { status: 'ask', candidates }
}

const unitsOf = (senses: Sense[]) => [...new Set(senses.flatMap(({ units }) => units))]

const isAreaWord = (kind: KindWord) => kind in AREA_WORDS
