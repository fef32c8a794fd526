import { expect, test } from 'vitest'
import { createWebChannel } from '../../../bots/web/channel.ts'
import { SendError } from '../../../core/errors.ts'
import { createFakeMailbox } from './fake-mailbox.ts'

const TO = { channel: 'web', chatId: 'lan' } as const
const REPLY = { text: { text: 'Dạ', runs: [] } }

test('a reply waits in the mailbox until the page reads it', async () => {
  const { mailbox } = createFakeMailbox()
  const { messageId } = await createWebChannel({ mailbox }).send(TO, REPLY, 'reply')
  expect(await mailbox.read(TO, '0')).toMatchObject([{ id: messageId, reply: REPLY }])
})

test('a mailbox that is away is worth another try', async () => {
  const mailbox = { append: () => Promise.reject(new Error('connection lost')) }
  const sent = createWebChannel({ mailbox }).send(TO, REPLY, 'reply')
  await expect(sent).rejects.toThrow(SendError)
  await expect(sent).rejects.toMatchObject({ failure: 'network' })
})
