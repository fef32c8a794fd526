import { createServer, type HttpServer } from '../../bots/server.ts'
import { createWebChannel } from '../../bots/web/channel.ts'
import { findChatId } from '../../bots/web/person.ts'
import type { Inbound } from '../../core/message.ts'
import { createFakeMailbox } from './web/fake-mailbox.ts'

export const COOKIE = 'nhip_cau=AAAAAAAAAAAAAAAAAAAAAA'

/** The address of who has `COOKIE`. */
export const LAN = { channel: 'web', chatId: findChatId(request('/', { cookie: COOKIE })) ?? '' } as const

/** A server with the web channel over a mailbox in memory, and what it received and logged. */
export function buildServer(behaviour = { stores: true, refuses: false }) {
  const fake = createFakeMailbox()
  const received: Inbound[] = []
  const logged: string[] = []
  const write = (event: string, fields?: object) => void logged.push(`${event} ${JSON.stringify(fields)}`)
  const server: HttpServer = createServer({
    channels: new Map([['web', createWebChannel({ mailbox: fake.mailbox })]]),
    async receive(message) {
      if (!behaviour.stores) throw new Error('the database is away')
      if (behaviour.refuses) return { status: 'refused' }
      received.push(message)
      return { status: 'stored' }
    },
    mailbox: fake.mailbox,
    health: async () => ({ ok: behaviour.stores, database: behaviour.stores ? 'up' : 'away' }),
    consoleReplies: async () => Response.json({}),
    metrics: async () => 'inbound_total 3\n',
    log: { debug: write, info: write, warn: write, error: write },
  })
  return { server, fake, received, logged, behaviour }
}

export function request(path: string, headers: Record<string, string> = {}, body?: BodyInit): Request {
  const url = `http://localhost:3000${path}`
  if (body === undefined) return new Request(url, { headers })
  const type = { 'content-type': 'application/json' }
  return new Request(url, {
    method: 'POST',
    headers: { ...type, ...headers },
    body,
    duplex: 'half',
  } as RequestInit)
}
