import type { z } from 'zod'
import type { Reply } from './message.ts'
import type { AccountsEffect } from './people/accounts.ts'
import type { ConsentEntry, Consents } from './people/consent.ts'
import type { InvitationDraft } from './people/create-invitation.ts'
import type { Actor } from './people/roles.ts'
import type { Unit } from './units/unit.ts'

/** What a person said in a dialogue: `choice` is set when the text or a button answered the last question. */
export type Said = { text: string; choice: string | null }

export type OpenQuestionDraft = { text: string; reason: string; code: string }

/** What a dialogue may want written, in the transaction of the turn. */
export type Effects = {
  consents?: ConsentEntry[]
  openQuestion?: OpenQuestionDraft
  accounts?: AccountsEffect
  invitation?: InvitationDraft
  /** A code somebody typed: what comes of it is known, and said, only when it is tried. */
  redeem?: { codeHash: string }
}

/** `next` null ends the dialogue. `not_for_me`: the person said something else; it is handled as if there were no dialogue. */
export type Step<State> =
  | { status: 'said'; say: Reply[]; next: State | null; effects?: Effects }
  | { status: 'not_for_me'; next: State | null }

export type DialogueContext = {
  consents: Consents
  /** The notice a consent is given under. */
  notice: { text: string; version: string }
  newCode: () => string
  /** For who may invite others; absent for everybody else. */
  inviting?: Inviting
}

export type Inviting = {
  actor: Actor
  units: readonly Unit[]
  newInvitationCode: () => string
  /** The name of the bot on Telegram, for a link that carries the code. */
  telegramBot: string | null
}

export type Dialogue<State> = {
  name: string
  version: number
  /** What it is about, in a few words, for a person who left it. */
  title: string
  state: z.ZodType<State>
  start(context: DialogueContext): Step<State>
  /** The question that waits for an answer, once more: after an interruption, or on another channel. */
  ask(state: State, context: DialogueContext): Reply[]
  step(state: State, said: Said, context: DialogueContext): Step<State>
}

/** As it is saved on the person; `by` is the account that last answered in it, and takes it along when it parts. */
export type SavedDialogue = { name: string; version: number; state: unknown; by?: string | undefined }

/** A dialogue whose state type is hidden, so that a list can hold dialogues of all kinds. */
export type AnyDialogue = {
  name: string
  title: string
  start(context: DialogueContext): Step<SavedDialogue>
  /** Null when the saved state is of another version or cannot be read: say so, never guess. */
  resume(saved: SavedDialogue, said: Said, context: DialogueContext): Step<SavedDialogue> | null
  /** Null for the same reasons. */
  ask(saved: SavedDialogue, context: DialogueContext): Reply[] | null
}

/** Makes a dialogue of saved steps from its definition. The state is read through the definition's schema. */
export function defineDialogue<State>(definition: Dialogue<State>): AnyDialogue {
  const { name, version, title } = definition
  const save = (step: Step<State>): Step<SavedDialogue> => ({
    ...step,
    next: step.next === null ? null : { name, version, state: step.next },
  })
  const read = (saved: SavedDialogue) => {
    const state = definition.state.safeParse(saved.state)
    return saved.name === name && saved.version === version && state.success ? { state: state.data } : null
  }
  return {
    name,
    title,
    start: (context) => save(definition.start(context)),
    resume(saved, said, context) {
      const found = read(saved)
      return found && save(definition.step(found.state, said, context))
    },
    ask(saved, context) {
      const found = read(saved)
      return found && definition.ask(found.state, context)
    },
  }
}
