import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { answerQuestion } from '../core/knowledge/answer-question.ts'
import { buildKnowledge } from '../core/knowledge/build-knowledge.ts'
import { readCorpus } from '../core/knowledge/read-corpus.ts'
import { runAsk } from './run-ask.ts'

const CORPUS = fileURLToPath(new URL('../knowledge/', import.meta.url))

process.exitCode = await runAsk(process.argv.slice(2), {
  answer: async (question) =>
    answerQuestion(question, { knowledge: buildKnowledge(await readCorpus(CORPUS)), now: () => new Date() }),
  stdout: process.stdout,
  stderr: process.stderr,
})
