/** The city's units since 01/07/2025 (Resolution 1685/NQ-UBTVQH15): two tiers, and the departments of the upper one. */
export const UNIT_KINDS = ['ward', 'commune', 'specialZone', 'department'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** Reads the kind of a stored unit. Throws for what is none. */
export function parseUnitKind(text: string): UnitKind {
  const kind = UNIT_KINDS.find((each) => each === text)
  if (kind === undefined) throw new Error('there is no such kind of unit')
  return kind
}

/** Another name: of a former unit that went into this one, wholly or in part, with the areas that one lay in. */
export type UnitAlias = { name: string; areas: string[] }

/** `name` is without its kind ("Sài Gòn"); a department's is whole ("Sở Y tế"). */
export type Unit = {
  code: string
  kind: UnitKind
  name: string
  formerProvince: string | null
  aliases: UnitAlias[]
}
