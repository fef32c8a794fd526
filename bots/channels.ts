import type { Mailbox } from '../core/mailbox.ts'
import type { Channel, ChannelName } from '../core/message.ts'
import { createConsoleChannel } from './console/channel.ts'
import { createWebChannel } from './web/channel.ts'

/** The channels that can be used with what is configured. The page and the terminal always can. */
export function createChannels(deps: { mailbox: Mailbox; consoleToken: string }): Map<ChannelName, Channel> {
  const { mailbox, consoleToken } = deps
  const channels = [createWebChannel({ mailbox }), createConsoleChannel({ mailbox, token: consoleToken })]
  return new Map(channels.map((channel) => [channel.name, channel]))
}
