import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildKnowledge } from '../../../core/knowledge/build-knowledge.ts'
import { readCorpus } from '../../../core/knowledge/read-corpus.ts'
import { fold } from '../../../core/vietnamese.ts'

const sections = await readCorpus(join(import.meta.dirname, '../../../knowledge'))

/** Asks every section's ask at one of these places of the knowledge built without it. */
const PLACES = [1, 4, 7, 10]

it('finds a section by a question it has never seen, with and without diacritics', () => {
  const asked = PLACES.flatMap((place) => {
    const knowledge = buildKnowledge(
      sections.map((section) => ({ ...section, asks: section.asks.filter((_, at) => at !== place) })),
    )
    return sections.flatMap(({ id, asks }) => {
      const ask = asks[place]
      if (ask === undefined) return []
      const top = knowledge.rank(ask, 3).map(({ section }) => section.id)
      const [folded] = knowledge.rank(fold(ask), 1)
      return [{ first: top[0] === id, third: top.includes(id), folded: folded?.section.id === id }]
    })
  })
  const share = (is: (one: (typeof asked)[number]) => boolean) => asked.filter(is).length / asked.length
  expect(share(({ first }) => first)).toBeGreaterThan(0.7)
  expect(share(({ folded }) => folded)).toBeGreaterThan(0.68)
  expect(share(({ third }) => third)).toBeGreaterThan(0.88)
})
