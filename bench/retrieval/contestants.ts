import MiniSearch from 'minisearch'
import { buildIndex } from '../../core/search/build-index.ts'
import { fold } from '../../core/vietnamese.ts'
import type { Contestant } from './measure.ts'

export const OURS: Contestant = {
  name: 'ours',
  build(passages) {
    const index = buildIndex(passages)
    return (query, k) => index.search(query, k).map(({ id }) => id)
  },
}

export const PEERS: Contestant[] = [
  { name: 'MiniSearch', build: (passages) => miniSearch(passages, {}) },
  {
    name: 'MiniSearch + fold',
    build: (passages) => miniSearch(passages, { processTerm: (term: string) => fold(term.toLowerCase()) }),
  },
]

function miniSearch(
  passages: Parameters<Contestant['build']>[0],
  options: { processTerm?: (term: string) => string },
): ReturnType<Contestant['build']> {
  const engine = new MiniSearch({ fields: ['title', 'text'], ...options })
  engine.addAll(passages)
  return (query, k) =>
    engine
      .search(query)
      .slice(0, k)
      .map(({ id }) => String(id))
}
