import { randomUUID } from 'node:crypto'
import type { Transaction } from '../../core/db.ts'
import type { DialogueContext } from '../../core/dialogue.ts'

/** What a dialogue is told, for a test that needs no database: a guest on the console who agreed to nothing. */
export const buildContext = (changes: Partial<DialogueContext> = {}): DialogueContext => ({
  db: unusable,
  person: { id: randomUUID(), identityId: randomUUID(), channel: 'console', actor: [] },
  now: new Date(),
  newId: randomUUID,
  openAttachment: async () => ({ status: 'unavailable' }),
  model: null,
  consents: {},
  notice: { text: '', version: '' },
  programme: { name: '', publicUrl: '' },
  newCode: () => '',
  ...changes,
})

const unusable = new Proxy({} as Transaction, {
  get() {
    throw new Error('this test gave the dialogue no database')
  },
})
