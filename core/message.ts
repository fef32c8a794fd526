/** The channel contract: what crosses the border between a platform and the core. */

export type ChannelName = 'telegram' | 'zalo-bot' | 'zalo-oa' | 'web' | 'console'

/** Where a person can be written to. `chatId` is opaque and belongs to the channel. */
export type Address = { channel: ChannelName; chatId: string }

export type Inbound = {
  /** The platform's own id of the message: what makes a redelivery recognisable. */
  id: string
  from: Address
  /** The platform's id of the person, stable across chats. */
  senderId: string
  text: string
  /** The id of a tapped choice, where the platform has buttons. */
  choice?: string
  /** What came with the text, or instead of it: a reference, never the content. */
  attachment?: Attachment
  /** Written in a group: `from` is the group, `senderId` the person. Only general answers go there. */
  group?: true
  /** No message: the person shut the bot out, or let it in again. */
  event?: 'blocked' | 'reachable'
  at: Date
}

/** `ref` is the platform's own id or temporary address of the content; absent where the platform gives none. */
export type Attachment = {
  kind: 'photo' | 'file' | 'voice' | 'sticker' | 'location' | 'unsupported'
  ref?: string
  name?: string
  bytes?: number
}

/** The content of an attachment, or why there is none. `too_big`: more than the platform or we take. */
export type OpenedAttachment =
  | { status: 'opened'; name: string; bytes: Uint8Array }
  | { status: 'too_big' | 'gone' | 'unavailable' }

/** A stretch of `text`, counted in UTF-16 code units, that a channel may show differently. */
export type Run = { start: number; length: number; style: 'bold' | 'link' | 'quote'; url?: string }

export type FormattedText = { text: string; runs: Run[] }

/** `id` is at most 32 ASCII characters, so that any platform's button can carry it. */
export type Choice = { id: string; label: string }

/** Choices are numbered in the text by channels without buttons; typing the number always works. */
export type Reply = {
  text: FormattedText
  choices?: Choice[]
  /** A stored file that comes with the text: sent along where the platform takes files, otherwise as a link. */
  file?: { id: string; name: string }
  /** Asks for a document: where the platform takes none from people, a link to our page for it goes with the text. */
  upload?: true
  /** Carries a code that opens something: nothing of it is kept once it was sent. */
  secret?: true
}

/** The content of a reply's file, for a channel that sends files itself. */
export type FileContent = { name: string; mime: string; bytes: Uint8Array }

export type Purpose = 'reply' | 'alert' | 'reminder'

export interface Channel {
  readonly name: ChannelName
  /** What the platform carries besides text: documents to people, and documents from them. */
  readonly files?: { out?: true; in?: true }
  /**
   * Verifies the sender first, in constant time, then reads the request.
   * Unknown updates give []. Throws `Unauthorized` for a stranger, `BadRequest` for what cannot be read.
   */
  parse(request: Request): Promise<Inbound[]>
  /** Throws only `SendError`. `file` is given to channels with `files.out` alone; the others find its link in the text. */
  send(to: Address, reply: Reply, purpose: Purpose, file?: FileContent): Promise<{ messageId: string }>
  /** Tells the platform that a stored message was seen: stops a button's clock, shows "typing…". Best effort, never throws. */
  acknowledge?(message: Inbound): Promise<void>
  typing?(to: Address): Promise<void>
  /** Fetches what came with a message. Never throws. */
  openAttachment?(attachment: Attachment): Promise<OpenedAttachment>
  /**
   * Reads updates until `stop`, giving each to `onInbound`, which stores it; the next is asked for, and the last
   * confirmed to the platform, only after that. Returns when stopped; throws what makes polling impossible (a wrong
   * token, a webhook that is set). Failures that pass are waited out inside.
   */
  poll?(onInbound: (message: Inbound) => Promise<void>, stop: AbortSignal): Promise<void>
}
