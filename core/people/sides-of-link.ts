/** A join of two accounts that is in force: the code was given at `fromId` and typed at `toId`. */
export type Link = { id: bigint; fromId: string; toId: string; lastConsentId: bigint }

/** The accounts on either side of a link: a person's links make a tree, so without one of them there are two parts. */
export function sidesOfLink(
  link: Link,
  { identityIds, links }: { identityIds: string[]; links: Link[] },
): { from: string[]; to: string[] } {
  const others = links.filter(({ id }) => id !== link.id)
  const from = new Set([link.fromId])
  for (const reached of from) {
    for (const { fromId, toId } of others) {
      if (fromId === reached) from.add(toId)
      if (toId === reached) from.add(fromId)
    }
  }
  return {
    from: identityIds.filter((id) => from.has(id)),
    to: identityIds.filter((id) => !from.has(id)),
  }
}

export type Parting = { link: Link; stay: string[]; leave: string[] }

/**
 * What “bỏ liên kết” on an account undoes: the newest link made at this very account. Others may have been made on the
 * far side of it since, which must not keep the two together. `stay` are the accounts that remain with this one; null
 * when the account is alone.
 */
export function findParting(
  identityId: string,
  person: { identityIds: string[]; links: Link[] },
): Parting | null {
  const link = person.links.findLast(({ fromId, toId }) => fromId === identityId || toId === identityId)
  if (link === undefined) return null
  const { from, to } = sidesOfLink(link, person)
  return from.includes(identityId) ? { link, stay: from, leave: to } : { link, stay: to, leave: from }
}
