import { expect } from 'vitest'
import type { Attachment } from '../../core/message.ts'
import type { Rule } from './rules.ts'
import type { Subject } from './subject.ts'

const NAMES = ['Đề xuất lớn.docx', 'a b (1).pdf', '日本語 - ẵẫợỵ.xlsx', `${'x'.repeat(115)}.docx`]
/** What would end a part of a form, a line of a header or a string, were it taken for one. */
const BYTES = Buffer.concat([Buffer.from('--\r\n--x--\r\n\r\n"PK\x03\x04\0'), Buffer.alloc(70_000, 0xff)])

const sendFile = (
  { channel, chatId }: Subject,
  { name, words = 'Đây ạ.' }: { name: string; words?: string },
) =>
  channel.send(
    { channel: channel.name, chatId },
    {
      text: { text: words, runs: [] },
      file: { id: '7c9e6679-7425-40de-944b-e07fc1f90ae7', name },
      choices: [{ id: '0a1b2c3d.0', label: 'Gửi duyệt' }],
    },
    'reply',
    { name, mime: 'application/octet-stream', bytes: new Uint8Array(BYTES) },
  )

const open = async ({ channel }: Subject, attachment: Attachment) =>
  (await channel.openAttachment?.(attachment)) ?? { status: 'unavailable' as const }

/** What every channel must keep to with files, whether its platform carries them or not. */
export const FILE_RULES: Rule[] = [
  {
    name: 'a file arrives once, byte for byte, under its name, with its words',
    async check(setUp) {
      for (const name of NAMES) {
        const subject = await setUp()
        if (subject.channel.files?.out !== true) return
        await sendFile(subject, { name })
        expect(subject.documents()).toEqual([{ name, bytes: new Uint8Array(BYTES) }])
        expect(subject.arrived().map(({ text }) => text)).toEqual(['Đây ạ.\n\n1. Gửi duyệt'])
      }
    },
  },
  {
    name: 'a file under a long reply costs it no word, and comes at its end',
    async check(setUp) {
      const subject = await setUp()
      if (subject.channel.files?.out !== true) return
      const words = Array.from({ length: 1_100 }, (_, at) => `từ${at}`).join(' ')
      await sendFile(subject, { name: 'a.docx', words })
      expect(subject.documents()).toHaveLength(1)
      const arrived = subject.arrived().map(({ text }) => text)
      expect(arrived.join(' ').replace(/\s+/g, ' ')).toBe(`${words} 1. Gửi duyệt`)
    },
  },
  {
    name: 'a file that cannot arrive is told as what it is',
    async check(setUp) {
      const count = (await setUp()).fileFailures.length
      for (let at = 0; at < count; at += 1) {
        const subject = await setUp()
        const [name, expected, fail] = subject.fileFailures[at] ?? expect.unreachable()
        await fail()
        await expect(sendFile(subject, { name: 'riêng.docx' }), name).rejects.toMatchObject({
          failure: expected,
        })
        expect(subject.logged()).not.toContain('riêng')
      }
    },
  },
  {
    name: 'what a person sent is opened byte for byte, or it is said why not, and nothing is thrown',
    async check(setUp) {
      const subject = await setUp()
      expect(await open(subject, { kind: 'file' })).toEqual({ status: 'unavailable' })
      expect((await open(subject, { kind: 'file', ref: 'nothing-there' })).status).not.toBe('opened')
      const held = await subject.holds(new Uint8Array(BYTES))
      if (held === null) return
      expect(await open(subject, held)).toMatchObject({ status: 'opened', bytes: new Uint8Array(BYTES) })
      const tooBig = await subject.holds(new Uint8Array(5 * 1024 * 1024 + 1))
      expect(await open(subject, tooBig ?? held)).toEqual({ status: 'too_big' })
      for (const [, , fail] of subject.failures.slice(-1)) await fail()
      await subject.lets()
      expect((await open(subject, held)).status).not.toBe('opened')
    },
  },
]
