import { expect } from 'vitest'
import { BadRequest, SendError, Unauthorized } from '../../core/errors.ts'
import type { Inbound, Reply } from '../../core/message.ts'
import { FILE_RULES } from './rules-for-files.ts'
import type { SetUp, Subject } from './subject.ts'

export type Rule = { name: string; check(setUp: SetUp): Promise<void> }

const TEXTS = [
  'Kế hoạch có mấy nhóm nhiệm vụ?',
  'Hòa Bình, hoà bình, đường Lê Duẩn'.normalize('NFD'),
  '👩‍👩‍👧‍👦 cả nhà 😀',
  '𠮷野家 và 𝔘𝔫𝔦𝔠𝔬𝔡𝔢',
  'مرحبا بكم \u200fở đây',
  'dòng một\ndòng  hai\t<b>&amp;</b> *x* _y_ [z](w)',
  '482913',
  '/start liên kết',
]

const UNREADABLE = [
  '',
  '{',
  '[]',
  'null',
  '0',
  '"text"',
  '{"a":',
  '\u0000',
  '{"message":[],"update_id":"x","event_name":7}',
  '{"id":{},"text":["x"],"user":9,"update_id":null,"message":{"text":{}},"event_name":{},"sender":3}',
  `{"deep":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  `{"text":"${'a'.repeat(100_000)}"}`,
]

const said = async ({ channel }: Subject, request: Request): Promise<Inbound> => {
  const messages = await channel.parse(request)
  expect(messages).toHaveLength(1)
  const [message] = messages
  if (message === undefined) throw new Error('no message')
  return message
}

const sendError = async (sending: Promise<unknown>): Promise<SendError> => {
  const fault = await sending.then(
    () => new Error('it was sent'),
    (thrown: unknown) => thrown,
  )
  expect(fault, 'nothing but SendError').toBeInstanceOf(SendError)
  if (!(fault instanceof SendError)) throw fault
  return fault
}

const send = ({ channel, chatId }: Subject, reply: Reply) =>
  channel.send({ channel: channel.name, chatId }, reply, 'reply')

const plain = (text: string): Reply => ({ text: { text, runs: [] } })
const asking = (count: number): Reply => ({
  ...plain('Anh/chị chọn giúp trợ lý:'),
  choices: Array.from({ length: count }, (_, at) => ({ id: `0a1b2c3d.${at}`, label: `Lựa chọn ${at + 1}` })),
})

/** What every channel must keep to, whatever its platform does. */
export const RULES: Rule[] = [
  {
    name: 'a stranger is refused before the body is read as anything',
    async check(setUp) {
      const subject = await setUp()
      const genuine = await subject.says('Tôi là người khác').text()
      for (const [name, request] of subject.strangers) {
        for (const body of [genuine, 'no JSON at all']) {
          await expect(subject.channel.parse(request(body)), name).rejects.toBeInstanceOf(Unauthorized)
        }
      }
    },
  },
  {
    name: 'what cannot be read gives nothing, or the reason, and never another fault',
    async check(setUp) {
      const subject = await setUp()
      for (const body of UNREADABLE) {
        const outcome = await subject.channel.parse(subject.delivers(body)).catch((fault: unknown) => fault)
        if (subject.unreadable === 'nothing') expect(outcome, body.slice(0, 80)).toEqual([])
        else expect(outcome, body.slice(0, 80)).toSatisfy(isNothingOrReason)
      }
    },
  },
  {
    name: 'a message says who wrote it, where the answer goes, and when',
    async check(setUp) {
      const subject = await setUp()
      const message = await said(subject, subject.says('Chào trợ lý'))
      expect(message.from).toEqual({ channel: subject.channel.name, chatId: subject.chatId })
      expect(message.senderId).not.toBe('')
      expect(message.at.getTime()).toBeGreaterThan(0)
      expect(message).not.toHaveProperty('event')
      expect(message).not.toHaveProperty('group')
    },
  },
  {
    name: 'a redelivery has the same id, and another message another one',
    async check(setUp) {
      const subject = await setUp()
      const [first, again, other] = [
        await said(subject, subject.says('một', '7c9e6679-7425-40de-944b-e07fc1f90ae7')),
        await said(subject, subject.says('một', '7c9e6679-7425-40de-944b-e07fc1f90ae7')),
        await said(subject, subject.says('một', '7c9e6679-7425-40de-944b-e07fc1f90ae8')),
      ]
      expect(again.id).toBe(first.id)
      expect(other.id).not.toBe(first.id)
    },
  },
  {
    name: 'our own messages, other bots and kinds not known are nothing',
    async check(setUp) {
      const subject = await setUp()
      for (const [name, request] of subject.ignored) {
        expect(await subject.channel.parse(request()), name).toEqual([])
      }
    },
  },
  {
    name: 'the text is exactly what was typed',
    async check(setUp) {
      const subject = await setUp()
      for (const text of TEXTS) expect((await said(subject, subject.says(text))).text).toBe(text)
    },
  },
  {
    name: 'a choice that is picked comes back as its id or its number',
    async check(setUp) {
      for (const count of [3, 9]) {
        const subject = await setUp()
        const reply = asking(count)
        await send(subject, reply)
        for (const at of [0, count - 1]) {
          const { choice, text } = await said(subject, subject.picks(at, reply))
          if (choice === undefined) expect(text).toBe(String(at + 1))
          else expect(choice).toBe(reply.choices?.[at]?.id)
        }
      }
    },
  },
  {
    name: 'a long reply arrives whole, in order, in messages the platform takes',
    async check(setUp) {
      const subject = await setUp()
      const words = Array.from({ length: 1_500 }, (_, at) => (at % 7 === 0 ? `😀${at}` : `từ${at}`))
      const text = words.map((word, at) => `${word}${at % 40 === 39 ? '.\n\n' : ' '}`).join('')
      await send(subject, plain(text.trim()))
      const parts = subject.arrived().map((message) => message.text)
      if (subject.limit !== null) {
        expect(parts.length).toBeGreaterThan(1)
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(subject.limit)
      }
      for (const part of parts) expect(part.isWellFormed()).toBe(true)
      expect(parts.join(' ').split(/\s+/)).toEqual(text.trim().split(/\s+/))
    },
  },
  {
    name: 'bold and links never change the words, and cover the words they are meant for',
    async check(setUp) {
      const subject = await setUp()
      const text = '😀 Điều quan trọng ở Kế hoạch 2025.'
      const of = (words: string) => ({ start: text.indexOf(words), length: words.length })
      const url = 'https://example.org/a'
      await send(subject, {
        text: {
          text,
          runs: [
            { ...of('quan trọng'), style: 'bold' },
            { ...of('Kế hoạch'), style: 'link', url },
          ],
        },
      })
      const [arrived] = subject.arrived()
      const words = (arrived?.text ?? '').split(url).join('')
      expect(words.replace(/[^\p{L}\p{N}😀]+/gu, ' ').trim()).toBe('😀 Điều quan trọng ở Kế hoạch 2025')
      if (subject.shows.bold) expect(arrived?.bold).toEqual(['quan trọng'])
      if (subject.shows.links) expect(arrived?.links).toEqual(['Kế hoạch'])
      else expect(arrived?.text).toContain(url)
    },
  },
  {
    name: 'whatever keeps a message from arriving is told as what it is',
    async check(setUp) {
      const names = (await setUp()).failures.map(([name]) => name)
      for (const [at, name] of names.entries()) {
        const subject = await setUp()
        const [, expected, fail] = subject.failures[at] ?? []
        await fail?.()
        expect((await sendError(send(subject, plain('Dạ')))).failure, name).toBe(expected)
      }
    },
  },
  {
    name: 'no error and no log line has a secret or the words of a message',
    async check(setUp) {
      const count = (await setUp()).failures.length
      for (let at = 0; at < count; at += 1) {
        const subject = await setUp()
        await subject.channel.parse(subject.says('Lời riêng của tôi'))
        await subject.channel.parse(subject.delivers('{"x":"Lời riêng của tôi"}')).catch(() => undefined)
        for (const [, request] of subject.strangers) {
          await subject.channel.parse(request('Lời riêng của tôi')).catch(() => undefined)
        }
        await subject.failures[at]?.[2]()
        const { message, stack, cause } = await sendError(send(subject, plain('Lời riêng của trợ lý')))
        const told = [message, stack, String(cause), subject.logged()].join('\n')
        expect(told).not.toContain('Lời riêng')
        for (const secret of subject.secrets) expect(told).not.toContain(secret)
      }
    },
  },
  {
    name: 'a person who shuts us out, or lets us in again, is an event and no message',
    async check(setUp) {
      const subject = await setUp()
      if (subject.events === null) return
      const { blocked, reachable } = subject.events
      expect((await said(subject, blocked())).event).toBe('blocked')
      expect((await said(subject, reachable())).event).toBe('reachable')
      expect((await said(subject, reachable())).senderId).toBe(
        (await said(subject, subject.says('x'))).senderId,
      )
    },
  },
  {
    name: 'acknowledging never throws, even when nobody is there',
    async check(setUp) {
      const subject = await setUp()
      const reply = asking(3)
      await send(subject, reply)
      const messages = [
        await said(subject, subject.says('một')),
        await said(subject, subject.picks(0, reply)),
      ]
      for (const message of messages) await subject.channel.acknowledge?.(message)
      for (const [, , fail] of subject.failures) await fail()
      for (const message of messages) await subject.channel.acknowledge?.(message)
    },
  },
  ...FILE_RULES,
]

const isNothingOrReason = (outcome: unknown) =>
  outcome instanceof BadRequest || (Array.isArray(outcome) && outcome.length === 0)
