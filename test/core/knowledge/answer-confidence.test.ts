import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../../core/knowledge/answer-question.ts'
import { buildKnowledge } from '../../../core/knowledge/build-knowledge.ts'
import { readCorpus } from '../../../core/knowledge/read-corpus.ts'
import { fold } from '../../../core/vietnamese.ts'
import { OFF_TOPIC_QUESTIONS } from './off-topic-questions.ts'

const sections = await readCorpus(join(import.meta.dirname, '../../../knowledge'))
const knowledge = buildKnowledge(sections)
const ask = (question: string) => answerQuestion(question, { knowledge, now: () => new Date(0) })

describe('how sure the assistant is, on the real corpus', () => {
  it('answers nearly every question the corpus itself says people ask', async () => {
    const asks = sections.flatMap(({ id, asks }) => asks.map((question) => ({ id, question })))
    const missed = []
    for (const { id, question } of asks)
      if (!(await ask(question)).passageIds.includes(id)) missed.push(question)
    expect(missed.length / asks.length, missed.join('\n')).toBeLessThan(0.03)
  })

  it('answers hardly any question about something else, with or without diacritics', async () => {
    const questions = OFF_TOPIC_QUESTIONS.flatMap((question) => [question, fold(question)])
    const answered = []
    for (const question of questions) {
      if (/^(?:answered|clarify)/.test((await ask(question)).status)) answered.push(question)
    }
    expect(answered.length / questions.length, answered.join('\n')).toBeLessThan(0.1)
  })

  it('never answers without a source, and never with a link that the source does not have', async () => {
    for (const section of sections) {
      const { status, sources, text } = await ask(section.title)
      if (!status.startsWith('answered')) continue
      expect(sources.length, section.title).toBeGreaterThan(0)
      expect(text.text).toContain('Nguồn: ')
      expect(text.text).not.toMatch(/https?:/)
    }
  })
})
