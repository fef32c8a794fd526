import { announce } from '../../alerts/announce.ts'
import type { ChallengeState } from '../../challenges/transitions.ts'
import type { Transaction } from '../../db.ts'
import { plainText } from '../../formatted-text.ts'
import { challengePages } from '../../texts/challenge-pages.ts'
import { digestTexts } from '../../texts/digests.ts'

/** States that followers hear of: what became of the challenge. Others are told by its versions, or are nobody's business. */
const TOLD: ReadonlySet<ChallengeState> = new Set([
  ...(['SELECTING', 'SELECTED', 'NO_SELECTION', 'IN_PROGRESS', 'APPLIED', 'EVALUATED', 'CLOSED'] as const),
  ...(['WITHDRAWN', 'CANCELLED', 'SUPERSEDED', 'MERGED'] as const),
])

/** Tells the followers of a published challenge what became of it, in the transaction of the move; once for each state. */
export async function tellFollowersOfMove(
  tx: Transaction,
  moved: { challengeId: string; to: ChallengeState; now: Date },
): Promise<void> {
  const { challengeId, to, now } = moved
  if (!TOLD.has(to)) return
  const { code, version, name } = await tx.challenge.findUniqueOrThrow({
    where: { id: challengeId },
    select: { code: true, version: true, name: true },
  })
  if (version === 0) return
  const known = await tx.challengeVersion.findUnique({
    where: { challengeId_version: { challengeId, version } },
    select: { title: true },
  })
  const text = digestTexts.result({ title: known?.title ?? name, code, state: challengePages.states[to] })
  await announce(tx, {
    ...{ key: `result-${challengeId}-${to}`, kind: 'result', challengeId, version, now },
    reply: { text: plainText(text) },
  })
}
