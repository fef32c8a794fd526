import { SendError, Unauthorized } from '../../core/errors.ts'
import type { Channel, Inbound } from '../../core/message.ts'
import type { Subject } from './subject.ts'

/** A fault, the beginning of the rule that must find it, and how to plant it; null where the platform cannot show it. */
export type Violation = { fault: string; rule: string; plant(subject: Subject): Subject | null }

const changed = (subject: Subject, change: (channel: Channel) => Partial<Channel>): Subject => ({
  ...subject,
  channel: { ...subject.channel, ...change(subject.channel) },
})

const parsing = (subject: Subject, change: (message: Inbound, nth: number) => Inbound) => {
  let nth = 0
  return changed(subject, ({ parse }) => ({
    parse: async (request) => (await parse(request)).map((message) => change(message, nth++)),
  }))
}

const AN_ECHO: Omit<Inbound, 'from'> = { id: 'x', senderId: 'bot', text: 'echo', at: new Date(0) }

export const VIOLATIONS: Violation[] = [
  {
    fault: 'lets strangers in',
    rule: 'a stranger',
    plant: (subject) =>
      changed(subject, ({ parse }) => ({
        parse: (request) =>
          parse(request).catch((fault: unknown) => {
            if (fault instanceof Unauthorized) return []
            throw fault
          }),
      })),
  },
  {
    fault: 'reads the body before it asks who sent it',
    rule: 'a stranger',
    plant: (subject) =>
      changed(subject, ({ parse }) => ({
        async parse(request) {
          JSON.parse(await request.clone().text())
          return parse(request)
        },
      })),
  },
  {
    fault: 'breaks at a body that is no JSON',
    rule: 'what cannot be read',
    plant: (subject) =>
      changed(subject, ({ parse }) => ({
        async parse(request) {
          await request.clone().json()
          return parse(request)
        },
      })),
  },
  {
    fault: 'sends answers to somebody else',
    rule: 'a message says',
    plant: (subject) =>
      parsing(subject, (message) => ({ ...message, from: { ...message.from, chatId: 'somebody' } })),
  },
  {
    fault: 'makes ids of its own',
    rule: 'a redelivery',
    plant: (subject) => parsing(subject, (message, nth) => ({ ...message, id: `${nth}` })),
  },
  {
    fault: 'gives every message the same id',
    rule: 'a redelivery',
    plant: (subject) => parsing(subject, (message) => ({ ...message, id: 'one' })),
  },
  {
    fault: 'answers itself',
    rule: 'our own messages',
    plant: (subject) =>
      subject.ignored.length === 0
        ? null
        : changed(subject, ({ parse, name }) => ({
            async parse(request) {
              const messages = await parse(request)
              return messages.length > 0
                ? messages
                : [{ ...AN_ECHO, from: { channel: name, chatId: subject.chatId } }]
            },
          })),
  },
  {
    fault: 'composes letters',
    rule: 'the text is exactly',
    plant: (subject) => parsing(subject, (message) => ({ ...message, text: message.text.normalize('NFC') })),
  },
  {
    fault: 'loses letters of four bytes',
    rule: 'the text is exactly',
    plant: (subject) =>
      parsing(subject, (message) => ({
        ...message,
        text: message.text.replace(/[\u{10000}-\u{10ffff}]/gu, ''),
      })),
  },
  {
    fault: 'forgets what was picked',
    rule: 'a choice that is picked',
    plant: (subject) => parsing(subject, ({ choice: _, ...message }) => ({ ...message, text: 'Lựa chọn' })),
  },
  {
    fault: 'cuts a long reply off',
    rule: 'a long reply',
    plant: (subject) =>
      changed(subject, ({ send }) => ({
        send: (to, { text }, purpose) =>
          send(to, { text: { ...text, text: text.text.slice(0, 3_000) } }, purpose),
      })),
  },
  {
    fault: 'mixes the order of a long reply up',
    rule: 'a long reply',
    plant: (subject) => ({ ...subject, arrived: () => disordered(subject) }),
  },
  {
    fault: 'counts runs in characters instead of UTF-16 units',
    rule: 'bold and links',
    plant: (subject) =>
      changed(subject, ({ send }) => ({
        send: (to, { text }, purpose) =>
          send(
            to,
            { text: { ...text, runs: text.runs.map((run) => ({ ...run, start: run.start - 1 })) } },
            purpose,
          ),
      })),
  },
  {
    fault: 'takes every failure for a network failure of its own kind',
    rule: 'whatever keeps',
    plant: (subject) =>
      changed(subject, ({ send }) => ({
        send: (...args) =>
          send(...args).catch(() => {
            throw new TypeError('fetch failed')
          }),
      })),
  },
  {
    fault: 'mistakes one failure for another',
    rule: 'whatever keeps',
    plant: (subject) =>
      changed(subject, ({ send }) => ({
        send: (...args) =>
          send(...args).catch(({ failure }: SendError) => {
            throw new SendError(failure === 'network' ? 'unknown' : 'network', 'no')
          }),
      })),
  },
  {
    fault: 'says that it sent what did not arrive',
    rule: 'whatever keeps',
    plant: (subject) =>
      changed(subject, ({ send }) => ({ send: (...args) => send(...args).catch(() => ({ messageId: '' })) })),
  },
  {
    fault: 'tells its secret in an error',
    rule: 'no error',
    plant: (subject) =>
      changed(subject, ({ send }) => ({
        send: (...args) =>
          send(...args).catch(({ failure }: SendError) => {
            throw new SendError(failure, `failed with ${subject.secrets[0] ?? 'Lời riêng'}`)
          }),
      })),
  },
  {
    fault: 'logs what people write',
    rule: 'no error',
    plant: (subject) => ({ ...subject, logged: () => `${subject.logged()} Lời riêng của tôi` }),
  },
  {
    fault: 'sends the words without the file',
    rule: 'a file arrives once',
    plant: (subject) =>
      subject.channel.files?.out
        ? changed(subject, ({ send }) => ({ send: (to, reply, purpose) => send(to, reply, purpose) }))
        : null,
  },
  {
    fault: 'throws when a file cannot be fetched',
    rule: 'what a person sent',
    plant: (subject) =>
      changed(subject, () => ({ openAttachment: () => Promise.reject(new TypeError('fetch failed')) })),
  },
  {
    fault: 'takes blocking for a message',
    rule: 'a person who shuts us out',
    plant: (subject) =>
      subject.events && parsing(subject, ({ event: _, ...message }) => ({ ...message, text: 'bye' })),
  },
  {
    fault: 'throws when it acknowledges',
    rule: 'acknowledging',
    plant: (subject) =>
      changed(subject, () => ({ acknowledge: () => Promise.reject(new SendError('unknown', 'no answer')) })),
  },
]

/** Its messages the wrong way round; the halves of the only one, where there is one. */
function disordered(subject: Subject) {
  const arrived = subject.arrived()
  const [only] = arrived
  if (arrived.length !== 1 || only === undefined) return arrived.toReversed()
  const words = only.text.split(' ')
  return [
    { ...only, text: [...words.slice(words.length / 2), ...words.slice(0, words.length / 2)].join(' ') },
  ]
}
