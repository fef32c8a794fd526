import type { SavedDialogue } from '../dialogue.ts'
import type { ChannelName, Reply } from '../message.ts'

/**
 * One of a person's identities, as the person thinks of it. `here`: the one this message came through. `leaves`: it is
 * another person's again when “bỏ liên kết” is said here.
 */
export type Account = {
  identityId: string
  channel: ChannelName
  here: boolean
  leaves: boolean
  blocked: boolean
}

/** A code that was typed and waits for a yes: whom it would bring in, and what they were in the middle of. */
export type PendingLink = {
  codeId: string
  personId: string
  channel: ChannelName
  dialogue: SavedDialogue | null
  shelved: SavedDialogue[]
}

/** What a turn may want done to a person's accounts, in its transaction. */
export type AccountsEffect =
  | { kind: 'issue_code'; code: string }
  /** `notice` goes to the other side, so that nobody is joined without hearing of it. */
  | { kind: 'join'; pending: PendingLink; notice: Reply }
  | { kind: 'part' }
  | { kind: 'prefer'; channel: ChannelName }
