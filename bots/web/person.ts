import { createHash, randomBytes } from 'node:crypto'

const COOKIE = 'nhip_cau'
const TOKEN_BYTES = 16
const TOKEN = /^[A-Za-z0-9_-]{22}$/
/** The longest a browser keeps a cookie: RFC 6265bis, section 5.5. */
const MAX_AGE_S = 400 * 24 * 60 * 60

/**
 * The chat id of the person behind a request, or undefined where no cookie of ours came with it.
 * It is a digest of the cookie, so that a stolen copy of the database lets nobody in.
 */
export function findChatId(request: Request): string | undefined {
  const token = findToken(request)
  return token === undefined ? undefined : chatIdOfToken(token)
}

/** The chat id of whoever holds a cookie of this value. */
export const chatIdOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

/**
 * The `Set-Cookie` value that makes the browser a person, or keeps it the one it is.
 * `undefined` for a stranger who followed a link from another site: there a browser holds a strict cookie back,
 * so a new one would replace the person. The page asks again from its own origin.
 */
export function personCookie(request: Request): string | undefined {
  const token = findToken(request)
  const site = request.headers.get('sec-fetch-site')
  if (token === undefined && (site === 'cross-site' || site === 'same-site')) return undefined
  const value = token ?? randomBytes(TOKEN_BYTES).toString('base64url')
  const secure = isEncrypted(request) ? '; Secure' : ''
  return `${COOKIE}=${value}; Path=/; Max-Age=${MAX_AGE_S}; HttpOnly; SameSite=Strict${secure}`
}

function findToken(request: Request): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=')
    if (name === COOKIE && value !== undefined && TOKEN.test(value)) return value
  }
  return undefined
}

/** A forged header only gives its sender a stricter cookie. */
const isEncrypted = (request: Request) =>
  request.url.startsWith('https:') || request.headers.get('x-forwarded-proto') === 'https'
