import { randomUUID } from 'node:crypto'
import { createReceive } from '../../bots/receive.ts'
import type { Deps } from '../../core/deps.ts'
import { type Answer, answerQuestion } from '../../core/knowledge/answer-question.ts'
import { buildKnowledge, type Knowledge } from '../../core/knowledge/build-knowledge.ts'
import { readCorpus } from '../../core/knowledge/read-corpus.ts'
import { createLinks } from '../../core/links.ts'
import type { Log } from '../../core/log.ts'
import { createMailbox } from '../../core/mailbox.ts'
import type { Address, Inbound, Reply } from '../../core/message.ts'
import { DEFAULT_SETTINGS } from '../../core/settings.ts'
import { createWake } from '../../core/wake.ts'
import { type Backend, openTestDatabase } from './database.ts'

export const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

let knowledge: Promise<Knowledge> | undefined

/** The knowledge of the real corpus, built once for a test file. */
export const corpusKnowledge = (): Promise<Knowledge> => {
  knowledge ??= readCorpus('knowledge').then(buildKnowledge)
  return knowledge
}

/** What the answerer says to a question, to compare with what a person received. */
export const answerOf = async (question: string): Promise<Answer> =>
  answerQuestion(question, { knowledge: await corpusKnowledge(), now: () => new Date() })

/** The core over a fresh test database, with the real corpus, and the ends that a test pulls at. */
export async function openTestCore(backend: Backend = 'embedded', changes: Partial<Deps> = {}) {
  const database = await openTestDatabase(backend)
  const wake = await createWake({ database, log: silent })
  const deps: Deps = {
    database,
    wake,
    knowledge: corpusKnowledge,
    openAttachment: async () => ({ status: 'unavailable' }),
    model: null,
    links: createLinks({
      publicUrl: DEFAULT_SETTINGS.publicUrl,
      secret: 'of-the-tests'.repeat(3),
      now: () => new Date(),
    }),
    settings: DEFAULT_SETTINGS,
    log: silent,
    now: () => new Date(),
    newId: randomUUID,
    ...changes,
  }
  return {
    deps,
    database,
    mailbox: createMailbox({ database, wake }),
    receive: createReceive({ database }),
    async close() {
      await wake.close()
      await database.close()
    },
  }
}

export type TestCore = Awaited<ReturnType<typeof openTestCore>>

export const addressOf = (user: string): Address => ({ channel: 'console', chatId: user })

/** A message of `user`, with an id of its own unless one is given. */
export const buildInbound = (user: string, text: string, changes: Partial<Inbound> = {}): Inbound => ({
  id: randomUUID(),
  from: addressOf(user),
  senderId: user,
  text,
  at: new Date(),
  ...changes,
})

export const textsOf = (replies: Reply[]): string[] => replies.map((reply) => reply.text.text)
