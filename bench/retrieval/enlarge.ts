import { splitSentences } from '../../core/knowledge/best-sentences.ts'
import type { Passage } from '../../core/search/build-index.ts'
import { createRandom } from '../random.ts'

const SENTENCES = 8

/**
 * A corpus of `size` passages for measuring time and memory, not quality: the given passages, then mixtures of eight
 * of their sentences drawn at random (the same every time), each with a number of its own so that terms keep growing.
 */
export function enlarge(passages: readonly Passage[], size: number): Passage[] {
  const sentences = passages.flatMap(({ text }) => splitSentences(text).map((sentence) => sentence.text))
  const random = createRandom('enlarge')
  const draw = () => sentences[Math.floor(random() * sentences.length)] ?? ''
  const mixtures = Array.from({ length: Math.max(0, size - passages.length) }, (_, at) => ({
    id: `mixture-${at}`,
    title: `Điều ${at + 1}`,
    text: `${Array.from({ length: SENTENCES }, draw).join(' ')} (${at + 10_000}/QĐ)`,
  }))
  return [...passages, ...mixtures].slice(0, size)
}
