import { z } from 'zod'
import { CHALLENGE_STATES } from '../../challenges/transitions.ts'

const texts = z.record(z.string(), z.string())
const moment = z.iso.datetime().nullable()

/** A move as it takes shape: what it still lacks is asked for, then all of it is confirmed. */
const planSchema = z.object({
  to: z.enum(CHALLENGE_STATES),
  /** What the person saw: whoever changed the statement since then was first. */
  revision: z.int(),
  targetId: z.uuid().nullable(),
  reason: z.string().nullable(),
  deadline: moment,
  /** When it is to be published; null: at once, or no matter. */
  publishAt: moment,
  /** Public texts that take another's place, by the id of the field. */
  edits: texts.nullable(),
})
export type Plan = z.infer<typeof planSchema>

const challengeId = z.uuid()
const fieldId = z.string()
const edits = texts

/** Where a reviewer stands with a statement: what the next message answers. */
export const reviewStateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('menu'), challengeId }),
  z.object({ at: z.literal('more'), challengeId }),
  z.object({ at: z.literal('page'), challengeId, page: z.int().min(0), of: z.enum(['statement', 'public']) }),
  z.object({ at: z.literal('comment_field'), challengeId }),
  z.object({ at: z.literal('comment'), challengeId, fieldId: fieldId.nullable() }),
  z.object({ at: z.literal('reason'), challengeId, plan: planSchema }),
  z.object({ at: z.literal('confirm'), challengeId, plan: planSchema }),
  z.object({ at: z.literal('target'), challengeId, to: z.enum(['MERGED', 'SUPERSEDED']) }),
  z.object({ at: z.literal('deadline'), challengeId }),
  z.object({ at: z.literal('confirm_deadline'), challengeId, deadline: z.iso.datetime() }),
  z.object({ at: z.literal('contact'), challengeId }),
  z.object({ at: z.literal('confirm_contact'), challengeId, contact: z.string() }),
  z.object({ at: z.literal('when'), challengeId }),
  z.object({ at: z.literal('moment'), challengeId }),
  z.object({ at: z.literal('cover'), challengeId, fieldId }),
  z.object({ at: z.literal('cover_edit'), challengeId, fieldId }),
  /** A text that staff wrote, and in which something is still found. */
  z.object({ at: z.literal('cover_check'), challengeId, fieldId, text: z.string() }),
  z.object({ at: z.literal('cover_rest'), challengeId }),
  z.object({ at: z.literal('cover_done'), challengeId }),
  z.object({ at: z.literal('change_field'), challengeId, edits }),
  z.object({ at: z.literal('change_text'), challengeId, edits, fieldId }),
  z.object({ at: z.literal('change_check'), challengeId, edits, fieldId, text: z.string() }),
  z.object({ at: z.literal('change_more'), challengeId, edits }),
])
export type ReviewState = z.infer<typeof reviewStateSchema>
export type At<Where extends ReviewState['at']> = Extract<ReviewState, { at: Where }>
