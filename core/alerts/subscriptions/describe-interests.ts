import { challengeFieldNames } from '../../texts/challenge-fields.ts'
import { subscriptionTexts } from '../../texts/subscriptions.ts'
import { unitTexts } from '../../texts/units.ts'
import type { Unit } from '../../units/unit.ts'
import type { Interests } from './interests.ts'

/** What a subscription asks for, as a person would say it: "bài toán lĩnh vực Thuế, của Quận 1 trước đây (…)". */
export function describeInterests(wanted: Interests, units: readonly Unit[]): string {
  if (wanted.everything) return subscriptionTexts.everything
  return subscriptionTexts.interests({
    fields: wanted.fields.map((field) => challengeFieldNames[field]),
    places: placesOf(wanted.unitCodes, units),
    keywords: wanted.keywords,
  })
}

/** Whole former districts by their name, for a list of their wards tells a person less; then single units. */
function placesOf(codes: readonly string[], units: readonly Unit[]): string[] {
  const left = new Set(codes)
  const places: string[] = []
  if (codes.length > 1) {
    for (const [area, members] of areasOf(units)) {
      if (members.length < 2 || !members.every((code) => left.has(code))) continue
      for (const code of members) left.delete(code)
      places.push(subscriptionTexts.formerArea(area, members.length))
    }
  }
  const named = units.filter(({ code }) => left.has(code)).map(unitTexts.name)
  const shown = named.slice(0, MOST_NAMED)
  return [
    ...places,
    ...shown,
    ...(named.length > shown.length ? [subscriptionTexts.morePlaces(named.length - shown.length)] : []),
  ]
}

/** The larger first, so that a province stands for its districts. */
function areasOf(units: readonly Unit[]): [string, string[]][] {
  const areas = new Map<string, Set<string>>()
  for (const { code, aliases, formerProvince } of units) {
    for (const area of [
      ...aliases.flatMap((alias) => alias.areas),
      ...(formerProvince === null ? [] : [formerProvince]),
    ]) {
      areas.set(area, (areas.get(area) ?? new Set()).add(code))
    }
  }
  return [...areas]
    .map(([area, members]): [string, string[]] => [area, [...members]])
    .toSorted((one, other) => other[1].length - one[1].length)
}

const MOST_NAMED = 4
