import { answerFromQuestions } from '../../challenges/public/answer-from-questions.ts'
import { findPublicByCode } from '../../challenges/public/find-public.ts'
import { deadlineText } from '../../challenges/public/page.ts'
import { isOpen } from '../../challenges/public/public-challenge.ts'
import type { PublishedQuestion } from '../../challenges/public/questions.ts'
import { findCode } from '../../challenges/public/read-code.ts'
import { plainWords } from '../../commands.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Feature, Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import { challengePages } from '../../texts/challenge-pages.ts'
import { challengeQuestions } from '../../texts/challenge-questions.ts'
import { vietnamDate } from '../../vietnam-time.ts'
import { askOwner, askOwnerDialogue } from './ask-owner.ts'
import { begin } from './begin.ts'
import { READ } from './list-challenges.ts'
import { ASK, missing, readChallenge } from './read-challenge.ts'
import { type Settling, settle, settleQuestionDialogue } from './settle-question.ts'

/** Asking the owner of a challenge, answering, and answering again from what was answered. */
export const questionFeature: Feature = {
  name: 'challenge-questions',
  async command({ text, choice, context }) {
    if (choice?.startsWith(ASK)) return beginAsking(choice.slice(ASK.length), '', context)
    if (choice !== null) return null
    const settling = findCode(text, 'HD')
    const how = settling && SETTLING.get(plainWords(settling.before))
    if (settling && how) {
      return begin(settleQuestionDialogue, await settle(how, settling.code, bare(settling.after), context))
    }
    const asking = findCode(text, 'BT')
    if (asking === null || !ASKING.has(plainWords(asking.before))) return null
    return beginAsking(asking.code, bare(asking.after), context)
  },
  async answer({ text, context }) {
    const found = findCode(text, 'BT')
    const answered = await answerFromQuestions(context.db, text, found?.code ?? null)
    if (answered !== null) return answerWith(answered)
    return found === null ? null : offerToAsk(found.code, context)
  },
}

async function beginAsking(code: string, text: string, context: DialogueContext): Promise<Found | null> {
  const challenge = await findPublicByCode(context.db, code)
  if (challenge === null) return say(await missing(code, context))
  if (!isOpen(challenge, context.now)) {
    const { deadline, state } = challenge
    const isLate = state === 'PUBLISHED' && deadline !== null
    return say(isLate ? challengePages.tooLate(deadlineText(deadline)) : challengePages.states[state])
  }
  return begin(askOwnerDialogue, askOwner(challenge, text))
}

function answerWith({ text, answer, challengeCode, title, publishedAt, id }: PublishedQuestion): Found {
  const shown = { text, answer, challengeCode, title, date: vietnamDate(publishedAt) }
  return {
    say: [{ text: plainText(challengeQuestions.answer(shown)) }],
    evidence: { status: 'answered', passageIds: [`question-${id}`] },
  }
}

/** A question about a challenge that nothing public answers. */
async function offerToAsk(code: string, context: DialogueContext): Promise<Found> {
  const challenge = await findPublicByCode(context.db, code)
  if (challenge === null) return say(await missing(code, context))
  if (!isOpen(challenge, context.now)) return readChallenge(code, 0, context)
  return {
    say: [
      {
        text: plainText(challengeQuestions.mayAsk(code)),
        choices: [
          { id: ASK + code, label: challengeQuestions.askUnit },
          { id: READ + code, label: challengeQuestions.readPage },
        ],
      },
    ],
  }
}

const bare = (text: string) => text.replace(/^[\s:,.–—-]+/u, '').trim()
const say = (text: string): Found => ({ say: [{ text: plainText(text) }] })

const ASKING = new Set(['hoi', 'hoi don vi', 'hoi ve', 'hoi bai toan', 'cho hoi', 'cau hoi'])
const SETTLING = new Map<string, Settling>([
  ...['tra loi', 'tra loi cau hoi', 'tl', 'viet tra loi'].map((phrase): [string, Settling] => [
    phrase,
    'answer',
  ]),
  ...['duyet', 'duyet tra loi', 'cong bo', 'duyet cau tra loi'].map((phrase): [string, Settling] => [
    phrase,
    'approve',
  ]),
  ...['tu choi', 'tu choi tra loi', 'khong tra loi'].map((phrase): [string, Settling] => [phrase, 'decline']),
])
