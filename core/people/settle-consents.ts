import type { ConsentChoice, ConsentPurpose, Consents } from './consent.ts'
import { type Link, sidesOfLink } from './sides-of-link.ts'

/** The latest word on a purpose that was said by an account. */
export type ConsentWord = {
  id: bigint
  identityId: string
  purpose: ConsentPurpose
  choice: ConsentChoice
  noticeVersion: string
}

export type Saying = { words: ConsentWord[]; identityIds: string[]; links: Link[]; version: string }

/**
 * What a person agreed to, from the latest words of their accounts. What was said after two sides were linked counts
 * alone; what they said before it counts together, and then a no of either side beats a yes. A yes given under another
 * notice than `version` is none: a new notice asks again.
 */
export function settleConsents({ words, identityIds, links, version }: Saying): Consents {
  const isValid = (word: ConsentWord) => word.choice !== 'granted' || word.noticeVersion === version
  const purposes = [...new Set(words.map(({ purpose }) => purpose))]
  const settled = purposes.map((purpose) => {
    const said = words.filter((word) => word.purpose === purpose)
    return settle({ identityIds, links }, said, isValid)
  })
  return Object.fromEntries(settled.flatMap((word) => (word ? [[word.purpose, word.choice]] : [])))
}

type Group = { identityIds: string[]; links: Link[] }

function settle(
  { identityIds, links }: Group,
  words: ConsentWord[],
  isValid: (word: ConsentWord) => boolean,
): ConsentWord | undefined {
  const latest = words
    .filter(({ identityId }) => identityIds.includes(identityId))
    .reduce<ConsentWord | undefined>((a, b) => (a === undefined || b.id > a.id ? b : a), undefined)
  const newest = links.findLast(({ fromId }) => identityIds.includes(fromId))
  if (latest === undefined || newest === undefined || latest.id > newest.lastConsentId) {
    return latest !== undefined && isValid(latest) ? latest : undefined
  }
  const sides = sidesOfLink(newest, { identityIds, links })
  const older = links.filter(({ id }) => id !== newest.id)
  return moreCareful(
    settle({ identityIds: sides.from, links: older }, words, isValid),
    settle({ identityIds: sides.to, links: older }, words, isValid),
  )
}

function moreCareful(one: ConsentWord | undefined, other: ConsentWord | undefined): ConsentWord | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const careful = [one, other].filter(({ choice }) => choice !== 'granted')
  return (careful.length > 0 ? careful : [one, other]).reduce((a, b) => (b.id > a.id ? b : a))
}
