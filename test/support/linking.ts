import type { ChannelName } from '../../core/message.ts'
import type { TestCore } from './build-deps.ts'
import { hear, type Speaker } from './talk.ts'

/** A user on a channel. */
export const on = (channel: ChannelName, user: string) => ({ user, on: channel })

/** Asks for a code and reads it from the answer. */
export async function askForCode(core: TestCore, speaker: Speaker): Promise<string> {
  const [said] = await hear(core, speaker, 'liên kết')
  const code = /Mã liên kết: (\d{6})/.exec(said ?? '')?.[1]
  if (code === undefined) throw new Error('no code was given')
  return code
}

/** Another code than the one given. */
export const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

/** Links two channels as a person does it: a code on the first, typed on the second, and a yes. */
export async function link(core: TestCore, first: Speaker, second: Speaker): Promise<string[]> {
  await hear(core, second, `liên kết ${await askForCode(core, first)}`)
  return hear(core, second, '1')
}

/** The person behind a user of a channel. */
export async function personOf(core: TestCore, { user, on: channel }: Exclude<Speaker, string>) {
  const where = { channel_externalId: { channel, externalId: user } }
  return (await core.database.prisma.identity.findUniqueOrThrow({ where, include: { person: true } })).person
}
