import type { Transaction } from '../../db.ts'
import type { Grant } from '../../people/roles.ts'
import { partiesOf } from '../parties.ts'
import { PUBLIC_STATES } from './public-challenge.ts'

/** `answered` waits for somebody who may approve it; of `declined` the answer is the reason, for the asker alone. */
export const QUESTION_STATES = ['asked', 'answered', 'published', 'declined'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]

/** A question to the owner of a challenge. Who asked is never read together with it. */
export type ChallengeQuestion = {
  id: string
  code: string
  text: string
  answer: string | null
  state: QuestionState
  challenge: {
    id: string
    code: string
    title: string
    version: number
    authorId: string
    unitCode: string | null
  }
}

export type PublishedQuestion = {
  id: string
  code: string
  challengeId: string
  challengeCode: string
  title: string
  text: string
  answer: string
  publishedAt: Date
}

/**
 * What a person may do with questions to a challenge: whoever belongs to the unit answers; its leads, the programme's
 * staff and the author approve, the author as long as they belong to it.
 */
export type QuestionRights = { mayAnswer: boolean; mayApprove: boolean }

export function rightsOn(
  challenge: { authorId: string; unitCode: string | null },
  by: { personId: string; grants: readonly Grant[] },
): QuestionRights {
  const { unitCode: ofUnit } = challenge
  const belongs = ofUnit === null || by.grants.some(({ unitCode }) => unitCode === ofUnit)
  const mayApprove = partiesOf(challenge, by).some((party) => party !== 'author' || belongs)
  const isColleague = by.grants.some(
    ({ role, unitCode }) =>
      (role === 'official' || role === 'ward_staff') && unitCode !== null && unitCode === challenge.unitCode,
  )
  return { mayApprove, mayAnswer: mayApprove || isColleague }
}

export async function findQuestion(db: Transaction, code: string): Promise<ChallengeQuestion | null> {
  const row = await db.challengeQuestion.findUnique({ where: { code }, include: { challenge: true } })
  if (row === null) return null
  const { challenge } = row
  const version = await db.challengeVersion.findUnique({
    where: { challengeId_version: { challengeId: challenge.id, version: challenge.version } },
    select: { title: true },
  })
  return {
    ...{ id: row.id, code: row.code, text: row.text, answer: row.answer },
    state: QUESTION_STATES.find((state) => state === row.state) ?? 'asked',
    challenge: { ...pick(challenge), title: version?.title ?? challenge.name },
  }
}

const pick = ({ id, code, version, authorId, unitCode }: Omit<ChallengeQuestion['challenge'], 'title'>) => ({
  ...{ id, code, version, authorId, unitCode },
})

/** Published answers, the newest first; of one challenge, or of all that are public. */
export async function findPublishedQuestions(
  db: Transaction,
  challengeId?: string,
): Promise<PublishedQuestion[]> {
  const rows = await db.challengeQuestion.findMany({
    where: {
      state: 'published',
      challenge: { version: { gt: 0 }, state: { in: PUBLIC_STATES } },
      ...(challengeId !== undefined && { challengeId }),
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'asc' }],
    include: {
      challenge: { select: { code: true, name: true, versions: { orderBy: { version: 'desc' }, take: 1 } } },
    },
  })
  return rows.flatMap(({ answer, publishedAt, challenge, ...row }) =>
    answer === null || publishedAt === null
      ? []
      : [
          {
            ...{ id: row.id, code: row.code, challengeId: row.challengeId, challengeCode: challenge.code },
            ...{ title: challenge.versions[0]?.title ?? challenge.name, text: row.text, answer, publishedAt },
          },
        ],
  )
}
