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
  at: Date
}

/** A stretch of `text`, counted in UTF-16 code units, that a channel may show differently. */
export type Run = { start: number; length: number; style: 'bold' | 'link' | 'quote'; url?: string }

export type FormattedText = { text: string; runs: Run[] }

export type Choice = { id: string; label: string }

/** Choices are numbered in the text by channels without buttons; typing the number always works. */
export type Reply = { text: FormattedText; choices?: Choice[] }

export type Purpose = 'reply' | 'alert' | 'reminder'

export interface Channel {
  readonly name: ChannelName
  /**
   * Verifies the sender first, in constant time, then reads the request.
   * Unknown updates give []. Throws `Unauthorized` for a stranger, `BadRequest` for what cannot be read.
   */
  parse(request: Request): Promise<Inbound[]>
  /** Throws only `SendError`. */
  send(to: Address, reply: Reply, purpose: Purpose): Promise<{ messageId: string }>
  typing?(to: Address): Promise<void>
  poll?(onInbound: (message: Inbound) => Promise<void>, stop: AbortSignal): Promise<void>
}
