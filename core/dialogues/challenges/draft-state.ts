import { z } from 'zod'
import { standingSchema } from '../../forms/place.ts'

const challengeId = z.uuid()
const kin = z.object({
  challengeId,
  code: z.string(),
  title: z.string(),
  unitName: z.string(),
  state: z.string(),
  level: z.enum(['same', 'kin']),
  likeness: z.number(),
  whose: z.enum(['author', 'unit', 'other']),
})
const inForm = {
  challengeId,
  /** Of the statement when the question was put: an answer to something older is not written unasked. */
  revision: z.int(),
  standing: standingSchema,
  /** Similar statements that the person has been told of. */
  kinSeen: z.array(z.string()),
}

/** Where a person stands with a draft. The answers are in its row. */
export const draftStateSchema = z.discriminatedUnion('at', [
  /** Nothing may be stored yet. `challengeId`: the draft to open once it may, otherwise one is begun. */
  z.object({ at: z.literal('consent'), challengeId: challengeId.nullable(), name: z.string().nullable() }),
  z.object({
    at: z.literal('form'),
    ...inForm,
    /** What was just taken for a question: sent once more, it may have been meant as the answer. */
    asked: z.string().exactOptional(),
  }),
  /** There are similar statements; what to do about them is asked. */
  z.object({ at: z.literal('kin'), ...inForm, kin: z.array(kin) }),
])
export type DraftState = z.infer<typeof draftStateSchema>
export type InForm = Extract<DraftState, { at: 'form' | 'kin' }>
