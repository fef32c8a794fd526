import type { z } from 'zod'
import type { Reply } from './message.ts'
import type { ConsentEntry, Consents } from './people/consent.ts'

/** What a person said in a dialogue: `choice` is set when the text or a button answered the last question. */
export type Said = { text: string; choice: string | null }

export type OpenQuestionDraft = { text: string; reason: string; code: string }

/** What a dialogue may want written, in the transaction of the turn. */
export type Effects = { consents?: ConsentEntry[]; openQuestion?: OpenQuestionDraft }

/** `next` null ends the dialogue. `not_for_me`: the person said something else; it is handled as if there were no dialogue. */
export type Step<State> =
  | { status: 'said'; say: Reply[]; next: State | null; effects?: Effects }
  | { status: 'not_for_me'; next: State | null }

export type DialogueContext = {
  consents: Consents
  /** The notice a consent is given under. */
  notice: { text: string; version: string }
  newCode: () => string
}

export type Dialogue<State> = {
  name: string
  version: number
  state: z.ZodType<State>
  start(context: DialogueContext): Step<State>
  step(state: State, said: Said, context: DialogueContext): Step<State>
}

/** As it is saved on the person. */
export type SavedDialogue = { name: string; version: number; state: unknown }

/** A dialogue whose state type is hidden, so that a list can hold dialogues of all kinds. */
export type AnyDialogue = {
  name: string
  start(context: DialogueContext): Step<SavedDialogue>
  /** Null when the saved state is of another version or cannot be read: say so, never guess. */
  resume(saved: SavedDialogue, said: Said, context: DialogueContext): Step<SavedDialogue> | null
}

/** Makes a dialogue of saved steps from its definition. The state is read through the definition's schema. */
export function defineDialogue<State>(definition: Dialogue<State>): AnyDialogue {
  const { name, version } = definition
  const save = (step: Step<State>): Step<SavedDialogue> => ({
    ...step,
    next: step.next === null ? null : { name, version, state: step.next },
  })
  return {
    name,
    start: (context) => save(definition.start(context)),
    resume(saved, said, context) {
      const state = definition.state.safeParse(saved.state)
      if (saved.name !== name || saved.version !== version || !state.success) return null
      return save(definition.step(state.data, said, context))
    },
  }
}
