import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../../core/knowledge/answer-question.ts'
import { buildKnowledge } from '../../../core/knowledge/build-knowledge.ts'
import { readCorpus } from '../../../core/knowledge/read-corpus.ts'
import { sharedName } from '../../../core/knowledge/shared-names.ts'

const knowledge = buildKnowledge(await readCorpus(join(import.meta.dirname, '../../../knowledge')))
const ask = (question: string) => answerQuestion(question, { knowledge, now: () => new Date(0) })

describe('a name that several things share', () => {
  it.each(['Hội nghị diễn ra khi nào?', 'hoi nghi do to chuc o dau', 'Phó Giám đốc Sở là ai?', 'tập huấn'])(
    '"%s" gets the choice between them',
    async (question) => {
      const { status, alternatives } = await ask(question)
      expect(status).toBe('clarify')
      expect(alternatives.length).toBeGreaterThan(1)
    },
  )

  it.each([
    'Hội nghị ngày 7/9/2022 diễn ra khi nào?',
    'Tập huấn cho Tổ công tác gồm gì?',
    'PII đứng thứ mấy',
  ])('"%s" says which', (question) => expect(sharedName(question)).toBeUndefined())

  it('only names sections that exist', () => {
    for (const name of ['hội nghị', 'phó giám đốc', 'xếp hạng', 'tập huấn', 'kinh phí', 'mục tiêu'])
      expect(
        sharedName(name)?.every((id) => knowledge.sections.has(id)),
        name,
      ).toBe(true)
  })
})
