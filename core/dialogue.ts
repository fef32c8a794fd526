import type { z } from 'zod'
import type { Transaction } from './db.ts'
import type { Attachment, ChannelName, OpenedAttachment, Reply } from './message.ts'
import type { Model } from './model.ts'
import type { AccountsEffect } from './people/accounts.ts'
import type { ConsentEntry, Consents } from './people/consent.ts'
import type { InvitationDraft } from './people/create-invitation.ts'
import type { Actor, Grant } from './people/roles.ts'
import type { Unit } from './units/unit.ts'

/** What a person said in a dialogue: `choice` is set when the text or a button answered the last question. */
export type Said = {
  text: string
  choice: string | null
  attachment?: Attachment
  /** What was found in the text, which is masked by now: see `Inbound.flags`. */
  flags?: readonly string[]
}

export type OpenQuestionDraft = { text: string; reason: string; code: string }

/** What a dialogue may want written, in the transaction of the turn. */
export type Effects = {
  consents?: ConsentEntry[]
  openQuestion?: OpenQuestionDraft
  accounts?: AccountsEffect
  invitation?: InvitationDraft
  /** A code somebody typed: what comes of it is known, and said, only when it is tried. */
  redeem?: { codeHash: string }
  /**
   * What a feature writes of its own. What it gives is said before the turn's other replies: the outcome of a race is
   * known only here. Throws `TryLater` to have the turn decided again. Never slow: it runs in the turn's transaction.
   */
  write?: (tx: Transaction, by: Writer) => Promise<Reply[]>
}

/** Whose turn it is, for what is written in it. */
export type Writer = {
  personId: string
  identityId: string
  channel: ChannelName
  inboundId: bigint
  now: Date
}

/** `next` null ends the dialogue. `not_for_me`: the person said something else; it is handled as if there were no dialogue. */
export type Step<State> =
  | { status: 'said'; say: Reply[]; next: State | null; effects?: Effects }
  | { status: 'not_for_me'; next: State | null }

export type DialogueContext = {
  /** For reading: a dialogue writes through `Effects.write`. */
  db: Transaction
  /** Who speaks, by which account, and what they may act as. */
  person: { id: string; identityId: string; channel: ChannelName; actor: readonly Grant[] }
  now: Date
  newId: () => string
  /** The content of what came with the message. Slow, and may fail: it asks the platform. */
  openAttachment: (attachment: Attachment) => Promise<OpenedAttachment>
  /** Null where there is no model, or the person did not agree that texts go to one abroad. */
  model: Model | null
  consents: Consents
  /** The notice a consent is given under. */
  notice: { text: string; version: string }
  /** Whose assistant it is, and where people reach its page, without a slash at the end. */
  programme: { name: string; publicUrl: string }
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

/** An answer given in the middle of a dialogue, for the dialogue to make use of. */
export type AnswerGiven = { question: string; status: string; text: string; passageIds: string[] }

export type Awaitable<T> = T | Promise<T>

export type Dialogue<State> = {
  name: string
  version: number
  /** What it is about, in a few words, for a person who left it. */
  title: string
  /** Waits below whatever is begun in its middle, and is taken up again after it. Otherwise that takes its place. */
  waits?: true
  state: z.ZodType<State>
  start(context: DialogueContext): Awaitable<Step<State>>
  /** The question that waits for an answer, once more: after an interruption, or on another channel. */
  ask(state: State, context: DialogueContext): Awaitable<Reply[]>
  step(state: State, said: Said, context: DialogueContext): Awaitable<Step<State>>
  /** Whether the dialogue takes these words before they are read as a command ("hủy", "sửa 3"). Without it: none. */
  claims?(state: State, said: Said): boolean
  /** What is said after a question in the middle was answered, instead of `ask`. */
  afterAnswer?(state: State, answer: AnswerGiven, context: DialogueContext): Awaitable<Step<State>>
}

/**
 * As it is saved on the person. `by` is the account that last answered in it, and takes it along when it parts; `over` is
 * what it was begun in the middle of, and is taken up again when it ends.
 */
export type SavedDialogue = {
  name: string
  version: number
  state: unknown
  by?: string | undefined
  over?: SavedDialogue | undefined
}

/** A dialogue whose state type is hidden, so that a list can hold dialogues of all kinds. */
export type AnyDialogue = {
  name: string
  title: string
  waits: boolean
  start(context: DialogueContext): Promise<Step<SavedDialogue>>
  /** Null when the saved state is of another version or cannot be read: say so, never guess. */
  resume(saved: SavedDialogue, said: Said, context: DialogueContext): Promise<Step<SavedDialogue> | null>
  /** Null for the same reasons. */
  ask(saved: SavedDialogue, context: DialogueContext): Promise<Reply[] | null>
  claims(saved: SavedDialogue, said: Said): boolean
  /** Null for the same reasons, and where the dialogue only repeats its question. */
  afterAnswer(
    saved: SavedDialogue,
    answer: AnswerGiven,
    context: DialogueContext,
  ): Promise<Step<SavedDialogue> | null>
}

/** A dialogue with its own state's type still known: it can be entered anywhere, not only at its start. */
export type EnterableDialogue<State> = AnyDialogue & { at(state: State): SavedDialogue }

/** Makes a dialogue of saved steps from its definition. The state is read through the definition's schema. */
export function defineDialogue<State>(definition: Dialogue<State>): EnterableDialogue<State> {
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
    waits: definition.waits === true,
    at: (state) => ({ name, version, state }),
    start: async (context) => save(await definition.start(context)),
    async resume(saved, said, context) {
      const found = read(saved)
      return found && save(await definition.step(found.state, said, context))
    },
    async ask(saved, context) {
      const found = read(saved)
      return found && definition.ask(found.state, context)
    },
    claims(saved, said) {
      const found = read(saved)
      return found !== null && (definition.claims?.(found.state, said) ?? false)
    },
    async afterAnswer(saved, answer, context) {
      const found = read(saved)
      if (found === null || definition.afterAnswer === undefined) return null
      return save(await definition.afterAnswer(found.state, answer, context))
    },
  }
}
