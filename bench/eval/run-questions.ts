import { type GivenAnswer, judgeAnswer, type Verdict } from './judge-answer.ts'
import type { Question } from './question-set.ts'

/** Asks every question, one after another, and judges each answer. A throw is a wrong answer, not the run's end. */
export async function runQuestions(
  questions: Question[],
  deps: { answer: (question: string) => Promise<GivenAnswer> },
): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const question of questions) verdicts.push(await ask(question, deps.answer))
  return verdicts
}

async function ask(question: Question, answer: (question: string) => Promise<GivenAnswer>): Promise<Verdict> {
  try {
    return judgeAnswer(question, await answer(question.question))
  } catch (error) {
    return { question, status: 'error_thrown', opening: '', faults: [`threw ${String(error)}`] }
  }
}
