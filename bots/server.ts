import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { BadRequest, Unauthorized } from '../core/errors.ts'
import { faultFields, type Log } from '../core/log.ts'
import type { Mailbox } from '../core/mailbox.ts'
import type { Channel, ChannelName } from '../core/message.ts'
import { fileTexts } from '../core/texts/files.ts'
import { webTexts } from '../core/texts/web.ts'
import type { CertificateRoutes } from './certificate-routes.ts'
import { noticePage } from './file-pages.ts'
import type { FileRoutes } from './file-routes.ts'
import type { LimitedReceive } from './limit-senders.ts'
import { readBody } from './read-body.ts'
import { SECURITY_HEADERS } from './security-headers.ts'
import { takeIn } from './take-in.ts'
import { takeWebFile } from './take-web-file.ts'
import { createEventStream } from './web/event-stream.ts'
import { isCurrent, loadAssets } from './web/page/load-assets.ts'
import { renderPage } from './web/page/render-page.ts'
import { identifyPage } from './web/parse.ts'
import { findChatId, personCookie } from './web/person.ts'

export type ServerDeps = {
  channels: Map<ChannelName, Channel>
  /** Throws when the message could not be stored. */
  receive: LimitedReceive
  /** The pages behind signed links. */
  files: FileRoutes
  /** The public page on which certificates are checked. */
  certificates: CertificateRoutes
  mailbox: Pick<Mailbox, 'read' | 'subscribe'>
  health(): Promise<Record<string, unknown> & { ok: boolean }>
  /** Prometheus text. */
  metrics(): Promise<string>
  /** What a terminal on this machine asks of the assistant that runs here. */
  consoleReplies(request: Request): Promise<Response>
  /** Stands before all this, where something does: the demonstration. */
  front?:
    | ((inner: (request: Request) => Promise<Response>) => (request: Request) => Promise<Response>)
    | undefined
  log: Log
}

export type HttpServer = {
  /** The port that was opened (0 asks for any free one). Rejects with Node's own error, `EADDRINUSE` and the like. */
  listen(port: number, host: string): Promise<{ port: number }>
  /** The answer to a request, without a port. */
  fetch(request: Request): Promise<Response>
  /** Takes nothing new, ends the event streams, finishes the requests in hand. */
  close(): Promise<void>
}

/**
 * Room for the 20,000 characters of a web message at three bytes each, and for any platform's update: a Telegram
 * message of 4,096 characters that answers another such, both with every letter as `\\uXXXX`, and 200 entities.
 */
export const MAX_BODY_BYTES = 128 * 1024
/** Five megabytes from a phone at the edge of the network. */
const REQUEST_TIMEOUT_MS = 120_000
const CLOSE_GRACE_MS = 10_000

/** The HTTP side of the channels: webhooks, the chat page with its event stream, health and metrics. */
export function createServer(deps: ServerDeps): HttpServer {
  const closing = new AbortController()
  const app = createApp(deps, closing.signal)
  const inner = async (request: Request) => app.fetch(request)
  const fetch = deps.front?.(inner) ?? inner
  let server: Server | undefined

  return {
    fetch,
    listen(port, host) {
      const opened = createAdaptorServer({
        fetch,
        overrideGlobalObjects: false,
        serverOptions: { requestTimeout: REQUEST_TIMEOUT_MS },
      }) as Server // HTTP/1.1, since no other kind of server was asked for
      server = opened
      return new Promise((resolve, reject) => {
        opened.once('error', reject)
        opened.listen(port, host, () => {
          opened.off('error', reject)
          resolve({ port: portOf(opened) })
        })
      })
    },
    async close() {
      closing.abort()
      if (server?.listening) await closeGently(server)
    },
  }
}

function createApp(deps: ServerDeps, closing: AbortSignal): Hono {
  const { mailbox, log } = deps
  const assets = loadAssets()
  const page = renderPage()
  const app = new Hono()

  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    }
    if (closing.aborted) c.res.headers.set('connection', 'close')
  })

  app.post('/webhooks/:channel', (c) => takeWebhook(c.req.raw, c.req.param('channel'), deps))

  app.post('/webhooks/web/files', (c) => takeFile(c.req.raw, deps))

  app.get('/files/:id', (c) => orSorry(deps.files.download(c.req.raw, c.req.param('id')), deps))
  app.get('/upload/:token', (c) => orSorry(deps.files.showUpload(c.req.param('token')), deps))
  app.post('/upload/:token', (c) => orSorry(deps.files.takeUpload(c.req.raw, c.req.param('token')), deps))

  app.get('/chung-chi/:code?', (c) => orSorry(deps.certificates.show(c.req.raw, c.req.param('code')), deps))

  app.get('/', (c) => {
    const cookie = personCookie(c.req.raw)
    if (cookie !== undefined) c.header('set-cookie', cookie)
    c.header('cache-control', 'private, no-cache')
    return c.html(page)
  })

  app.get('/assets/:file', (c) => {
    const asset = assets.get(c.req.param('file'))
    if (asset === undefined) return c.notFound()
    if (isCurrent(asset, c.req.header('if-none-match') ?? null)) return c.body(null, 304, asset.headers)
    return c.body(asset.body, 200, asset.headers)
  })

  app.get('/events', (c) => {
    const chatId = findChatId(c.req.raw)
    if (chatId === undefined) return c.json({}, 401)
    const address = { channel: 'web', chatId } as const
    const stream = createEventStream(c.req.header('last-event-id') ?? c.req.query('after') ?? null, {
      read: (afterId) => mailbox.read(address, afterId),
      subscribe: (onNew) => mailbox.subscribe(address, onNew),
      closing,
      onFault: (fault) => log.error('events_failed', faultFields(fault)),
    })
    return c.body(stream, 200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'close',
    })
  })

  app.get('/console/replies', (c) => deps.consoleReplies(c.req.raw))

  app.get('/healthz', async (c) => {
    const health = await deps.health().catch((fault: unknown) => {
      log.error('health_failed', faultFields(fault))
      return { ok: false }
    })
    return c.json(health, health.ok ? 200 : 503, { 'cache-control': 'no-store' })
  })

  app.get('/metrics', async (c) =>
    c.body(await deps.metrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  )

  app.notFound((c) => c.json({}, 404))
  app.onError((fault, c) => {
    log.error('request_failed', { path: c.req.routePath, ...faultFields(fault) })
    return c.json({}, 500)
  })
  return app
}

async function takeWebhook(request: Request, name: string, deps: ServerDeps): Promise<Response> {
  const channel = [...deps.channels.values()].find((known) => known.name === name)
  if (channel === undefined) return Response.json({}, { status: 404 })
  if (!isJson(request) && !PROBED_WITH_ANYTHING.includes(channel.name))
    return Response.json({ message: webTexts.unreadable }, { status: 415 })
  const body = await readBody(request, MAX_BODY_BYTES)
  if (body === 'too_large') return Response.json({ message: webTexts.tooLong }, { status: 413 })
  try {
    const { url, headers } = request
    for (const message of await channel.parse(new Request(url, { method: 'POST', headers, body }))) {
      const { status } = await takeIn(channel, message, deps.receive)
      // Our page offers to send it again; a platform would do so by itself, and at once.
      if (status === 'refused' && channel.name === 'web') return Response.json({}, { status: 429 })
    }
    return Response.json({})
  } catch (fault) {
    if (fault instanceof Unauthorized) return Response.json({}, { status: 401 })
    if (fault instanceof BadRequest) return Response.json({ message: fault.message }, { status: 400 })
    deps.log.error('webhook_failed', { channel: channel.name, ...faultFields(fault) })
    return Response.json({}, { status: 500 })
  }
}

/** A file chosen on the chat page. */
async function takeFile(request: Request, { receive, log }: ServerDeps): Promise<Response> {
  try {
    const chatId = identifyPage(request)
    const key = new URL(request.url).searchParams.get('id') ?? ''
    return await takeWebFile(request, { chatId, key, receive, now: new Date() })
  } catch (fault) {
    if (fault instanceof Unauthorized) return Response.json({}, { status: 401 })
    log.error('web_file_failed', faultFields(fault))
    return Response.json({}, { status: 500 })
  }
}

/** Whoever opens such an address is a person: a fault, too, is told in a sentence. */
async function orSorry(answer: Promise<Response>, { log }: ServerDeps): Promise<Response> {
  try {
    return await answer
  } catch (fault) {
    log.error('file_page_failed', faultFields(fault))
    const body = noticePage(fileTexts.notTaken, fileTexts.failed)
    return new Response(body, { status: 500, headers: { 'content-type': 'text/html; charset=utf-8' } })
  }
}

/** Zalo looks whether an address answers with bodies of a type it does not document. */
const PROBED_WITH_ANYTHING: ChannelName[] = ['zalo-bot', 'zalo-oa']

const isJson = (request: Request) =>
  /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function closeGently(server: Server): Promise<void> {
  const deadline = setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_MS)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearTimeout(deadline)
}
