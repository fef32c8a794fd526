import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { SavedDialogue } from '../dialogue.ts'

const savedDialogueSchema: z.ZodType<SavedDialogue> = z.object({
  name: z.string(),
  version: z.number(),
  state: z.unknown(),
  by: z.string().optional(),
  over: z.lazy(() => savedDialogueSchema).optional(),
})

/** A person's dialogue as its column keeps it. */
export const dialogueSchema = savedDialogueSchema.nullable()

/** The dialogues a person put aside. */
export const shelvedSchema = z.array(savedDialogueSchema).nullable()

/** Notes by which account a dialogue got where it is: by this one, unless it stands where it stood before the turn. */
export function signDialogue(
  dialogue: SavedDialogue | null,
  { before, identityId }: { before: SavedDialogue | null; identityId: string },
): SavedDialogue | null {
  if (dialogue === null || dialogue.by !== undefined) return dialogue
  const { name, version, state } = dialogue
  const stands =
    before !== null && isDeepStrictEqual([name, version, state], [before.name, before.version, before.state])
  return { ...dialogue, by: (stands ? before.by : undefined) ?? identityId }
}
