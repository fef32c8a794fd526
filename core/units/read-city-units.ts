import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Unit, UnitAlias } from './unit.ts'

const TABLE = new URL('./hcmc-units.tsv', import.meta.url)

const rowSchema = z.tuple([
  z.string().regex(/^\d{5}$/),
  z.enum(['ward', 'commune', 'specialZone']),
  z.string().min(1),
  z.string().min(1),
  z.string().min(1),
])

/**
 * The 168 wards, communes and the special zone, with the units they were made of, from the table beside this file
 * (Resolution 1685/NQ-UBTVQH15; codes of the General Statistics Office, list of 07/2026). An area's older name stands
 * after a slash. Throws when a line cannot be read.
 */
export async function readCityUnits(): Promise<Unit[]> {
  const [, ...lines] = (await readFile(TABLE, 'utf8')).trimEnd().split('\n')
  return lines.map((line) => {
    const [code, kind, name, formerProvince, former] = rowSchema.parse(line.split('\t'))
    return { code, kind, name, formerProvince, aliases: former.split('; ').flatMap(readArea) }
  })
}

function readArea(group: string): UnitAlias[] {
  const [areas = '', names = ''] = group.split(': ')
  return names.split(', ').map((name) => ({ name, areas: areas.split('/') }))
}
