import type { Database } from './db.ts'
import type { Knowledge } from './knowledge/build-knowledge.ts'
import type { Links } from './links.ts'
import type { Log } from './log.ts'
import type { Attachment, ChannelName, OpenedAttachment } from './message.ts'
import type { AssistantModel } from './model.ts'
import type { Settings } from './settings.ts'
import type { Wake } from './wake.ts'

/** What the core is given by a composition root. A function takes the two or three it needs. */
export type Deps = {
  database: Database
  /** The knowledge of the corpus as it is now. */
  knowledge: () => Promise<Knowledge>
  settings: Settings
  wake: Wake
  log: Log
  /** Addresses on our own page that run out. */
  links: Links
  /** Asks the channel that an attachment came through for its content. */
  openAttachment: (channel: ChannelName, attachment: Attachment) => Promise<OpenedAttachment>
  /** Null: the assistant has no model. */
  model: AssistantModel | null
  now: () => Date
  newId: () => string
}
