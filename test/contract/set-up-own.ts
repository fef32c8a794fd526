import { createConsoleChannel } from '../../bots/console/channel.ts'
import { createWebChannel } from '../../bots/web/channel.ts'
import { findChatId } from '../../bots/web/person.ts'
import type { Address, Channel, Reply } from '../../core/message.ts'
import { stableUuid, within } from './helpers.ts'
import type { Arrived, Subject } from './subject.ts'

const TOKEN = 'a-token-of-this-process'
const COOKIE = 'nhip_cau=AAAAAAAAAAAAAAAAAAAAAA'

/** The chat page: whoever has the cookie is the person. */
export async function setUpWeb(): Promise<Subject> {
  const letterBox = createLetterBox()
  const request = (body: string, headers: Record<string, string>) => post('web', body, headers)
  const own = { cookie: COOKIE, 'sec-fetch-site': 'same-origin' }
  const says = (content: object, id: string) =>
    request(JSON.stringify({ id: stableUuid(id), ...content }), own)
  return {
    ...shared(createWebChannel(letterBox), letterBox),
    chatId: findChatId(request('', own)) ?? '',
    says: (text, id = text) => says({ text }, id),
    delivers: (body) => request(body, own),
    strangers: [
      ['without a cookie', (body) => request(body, {})],
      ['with a cookie that is none of ours', (body) => request(body, { cookie: 'nhip_cau=x' })],
      ['from another site', (body) => request(body, { ...own, 'sec-fetch-site': 'cross-site' })],
      ['from another origin', (body) => request(body, { cookie: COOKIE, origin: 'https://evil.example' })],
    ],
    picks: (index, reply) => says({ text: '', choice: reply.choices?.[index]?.id }, `press ${index}`),
    secrets: [COOKIE.split('=')[1] ?? ''],
  }
}

/** The terminal: whoever has the token is believed. */
export async function setUpConsole(): Promise<Subject> {
  const letterBox = createLetterBox()
  const request = (body: string, headers: Record<string, string>) => post('console', body, headers)
  const own = { authorization: `Bearer ${TOKEN}` }
  const says = (content: object, id: string) =>
    request(JSON.stringify({ id: stableUuid(id), user: 'lan', ...content }), own)
  return {
    ...shared(createConsoleChannel({ ...letterBox, token: TOKEN }), letterBox),
    chatId: 'lan',
    says: (text, id = text) => says({ text }, id),
    delivers: (body) => request(body, own),
    strangers: [
      ['without a token', (body) => request(body, {})],
      ['with an empty token', (body) => request(body, { authorization: 'Bearer ' })],
      [
        'with the beginning of it',
        (body) => request(body, { authorization: `Bearer ${TOKEN.slice(0, -1)}` }),
      ],
      ['with more than it', (body) => request(body, { authorization: `Bearer ${TOKEN}x` })],
    ],
    picks: (index) => says({ text: String(index + 1) }, `press ${index}`),
    secrets: [TOKEN],
  }
}

/** What is the same for both: nobody but people writes there, and only our own database can fail. */
function shared(channel: Channel, letterBox: ReturnType<typeof createLetterBox>) {
  return {
    channel,
    ignored: [],
    unreadable: 'bad_request',
    arrived: () => letterBox.replies.map(read),
    limit: null,
    shows: { bold: true, links: true },
    failures: [['the database is away', 'network', letterBox.lose]],
    documents: () => [],
    fileFailures: [],
    // What is sent on the page is stored by us, not asked of the channel.
    holds: async () => null,
    lets: async () => undefined,
    events: null,
    logged: () => '',
  } satisfies Partial<Subject>
}

function createLetterBox() {
  const replies: Reply[] = []
  let away = false
  return {
    replies,
    lose: () => {
      away = true
    },
    mailbox: {
      async append(_: Address, reply: Reply) {
        if (away) throw new Error('the database is away')
        replies.push(reply)
        return { messageId: String(replies.length) }
      },
    },
  }
}

function read({ text: { text, runs } }: Reply): Arrived {
  const of = (style: string) =>
    runs.filter((run) => run.style === style).map((run) => within(text, run.start, run.length))
  return { text, bold: of('bold'), links: of('link') }
}

const post = (name: string, body: string, headers: Record<string, string>) =>
  new Request(`http://localhost/webhooks/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
