import { announce } from '../../alerts/announce.ts'
import { findAsker } from '../../challenges/public/change-question.ts'
import { isFollowing } from '../../challenges/public/follow.ts'
import type { ChallengeQuestion } from '../../challenges/public/questions.ts'
import type { Transaction } from '../../db.ts'
import { plainText } from '../../formatted-text.ts'
import { queueNotice } from '../../sending/queue-notice.ts'
import { challengeQuestions } from '../../texts/challenge-questions.ts'

type Asked = {
  code: string
  text: string
  challenge: { id: string; code: string; title: string }
  askerId: string
  now: Date
}

/** Tells the author, the unit's leads and the programme's staff that there is a question; never who asked it. */
export async function tellOfQuestion(tx: Transaction, asked: Asked): Promise<void> {
  const { code, text, challenge, askerId, now } = asked
  const notice = challengeQuestions.notice(code, {
    title: challenge.title,
    challengeCode: challenge.code,
    text,
  })
  for (const personId of await approversOf(tx, challenge.id)) {
    if (personId === askerId) continue
    await tell(tx, { key: `question-${code}-${personId}`, personId, text: notice, now })
  }
}

type Answered = { question: ChallengeQuestion; answer: string; byId: string; now: Date }

/** Tells those who may approve that an answer waits for them; the same answer once. */
export async function tellOfWaitingAnswer(
  tx: Transaction,
  { question, answer, byId, now }: Answered,
  inboundId: bigint,
): Promise<void> {
  const { code, text, challenge } = question
  const notice = challengeQuestions.waitsForApproval(code, { title: challenge.title, text, answer })
  for (const personId of await approversOf(tx, challenge.id)) {
    if (personId === byId) continue
    await tell(tx, { key: `question-${code}-approve-${inboundId}-${personId}`, personId, text: notice, now })
  }
}

/** Tells the asker and all followers of a published answer; an asker who follows hears of it as they do, once. */
export async function tellOfAnswer(tx: Transaction, { question, answer, now }: Answered): Promise<void> {
  const { id, code, text, challenge } = question
  const shown = { title: challenge.title, challengeCode: challenge.code, text, answer }
  const personId = await findAsker(tx, id)
  if (!(await isFollowing(tx, { challengeId: challenge.id, personId }))) {
    const reply = challengeQuestions.answeredAsker(code, shown)
    await tell(tx, { key: `question-${code}-answered`, personId, text: reply, now })
  }
  await announce(tx, {
    key: `answer-${id}`,
    kind: 'answer',
    challengeId: challenge.id,
    version: challenge.version,
    reply: { text: plainText(challengeQuestions.answeredNotice(shown)) },
    now,
  })
}

/** Tells the asker alone why there is no answer. */
export async function tellOfRefusal(tx: Transaction, { question, answer, now }: Answered): Promise<void> {
  const { id, code, challenge } = question
  const text = challengeQuestions.declinedNotice(code, { title: challenge.title, reason: answer })
  await tell(tx, { key: `question-${code}-declined`, personId: await findAsker(tx, id), text, now })
}

const tell = (tx: Transaction, { text, ...of }: { key: string; personId: string; text: string; now: Date }) =>
  queueNotice(tx, { ...of, reply: { text: plainText(text) }, purpose: 'reminder' })

async function approversOf(tx: Transaction, challengeId: string): Promise<string[]> {
  const { authorId, unitCode } = await tx.challenge.findUniqueOrThrow({
    where: { id: challengeId },
    select: { authorId: true, unitCode: true },
  })
  const grants = await tx.roleGrant.findMany({
    where: {
      revokedAt: null,
      OR: [
        { role: { in: ['programme_staff', 'admin'] }, unitCode: null },
        ...(unitCode === null ? [] : [{ role: 'unit_lead', unitCode }]),
        ...(unitCode === null ? [] : [{ personId: authorId, unitCode }]),
      ],
    },
    select: { personId: true },
    orderBy: { personId: 'asc' },
  })
  const people = grants.map(({ personId }) => personId)
  return [...new Set(unitCode === null ? [authorId, ...people] : people)]
}
