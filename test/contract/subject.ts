import type { SendFailure } from '../../core/errors.ts'
import type { Attachment, Channel, Reply } from '../../core/message.ts'

/** One message as it reached the person: its text, and the stretches of it that are shown bold or as a link. */
export type Arrived = { text: string; bold: string[]; links: string[] }

/** A channel before its platform, and the ends of the platform that the contract pulls at. */
export type Subject = {
  channel: Channel
  /** Where the person who `says` things can be written to. */
  chatId: string
  /** The platform delivers a text of the person. With the same `id` it is the same message again. */
  says(text: string, id?: string): Request
  /** The platform, or whoever has its credentials, delivers these bytes. */
  delivers(body: string): Request
  /** Requests of somebody who is not the platform, each around the body given. */
  strangers: [name: string, (body: string) => Request][]
  /** What comes from the platform and is nothing for us: our own messages, other bots, kinds not known. */
  ignored: [name: string, () => Request][]
  /** What the channel answers to a body that cannot be read: nothing, because the platform would go on trying, or why not. */
  unreadable: 'nothing' | 'bad_request'
  arrived(): Arrived[]
  /** The person picks a choice of the reply that arrived last: a button where there is one, otherwise its number. */
  picks(index: number, reply: Reply): Request
  /** UTF-16 code units a message of the platform may have. */
  limit: number | null
  /** Which formatting the platform can show. */
  shows: { bold: boolean; links: boolean }
  /** Every way in which the platform fails to take a message, and what it must be told as. */
  failures: [name: string, SendFailure, () => void | Promise<void>][]
  /** The documents that reached the person so far. */
  documents(): { name: string; bytes: Uint8Array }[]
  /** Every way in which the platform fails to take a document. */
  fileFailures: Subject['failures']
  /** The platform holds what the person sent, as the message that came with it says; null where it gives out nothing. */
  holds(bytes: Uint8Array): Promise<Attachment | null>
  /** The platform gives out nothing any more. */
  lets(): Promise<void>
  /** The person shuts us out, and lets us in again, where the platform tells. */
  events: { blocked(): Request; reachable(): Request } | null
  /** What was written to the log so far. */
  logged(): string
  /** What may never be told to anybody. */
  secrets: string[]
}

/** Makes a subject of its own for each test, and puts it away after it. */
export type SetUp = () => Promise<Subject>
