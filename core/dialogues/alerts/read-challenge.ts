import { findPublicByCode } from '../../challenges/public/find-public.ts'
import { isFollowing } from '../../challenges/public/follow.ts'
import { partsOf } from '../../challenges/public/page.ts'
import { isOpen } from '../../challenges/public/public-challenge.ts'
import { findPublishedQuestions } from '../../challenges/public/questions.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice } from '../../message.ts'
import { challengePages } from '../../texts/challenge-pages.ts'

/** One part of a challenge's page, with what can be done next. Parts are counted from 0. */
export async function readChallenge(code: string, part: number, context: DialogueContext): Promise<Found> {
  const { db, now, person } = context
  const challenge = await findPublicByCode(db, code)
  if (challenge === null) return { say: [{ text: plainText(await missing(code, context)) }] }
  const answered = await findPublishedQuestions(db, challenge.id)
  const parts = partsOf(challenge, answered, now)
  const shown = Math.min(part, parts.length - 1)
  const follows = await isFollowing(db, { challengeId: challenge.id, personId: person.id })
  const more: Choice[] =
    shown + 1 < parts.length ? [{ id: `${PART}${shown + 1}:${code}`, label: challengePages.more }] : []
  const open = isOpen(challenge, now)
  const counted = parts.length > 1 ? `\n\n${challengePages.part(shown + 1, parts.length)}` : ''
  return {
    say: [
      {
        text: plainText(`${parts[shown] ?? ''}${counted}`),
        choices: [
          ...more,
          follows
            ? { id: UNFOLLOW + code, label: challengePages.unfollowChoice }
            : { id: FOLLOW + code, label: challengePages.followChoice },
          ...(open ? [{ id: INTEREST + code, label: challengePages.interestChoice }] : []),
          ...(open ? [{ id: ASK + code, label: challengePages.askChoice }] : []),
        ],
      },
    ],
  }
}

/** Of a challenge that was public once, what became of it; nothing of any other. */
export async function missing(code: string, { db }: DialogueContext): Promise<string> {
  const row = await db.challenge.findUnique({
    where: { code },
    select: { state: true, version: true, mergedInto: { select: { code: true } } },
  })
  if (row === null || row.version === 0) return challengePages.unknown(code)
  if (row.state === 'MERGED' && row.mergedInto !== null)
    return challengePages.merged(code, row.mergedInto.code)
  return row.state === 'WITHDRAWN' ? challengePages.withdrawn(code) : challengePages.unknown(code)
}

export const PART = 'bt:part:'
export const FOLLOW = 'bt:follow:'
export const UNFOLLOW = 'bt:unfollow:'
export const INTEREST = 'bt:interest:'
export const ASK = 'bt:ask:'
