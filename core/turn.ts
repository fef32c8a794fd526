import type { Effects, SavedDialogue } from './dialogue.ts'
import type { Attachment, ChannelName, Reply } from './message.ts'
import type { Account, PendingLink } from './people/accounts.ts'
import type { FoundLink } from './people/link-code.ts'
import type { Prompt } from './resolve-choice.ts'

/** One stored message: its text with personal numbers masked, and the kinds of what was found in it. */
export type Heard = {
  text: string
  choice?: string
  flags: string[]
  attachment?: Attachment
  group: boolean
}

/** What is known of the person before the message. */
export type Conversation = {
  dialogue: SavedDialogue | null
  /** Dialogues put aside, the newest first. */
  shelved: SavedDialogue[]
  prompt: Prompt | null
  introduced: boolean
  consentOffered: boolean
  accounts: Account[]
  preferredChannel: ChannelName | null
  /** What the message is, where it is a code that links channels. */
  linkCode: FoundLink | null
  /** Whom the open question would bring in, where it asks whether to join. */
  pendingLink: PendingLink | null
  /** The person's last question, where its text was kept with their consent. */
  keptQuestion: string | null
}

export type Evidence = { status: string; passageIds: string[] }

/** What one message leads to: written and sent in one transaction. */
export type Turn = {
  replies: Reply[]
  dialogue: SavedDialogue | null
  shelved: SavedDialogue[]
  prompt: Prompt | null
  introduced: boolean
  consentOffered: boolean
  effects: Effects
  evidence: Evidence | null
}
