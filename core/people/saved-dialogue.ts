import { z } from 'zod'

const savedDialogueSchema = z.object({ name: z.string(), version: z.number(), state: z.unknown() })

/** A person's dialogue as its column keeps it. */
export const dialogueSchema = savedDialogueSchema.nullable()

/** The dialogues a person put aside. */
export const shelvedSchema = z.array(savedDialogueSchema).nullable()
