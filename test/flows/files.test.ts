import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openFileRoutes } from '../../app/open-file-routes.ts'
import { createTelegramChannel } from '../../bots/telegram/channel.ts'
import { storeFile } from '../../core/files/store-file.ts'
import { openStored } from '../../core/files/stored-attachment.ts'
import { plainText } from '../../core/formatted-text.ts'
import { FILE_LINK_MS, UPLOAD_LINK_MS } from '../../core/links.ts'
import type { Channel, ChannelName, FileContent, Reply } from '../../core/message.ts'
import { openingFiles } from '../../core/sending/open-reply-file.ts'
import { fileTexts } from '../../core/texts/files.ts'
import { sweepRetention } from '../../jobs/handlers/sweep-retention.ts'
import { fileDeps } from '../../jobs/start-jobs.ts'
import { openTestCore, silent, type TestCore } from '../support/build-deps.ts'
import { startFakeTelegram } from '../support/fake-telegram.ts'
import { documentOf } from '../support/fake-telegram-documents.ts'
import { hear } from '../support/talk.ts'

const NAME = 'Đề xuất "lớn"; bản 2.docx'
const BYTES = new Uint8Array([80, 75, 3, 4, 0, 255, 13, 10, 45, 45])
const DAY_MS = 86_400_000

let core: TestCore
let person: { personId: string; identityId: string }

beforeAll(async () => {
  core = await openTestCore()
  await hear(core, { user: '4100000001', on: 'telegram' }, 'xin chào')
  const { id, personId } = await core.database.prisma.identity.findFirstOrThrow()
  person = { personId, identityId: id }
})
afterAll(() => core.close())

const store = (expiresAt: Date | null = null) =>
  core.database.prisma.$transaction((tx) =>
    storeFile(tx, { ...person, name: NAME, mime: 'application/pdf', bytes: BYTES, expiresAt }),
  )

/** A channel that keeps what it was given to send. */
function listening(name: ChannelName, files?: Channel['files']) {
  const sent: { reply: Reply; file: FileContent | undefined }[] = []
  const channel: Channel = {
    name,
    ...(files && { files }),
    parse: async () => [],
    async send(_to, reply, _purpose, file) {
      sent.push({ reply, file })
      return { messageId: 'm1' }
    },
  }
  return { sent, opening: openingFiles(channel, fileDeps(core.deps)) }
}

const linkIn = ({ text }: Reply) => text.runs.find((run) => run.style === 'link')?.url ?? ''
const routes = () => openFileRoutes(core.deps, (message, file) => core.receive(message, file))

describe('a file in a reply', () => {
  test('goes to Telegram as a document, its words under it, under its own name', async () => {
    const fake = await startFakeTelegram()
    onTestFinished(fake.close)
    const channel = openingFiles(createTelegramChannel({ ...fake, log: silent }), fileDeps(core.deps))
    const choices = [{ id: 'a.1', label: 'Gửi duyệt' }]
    await channel.send(
      { channel: 'telegram', chatId: '4100000001' },
      { text: plainText('Bản Word đây ạ.'), file: await store(), choices },
      'reply',
    )
    expect(fake.sent).toHaveLength(1)
    const payload = fake.sent[0]?.payload ?? {}
    expect(documentOf(payload)).toEqual({ name: 'Đề xuất lớn bản 2.docx', bytes: BYTES })
    expect(payload.caption).toBe('Bản Word đây ạ.\n\n1. Gửi duyệt')
    expect(JSON.stringify(payload.reply_markup)).toContain('a.1')
  })

  test('comes as a link elsewhere, which gives exactly the file and never shows it in the page', async () => {
    const { sent, opening } = listening('zalo-bot')
    await opening.send(
      { channel: 'zalo-bot', chatId: 'z1' },
      { text: plainText('Đây ạ.'), file: await store() },
      'reply',
    )
    const [{ reply, file } = expect.unreachable()] = sent
    expect(file).toBeUndefined()
    expect(reply.text.text).toMatch(/^Đây ạ\.\n\nTải tệp \(đến \d\d\/\d\d\/\d{4}\): Đề xuất lớn bản 2\.docx$/)
    const url = new URL(linkIn(reply))
    const answer = await routes().download(new Request(url), url.pathname.split('/').at(-1) ?? '')
    expect(answer.status).toBe(200)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(BYTES)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; .*filename\*=UTF-8''%C4%90/)
    expect(answer.headers.get('cache-control')).toContain('no-store')
  })

  test('that is gone is said, and the reply arrives all the same', async () => {
    const { sent, opening } = listening('telegram', { out: true, in: true })
    const gone = await store(new Date(Date.now() - 1))
    await opening.send(
      { channel: 'telegram', chatId: 'x' },
      { text: plainText('Đây ạ.'), file: gone },
      'reply',
    )
    expect(sent[0]?.reply.text.text).toContain(fileTexts.goneBeforeSent(gone.name))
    expect(sent[0]?.file).toBeUndefined()
  })

  test('that cannot be read just now is tried again later, since nothing has left', async () => {
    const { opening } = listening('zalo-bot')
    const away = openingFiles(opening, {
      ...fileDeps(core.deps),
      findFile: () => Promise.reject(new Error('away')),
    })
    const sending = away.send(
      { channel: 'zalo-bot', chatId: 'x' },
      { text: plainText('Đây'), file: await store() },
      'reply',
    )
    await expect(sending).rejects.toMatchObject({ failure: 'network' })
  })

  test('is deleted when its time is over, and not before', async () => {
    const { prisma } = core.database
    const at = (days: number) => ({ ...core.deps, now: () => new Date(Date.now() + days * DAY_MS) })
    const { id } = await store(new Date(Date.now() + 7 * DAY_MS))
    await sweepRetention(at(6))
    expect(await prisma.storedFile.count({ where: { id } })).toBe(1)
    await sweepRetention(at(8))
    expect(await prisma.storedFile.count({ where: { id } })).toBe(0)
  })
})

describe('a link', () => {
  const download = async (url: URL) =>
    routes().download(new Request(url), url.pathname.split('/').at(-1) ?? '')
  const linkTo = (id: string, until = new Date(Date.now() + FILE_LINK_MS)) =>
    new URL(core.deps.links.file(id, until))

  test('that is over, forged or without a file says so in words, and what to do', async () => {
    const { id } = await store()
    const forged = linkTo(id)
    forged.searchParams.set('exp', '99999999999')
    const cases: [URL, number, string][] = [
      [linkTo(id, new Date(Date.now() - 5_000)), 410, fileTexts.linkExpired],
      [forged, 404, fileTexts.linkWrong],
      [new URL(`http://localhost:3000/files/${id}`), 404, fileTexts.linkWrong],
      [linkTo(randomUUID()), 410, fileTexts.fileGone],
    ]
    for (const [url, status, title] of cases) {
      const answer = await download(url)
      expect(answer.status, url.href).toBe(status)
      expect(answer.headers.get('content-disposition')).toBeNull()
      expect(await answer.text()).toContain(`<h1>${title}</h1>`)
    }
  })
})

describe('asking for a document', () => {
  const asking: Reply = { text: plainText('Anh/chị gửi tệp giúp trợ lý.'), upload: true }

  test('gives a link to the upload page only where the platform takes no documents', async () => {
    const zalo = listening('zalo-bot')
    const to = { channel: 'telegram', chatId: '4100000001' } as const
    await zalo.opening.send(to, asking, 'reply')
    expect(linkIn(zalo.sent[0]?.reply ?? asking)).toMatch(/^http:\/\/localhost:3000\/upload\//)
    const telegram = listening('telegram', { in: true, out: true })
    await telegram.opening.send(to, asking, 'reply')
    expect(telegram.sent[0]?.reply.text.text).toBe(asking.text.text)
  })

  test('what is uploaded is a message of that person, and its content is theirs alone to open', async () => {
    const { prisma } = core.database
    const until = new Date(Date.now() + UPLOAD_LINK_MS)
    const token = core.deps.links.upload(person.identityId, until).split('/').at(-1) ?? ''
    const form = () => {
      const data = new FormData()
      data.set('file', new File([BYTES], 'Tờ trình.docx'))
      return new Request('http://localhost:3000/upload/x', { method: 'POST', body: data })
    }
    const first = await routes().takeUpload(form(), token)
    expect(await first.text()).toContain(fileTexts.uploadDone)
    const again = await routes().takeUpload(form(), token)
    expect(await again.text()).toContain(fileTexts.uploadTwice)

    const rows = await prisma.inbound.findMany({ where: { externalId: { startsWith: 'upload-' } } })
    expect(rows).toHaveLength(1)
    const attachment = rows[0]?.attachment as { kind: 'file'; ref: string; name: string }
    expect(attachment).toMatchObject({
      kind: 'file',
      name: 'Tờ trình.docx',
      ref: expect.stringMatching(/^stored:/),
    })
    expect(rows[0]).toMatchObject({ personId: person.personId, channel: 'telegram', chatId: '4100000001' })
    const now = new Date()
    const open = (personId: string) => openStored(prisma, attachment, { personId, now })
    expect(await open(person.personId)).toEqual({ status: 'opened', name: 'Tờ trình.docx', bytes: BYTES })
    expect(await open(randomUUID())).toEqual({ status: 'gone' })
    expect(await prisma.storedFile.count({ where: { name: 'Tờ trình.docx' } })).toBe(1)
  })
})
