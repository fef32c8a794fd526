import { readFile } from 'node:fs/promises'
import { answerQuestion } from '../../core/knowledge/answer-question.ts'
import { buildKnowledge } from '../../core/knowledge/build-knowledge.ts'
import { readCorpus } from '../../core/knowledge/read-corpus.ts'
import { parseQuestions } from '../eval/question-set.ts'

export type TellingQuestion = {
  question: string
  /** How the answer begins: no other answer does. */
  marker: string
}

const SET = 'bench/questions/dev.jsonl'
const MARKER_LENGTH = 40

/**
 * `count` questions whose answers are told apart by their beginning, so that a transcript shows which was answered.
 * Throws when the question set has too few.
 */
export async function findTellingQuestions(count: number): Promise<TellingQuestion[]> {
  const knowledge = buildKnowledge(await readCorpus('knowledge'))
  const found = new Map<string, string>()
  const lines = await readFile(SET, 'utf8')
  for (const { question } of parseQuestions(lines, SET)) {
    const { status, text } = await answerQuestion(question, { knowledge, now: () => new Date() })
    const marker = text.text.slice(0, MARKER_LENGTH)
    const written = text.runs.some((run) => run.style === 'link' && run.start < MARKER_LENGTH)
    if (status !== 'answered' || written || marker.length < MARKER_LENGTH || found.has(marker)) continue
    found.set(marker, question)
    if (found.size === count) return [...found].map(([marker, question]) => ({ marker, question }))
  }
  throw new Error(`only ${found.size} questions have answers of their own`)
}
