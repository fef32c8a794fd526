import { SECURITY_HEADERS } from './security-headers.ts'
import { type DemoPage, renderDemoPage } from './web/page/render-demo-page.ts'
import { renderPage } from './web/page/render-page.ts'
import { chatIdOfToken } from './web/person.ts'

type Fetch = (request: Request) => Promise<Response>

/** One of the chats that the demonstration shows side by side. */
export type Seat = {
  name: string
  /** The cookie of the person who sits there: made for this run, and known to nobody else. */
  token: string
  /** Without buttons, as on Zalo: choices are a numbered list to type from. */
  typed: boolean
}

/** The chat id that the web channel gives the holder of a cookie. */
export const chatIdOf = ({ token }: Seat): string => chatIdOfToken(token)

/**
 * Puts the demonstration in front of the assistant's own pages: its page at `/`, and under `/demo/NAME/` the chat page as
 * the person of that seat sees it. Everybody who reaches it acts as those people, so it is for a machine's own loopback.
 */
export function createDemoSeats(seats: readonly Seat[], page: DemoPage, inner: Fetch): Fetch {
  const home = renderDemoPage(page, seats)
  return async (request) => {
    const url = new URL(request.url)
    if (url.pathname === '/' && request.method === 'GET') return html(home)
    const [, name, rest = ''] = /^\/demo\/([a-z]+)\/(.*)$/.exec(url.pathname) ?? []
    const seat = seats.find((each) => each.name === name)
    if (seat === undefined) return inner(request)
    if (rest === '') return html(renderPage({ typed: seat.typed, framed: true }))
    return inner(seatedAt(seat, rest, request))
  }
}

function seatedAt(seat: Seat, rest: string, request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('cookie', `nhip_cau=${seat.token}`)
  // Set and not resolved: a rest that begins with a slash would name another host.
  const target = new URL(request.url)
  target.pathname = `/${rest}`
  return new Request(target, {
    method: request.method,
    headers,
    signal: request.signal,
    ...(request.body && { body: request.body, duplex: 'half' }),
  })
}

/** Our own page may show our own pages in frames; nobody else's may. */
function html(body: string): Response {
  const policy = SECURITY_HEADERS['content-security-policy'] ?? ''
  return new Response(body, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `${policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")}; frame-src 'self'`,
      'x-frame-options': 'SAMEORIGIN',
    },
  })
}
