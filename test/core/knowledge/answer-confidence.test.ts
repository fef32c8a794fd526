import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../../core/knowledge/answer-question.ts'
import { buildKnowledge } from '../../../core/knowledge/build-knowledge.ts'
import { readCorpus } from '../../../core/knowledge/read-corpus.ts'
import { answers } from '../../../core/texts/answers.ts'
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
    expect(answered.length / questions.length, answered.join('\n')).toBeLessThan(0.04)
  })

  it('shows the nearest section, and says that it is no more, when half sure', async () => {
    const { status, text, sources, alternatives } = await ask('nông dân chế ra máy thì được khen kiểu gì')
    expect(status).toBe('answered_partly')
    expect(text.text.startsWith(answers.near)).toBe(true)
    expect(text.text).toContain(answers.handOver)
    expect(sources.length).toBeGreaterThan(0)
    expect(alternatives.length).toBeGreaterThan(0)
  })

  it('shows a known subject with a word that the detail asked for is not stated', async () => {
    const { status, text, passageIds } = await ask('Kỷ niệm chương ở hội nghị 17/5 trị giá bao nhiêu tiền?')
    expect(status).toBe('no_source')
    expect(text.text).toContain(answers.detailMissing)
    expect(passageIds).toEqual(['co-so-2011-2018#hoi-nghi-tong-ket'])
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
