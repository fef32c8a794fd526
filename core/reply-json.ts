import { z } from 'zod'
import type { Reply } from './message.ts'

/** A reply as JSON. */
export const replySchema = z.object({
  text: z.object({
    text: z.string(),
    runs: z.array(
      z.object({
        start: z.number().int(),
        length: z.number().int(),
        style: z.enum(['bold', 'link', 'quote']),
        url: z.string().exactOptional(),
      }),
    ),
  }),
  choices: z.array(z.object({ id: z.string(), label: z.string() })).exactOptional(),
  file: z.object({ id: z.string(), name: z.string() }).exactOptional(),
  upload: z.literal(true).exactOptional(),
  secret: z.literal(true).exactOptional(),
})

/** A reply read back from a JSON column. Throws when the row was not written by `replyJson`. */
export function parseReply(json: unknown): Reply {
  return replySchema.parse(json)
}

/** The same, or null for what is no reply. */
export function findReply(json: unknown): Reply | null {
  return replySchema.safeParse(json).data ?? null
}

/** A reply as a JSON column keeps it. */
export function replyJson(reply: Reply): z.infer<typeof replySchema> {
  return replySchema.parse(reply)
}
