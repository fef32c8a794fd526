import type { Awaitable, DialogueContext, Effects, SavedDialogue } from './dialogue.ts'
import type { Attachment, Reply } from './message.ts'
import type { Evidence } from './turn.ts'

/** One message as a feature reads it. */
export type Asked = {
  text: string
  /** The text folded, without punctuation, leading slash and a closing courtesy: what phrases are compared with. */
  said: string
  /** The id of the choice that the text or a button answered the last question with. */
  choice: string | null
  attachment?: Attachment
  /** The dialogue in hand. */
  dialogue: SavedDialogue | null
  context: DialogueContext
}

/** What a feature makes of a message. Without `next` the dialogue in hand goes on, and its question is put again. */
export type Found = { say: Reply[]; next?: SavedDialogue | null; effects?: Effects; evidence?: Evidence }

/** What the assistant can do, as far as it is reached by messages: the dialogues are in `dialogues/list.ts`. */
export type Feature = {
  name: string
  /** Whole messages that mean one thing wherever the person stands, and choices that were offered beside a dialogue. */
  command?(asked: Asked): Awaitable<Found | null>
  /** Questions in free words that the feature answers and the corpus does not: asked when no dialogue takes the message. */
  answer?(asked: Asked): Awaitable<Found | null>
}
