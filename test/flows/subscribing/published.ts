import { randomUUID } from 'node:crypto'
import { announceVersion } from '../../../core/alerts/announce-version.ts'
import {
  type PublicText,
  publishVersion,
  type VersionKind,
} from '../../../core/challenges/publish-version.ts'
import type { TestCore } from '../../support/build-deps.ts'

export type Published = {
  code: string
  title: string
  field?: string
  unitCode?: string
  deadline?: Date | null
  text?: PublicText
  now?: Date
}

/** A challenge that an office published, with its subscribers told of it; gives its id. */
export async function publish(core: TestCore, of: Published): Promise<string> {
  const { prisma } = core.database
  const now = of.now ?? core.deps.now()
  const author = await prisma.person.create({ data: {} })
  const { id } = await prisma.challenge.create({
    data: {
      ...{ code: of.code, name: of.title, state: 'PUBLISHED', authorId: author.id, formVersion: 1 },
      unitCode: of.unitCode ?? '26740',
      answers: { field: { kind: 'choice', id: of.field ?? 'health' } },
      publicText: { title: of.title, ...of.text },
      contact: 'Văn phòng UBND phường, 0283 829 0000',
      deadline: of.deadline === undefined ? new Date('2026-12-30T16:59:00Z') : of.deadline,
    },
  })
  await nextVersion(core, id, 'published', now)
  return id
}

/** The next version of what is public, with everybody told of it who has to be. */
export async function nextVersion(
  core: TestCore,
  challengeId: string,
  kind: VersionKind,
  now: Date,
): Promise<void> {
  await core.database.prisma.$transaction(async (tx) => {
    const version = await publishVersion(tx, { challengeId, kind, note: null, now })
    await announceVersion(tx, { challengeId, version, kind, now })
  })
}

/** A statement that nobody outside may see. */
export async function draft(core: TestCore, code: string, state = 'DRAFT'): Promise<string> {
  const author = await core.database.prisma.person.create({ data: {} })
  const data = { id: randomUUID(), code, name: 'Bản nháp', state, authorId: author.id, formVersion: 1 }
  await core.database.prisma.challenge.create({ data })
  return data.id
}
