import { findKin, type Kin } from '../../challenges/kin/find-kin.ts'
import { SEEN_BY_OTHERS } from '../../challenges/kin/kin-states.ts'
import type { Transaction } from '../../db.ts'
import type { Answers } from '../../forms/form.ts'

type Reviewed = { id: string; answers: Answers; unitCode: string | null }

/** What is like a statement, for who reviews it: without what its author and unit have under way, which is theirs alone. */
export async function kinForReviewer(db: Transaction, { id, answers, unitCode }: Reviewed): Promise<Kin[]> {
  const kin = await findKin(db, { challengeId: id, answers, unitCode })
  return kin.filter(({ state }) => SEEN_BY_OTHERS.some((seen) => seen === state))
}
