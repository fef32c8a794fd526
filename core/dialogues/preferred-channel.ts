import type { Awaitable } from '../dialogue.ts'
import { plainText } from '../formatted-text.ts'
import type { ChannelName } from '../message.ts'
import type { Account } from '../people/accounts.ts'
import { linking } from '../texts/linking.ts'
import { type Aside, aside, type GoingOn } from './go-on.ts'

export type Preferring = GoingOn & { accounts: Account[]; preferredChannel: ChannelName | null }

/** "kênh nhận tin": asks where alerts go first, among the channels the person has not shut us out of. */
export function askPreferredChannel({ accounts, preferredChannel, ...begun }: Preferring): Awaitable<Aside> {
  const channels = reachable(accounts)
  const [only] = channels
  if (only !== undefined && channels.length === 1) return aside(linking.oneChannelOnly(named(only)), begun)
  const { dialogue, shelved } = begun
  const text = linking.choosePreferred(preferredChannel && named(preferredChannel))
  const choices = channels.map((channel) => ({ id: PREFER + channel, label: named(channel) }))
  return { say: [{ text: plainText(text), choices }], dialogue, shelved }
}

/** What a choice of that question leads to; null for a choice of another question, or of a channel that left meanwhile. */
export function choosePreferredChannel(
  choice: string,
  { accounts, ...begun }: Preferring,
): Promise<Aside> | null {
  const channel = reachable(accounts).find((name) => PREFER + name === choice)
  if (channel === undefined) return null
  return aside(linking.preferred(named(channel)), begun, { accounts: { kind: 'prefer', channel } })
}

const PREFER = 'prefer:'

const named = (channel: ChannelName) => linking.channels[channel]

/** The one the person writes from can be reached, whatever was noted. */
const reachable = (accounts: Account[]) => [
  ...new Set(accounts.filter(({ here, blocked }) => here || !blocked).map(({ channel }) => channel)),
]
