import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAgreeing } from '../../../core/people/find-agreeing.ts'
import { openTestCore, type TestCore } from '../../support/build-deps.ts'

let core: TestCore
beforeAll(async () => {
  core = await openTestCore()
})
afterAll(() => core.close())

/** Somebody whose accounts said this, one after another; `|` is where they were joined. */
async function person(said: string): Promise<string> {
  const { prisma } = core.database
  const { id: personId } = await prisma.person.create({ data: {} })
  const identities: Record<string, string> = {}
  for (const name of new Set(said.match(/[ab]/g))) {
    const chat = `${personId}-${name}`
    const data = {
      personId,
      homeId: personId,
      channel: 'web',
      externalId: chat,
      chatId: chat,
      lastInboundAt: new Date(),
    }
    identities[name] = (await prisma.identity.create({ data })).id
  }
  let lastConsentId = 0n
  for (const word of said.split(' ')) {
    if (word === '|') {
      const link = { fromId: identities.a ?? '', toId: identities.b ?? '', lastConsentId, at: new Date() }
      await prisma.identityLink.create({ data: link })
      continue
    }
    const [by = '', choice = ''] = word.split(':')
    const entry = { personId, identityId: identities[by] ?? '', purpose: 'alerts', channel: 'web' }
    const noticeVersion = choice === 'old' ? 'v0' : 'v1'
    const row = await prisma.consent.create({
      data: { ...entry, noticeVersion, choice: choice === 'no' ? 'withdrawn' : 'granted' },
    })
    lastConsentId = row.id
  }
  return personId
}

test.each([
  ['a:yes', true],
  ['a:yes a:no', false],
  ['a:old', false],
  ['a:yes b:no |', false],
  ['a:yes b:no | b:yes', true],
  ['a:yes b:yes | a:no', false],
  ['a:yes | b:yes', true],
])('%s: %s', async (said, agrees) => {
  const personIds = [await person(said), await person('a:no')]
  const found = await findAgreeing(core.database.prisma, { personIds, purpose: 'alerts', version: 'v1' })
  expect(found).toEqual(agrees ? personIds.slice(0, 1) : [])
})
