import type { LimitedReceive } from '../../bots/limit-senders.ts'
import type { ReceivedFile } from '../../bots/receive.ts'
import { createServer, type HttpServer } from '../../bots/server.ts'
import { createWebChannel } from '../../bots/web/channel.ts'
import { findChatId } from '../../bots/web/person.ts'
import type { Inbound } from '../../core/message.ts'
import { buildCertificateRoutes } from '../support/certificate-routes.ts'
import { buildFileRoutes } from '../support/file-routes.ts'
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
  const stored: ReceivedFile[] = []
  const receive: LimitedReceive = async (message, file) => {
    if (!behaviour.stores) throw new Error('the database is away')
    if (behaviour.refuses) return { status: 'refused' }
    if (file && received.some(({ id }) => id === message.id)) return { status: 'duplicate' }
    received.push(message)
    if (file) stored.push(file)
    return { status: 'stored' }
  }
  const files = buildFileRoutes(receive)
  const server: HttpServer = createServer({
    channels: new Map([['web', createWebChannel({ mailbox: fake.mailbox })]]),
    receive,
    files: files.routes,
    certificates: buildCertificateRoutes(),
    mailbox: fake.mailbox,
    health: async () => ({ ok: behaviour.stores, database: behaviour.stores ? 'up' : 'away' }),
    consoleReplies: async () => Response.json({}),
    metrics: async () => 'inbound_total 3\n',
    log: { debug: write, info: write, warn: write, error: write },
  })
  return { server, fake, received, stored, files, logged, behaviour }
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
