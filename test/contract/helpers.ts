import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** A number that is the same for the same name, and another one for another name. */
export const stableNumber = (name: string): number =>
  createHash('sha256').update(name).digest().readUIntBE(0, 5)

export const stableUuid = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const readFixture = (name: string): string => readFileSync(`test/fixtures/${name}`, 'utf8')

export const within = (text: string, start: number, length: number): string =>
  text.slice(start, start + length)
