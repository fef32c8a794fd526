import type { ConsentChoice, ConsentPurpose, Consents } from './consent.ts'

/** A person's latest word on a purpose. */
export type ConsentWord = {
  id: bigint
  personId: string
  purpose: ConsentPurpose
  choice: ConsentChoice
  noticeVersion: string
}

export type Join = { absorbedId: string; intoId: string; lastConsentId: bigint }

/**
 * What a person agreed to, from their latest words and those of everybody who was joined with them. What was said after
 * a join counts alone; what the two sides said before it counts together, and then a no of either side beats a yes.
 * A yes given under another notice than `version` is none: a new notice asks again.
 */
export function settleConsents(
  personId: string,
  { words, joins, version }: { words: ConsentWord[]; joins: Join[]; version: string },
): Consents {
  const settle = (id: string, purpose: ConsentPurpose): ConsentWord | undefined => {
    const own = words.find((word) => word.personId === id && word.purpose === purpose)
    const before = joins
      .filter(({ intoId, lastConsentId }) => intoId === id && !(own && own.id > lastConsentId))
      .map(({ absorbedId }) => settle(absorbedId, purpose))
    return [own, ...before]
      .filter((word) => word !== undefined && isValid(word))
      .reduce(moreCareful, undefined)
  }
  const isValid = (word: ConsentWord) => word.choice !== 'granted' || word.noticeVersion === version
  const purposes = [...new Set(words.map(({ purpose }) => purpose))]
  const settled = purposes.map((purpose) => settle(personId, purpose))
  return Object.fromEntries(settled.flatMap((word) => (word ? [[word.purpose, word.choice]] : [])))
}

function moreCareful(one: ConsentWord | undefined, other: ConsentWord | undefined): ConsentWord | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const careful = [one, other].filter(({ choice }) => choice !== 'granted')
  return (careful.length > 0 ? careful : [one, other]).reduce((a, b) => (b.id > a.id ? b : a))
}
