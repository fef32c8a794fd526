import type { Reply } from '../../core/message.ts'
import type { Role } from '../../core/people/roles.ts'
import { loadUnits } from '../../core/units/load-units.ts'
import { readCityUnits } from '../../core/units/read-city-units.ts'
import { openTestCore, type TestCore } from './build-deps.ts'
import { hear, type Speaker, talk } from './talk.ts'

/** The core with the city's units, for stories about statements. */
export async function openDraftingCore(changes: Parameters<typeof openTestCore>[1] = {}): Promise<TestCore> {
  const core = await openTestCore('embedded', changes)
  await loadUnits(await readCityUnits(), core)
  return core
}

export const personOf = async (core: TestCore, user: string): Promise<string> =>
  (await core.database.prisma.identity.findFirstOrThrow({ where: { externalId: user } })).personId

/** Makes a user known, with a role in a unit; none of the replies matter to the story. */
export async function giveRole(core: TestCore, speaker: Speaker, role: Role, unitCode: string | null) {
  await hear(core, speaker, 'xin chào')
  const user = typeof speaker === 'string' ? speaker : speaker.user
  const personId = await personOf(core, user)
  await core.database.prisma.roleGrant.create({ data: { personId, role, unitCode } })
}

/** Says texts one after the other; gives what was heard last, choices numbered below as a phone shows them. */
export async function converse(core: TestCore, speaker: Speaker, ...texts: string[]): Promise<string> {
  let heard: Reply[] = []
  for (const text of texts) heard = await talk(core, speaker, text)
  return shown(heard)
}

/** Replies as a channel without buttons shows them. */
export const shown = (replies: readonly Reply[]): string =>
  replies
    .map(({ text, choices = [] }) =>
      [text.text, ...choices.map(({ label }, at) => `${at + 1}. ${label}`)].join('\n'),
    )
    .join('\n---\n')

/** The statement that a user works on, as its row is now. */
export async function draftOf(core: TestCore, user: string) {
  const authorId = await personOf(core, user)
  return core.database.prisma.challenge.findFirstOrThrow({
    where: { authorId },
    orderBy: { createdAt: 'desc' },
  })
}
