import { planTexts } from '../../texts/training-plan.ts'
import { unitTexts } from '../../texts/units.ts'
import type { Unit } from '../../units/unit.ts'

/** More names are counted. */
const MOST_NAMES = 6

/** Whom a class is for, in words: kinds of units, single ones by name, or everybody. */
export function describeAudience(
  { tiers, unitCodes }: { tiers: readonly string[]; unitCodes: readonly string[] },
  units: readonly Unit[],
): string {
  const named = units.filter(({ code }) => unitCodes.includes(code)).map(unitTexts.name)
  return planTexts.audience(
    tiers,
    named.slice(0, MOST_NAMES),
    Math.max(0, unitCodes.length - Math.min(named.length, MOST_NAMES)),
  )
}
