import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buildWebhook, type Event, type Shape } from './zalo-oa-events.ts'

/**
 * What the next call meets: an error, a gateway's page, or a cut connection, with the work done (`lost`) or not (`cut`);
 * `pass` is the ordinary answer.
 */
export type Fault = { error: number } | { http: number; html: string } | 'lost' | 'cut' | 'pass'

type User = { lastSeen: Date | null; answers?: number }
type Options = { now: () => Date; appId?: string; appSecret?: string; secretKey?: string }

const DAY_MS = 86_400_000
const WINDOW_MS = 7 * DAY_MS
const REPEATS = 5

/**
 * Zalo's OpenAPI, OAuth and webhook of one Official Account on a port of this machine, with its faults: the 7-day
 * window, quotas, single-use refresh tokens, lost answers, errors inside HTTP 200, gateways that answer HTML, echoes.
 */
export async function startFakeZaloOa({
  now,
  appId = '1000000000000000001',
  appSecret = 'app-secret',
  secretKey = 'demo_oa_secret',
}: Options) {
  const users = new Map<string, User>()
  const access = new Map<string, Date>()
  const state = {
    refreshToken: 'refresh-0',
    lifetimeSeconds: 90_000,
    quota: Number.POSITIVE_INFINITY,
    perMinute: Number.POSITIVE_INFINITY,
    sends: [] as { to: string; message: Record<string, unknown>; token: string; at: Date }[],
    attempts: 0,
    renewals: 0,
    nextSends: [] as Fault[],
    nextRenewals: [] as Fault[],
    /** Runs while the platform is about to answer a renewal. */
    beforeRenewal: async () => {},
    echoes: [] as Event[],
    webhook: 'on' as 'on' | 'disabled',
  }
  let serial = 0

  const event = (name: string, fields: Record<string, unknown>): Event => ({
    app_id: appId,
    event_name: name,
    timestamp: String(now().getTime()),
    ...fields,
  })

  function renew(headers: IncomingMessage['headers'], form: URLSearchParams): Record<string, unknown> {
    if (headers.secret_key !== appSecret || form.get('app_id') !== appId)
      return { error: -14003, error_name: 'Invalid app' }
    if (form.get('refresh_token') !== state.refreshToken)
      return { error: -14014, error_name: 'Invalid token' }
    const n = ++serial
    state.refreshToken = `refresh-${n}`
    access.set(`access-${n}`, new Date(now().getTime() + state.lifetimeSeconds * 1000))
    return {
      access_token: `access-${n}`,
      refresh_token: state.refreshToken,
      expires_in: String(state.lifetimeSeconds),
    }
  }

  function send(token: string, body: { recipient: { user_id: string }; message: Record<string, unknown> }) {
    const code = refusalOf(token, body)
    if (code !== 0) return { error: code, message: 'refused' }
    const to = body.recipient.user_id
    state.sends.push({ to, message: body.message, token, at: now() })
    const id = `oa-${state.sends.length}`
    const message = { msg_id: id, text: body.message.text }
    state.echoes.push(event('oa_send_text', { sender: { id: '9990001' }, recipient: { id: to }, message }))
    return { error: 0, message: 'Success', data: { message_id: id } }
  }

  function refusalOf(
    token: string,
    body: { recipient: { user_id: string }; message: Record<string, unknown> },
  ) {
    const expires = access.get(token)
    if (expires === undefined) return -216
    if (expires <= now()) return -220
    const minute = state.sends.filter(({ at }) => at.getTime() > now().getTime() - 60_000)
    if (minute.length >= state.perMinute) return -32
    if (state.sends.length >= state.quota) return -211
    const user = users.get(body.recipient.user_id)
    if (user?.answers !== undefined) return user.answers
    if (!user?.lastSeen) return -232
    if (user.lastSeen.getTime() < now().getTime() - WINDOW_MS) return -230
    if (String(body.message.text ?? '').length > 2000) return -210
    const buttons = buttonsOf(body.message)
    if (buttons.length > 5 || buttons.some(({ title }) => title.length > 100)) return -210
    return String(body.message.text ?? '') === '' ? -201 : 0
  }

  const server = createServer(async (request, response) => {
    const body = await read(request)
    if (request.url === '/v4/oa/access_token') {
      state.renewals++
      await state.beforeRenewal()
      return meet(state.nextRenewals.shift(), response, () =>
        renew(request.headers, new URLSearchParams(body)),
      )
    }
    if (request.url === '/v3.0/oa/message/cs') {
      state.attempts++
      return meet(state.nextSends.shift(), response, () =>
        send(String(request.headers.access_token), JSON.parse(body)),
      )
    }
    return json(response, { error: -404, message: 'no such API' })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const root = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`

  return {
    root,
    appId,
    appSecret,
    secretKey,
    state,
    event,
    /** A person who has written, or whose writing the platform meets with an error code. */
    user(id: string, user: User = { lastSeen: now() }) {
      users.set(id, user)
    },
    /** An administrator agrees (again): what to put into the configuration. */
    agree(): string {
      state.refreshToken = `agreed-${++serial}`
      return state.refreshToken
    },
    /** Takes every access token away, as after a change of rights. */
    revokeAccess: () => access.clear(),
    /** A person writes, or presses a button, which is the same thing here. Opens the window. */
    says(userId: string, text: string, id = `m-${++serial}`): Event {
      users.set(userId, { lastSeen: now() })
      const message = { msg_id: id, text }
      return event('user_send_text', { sender: { id: userId }, recipient: { id: '9990001' }, message })
    },
    /** The text that pressing a button of the last message sends. */
    press(index: number): string {
      return buttonsOf(state.sends.at(-1)?.message ?? {})[index]?.payload ?? ''
    },
    webhook: (of: Event, shape: Shape = {}) => buildWebhook(of, secretKey, shape),
    /** Delivers as the platform does: again with `num_retry` after anything but 200, then the webhook is switched off. */
    async deliver(of: Event, post: (request: Request) => Promise<Response>): Promise<number[]> {
      const statuses: number[] = []
      for (let retry = 0; retry <= REPEATS; retry++) {
        const request = buildWebhook(of, secretKey)
        if (retry > 0) request.headers.set('num_retry', String(retry))
        const { status } = await post(request)
        statuses.push(status)
        if (status === 200) return statuses
      }
      state.webhook = 'disabled'
      return statuses
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export type FakeZaloOa = Awaited<ReturnType<typeof startFakeZaloOa>>

function meet(fault: Fault | undefined, response: ServerResponse, work: () => unknown): void {
  if (fault === 'cut') response.destroy()
  else if (fault === 'lost') {
    work()
    response.destroy()
  } else if (fault === undefined || fault === 'pass') json(response, work())
  else if ('error' in fault) json(response, { error: fault.error, message: 'refused' })
  else response.writeHead(fault.http, { 'content-type': 'text/html' }).end(fault.html)
}

const json = (response: ServerResponse, body: unknown) =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function buttonsOf(message: Record<string, unknown>): { title: string; payload: string }[] {
  const { attachment } = message as {
    attachment?: { payload?: { buttons?: { title: string; payload: string }[] } }
  }
  return attachment?.payload?.buttons ?? []
}
