import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** Addresses on our own page that work for a while, without a password: whoever has one is let in. */
export type Links = {
  /** Where a stored file can be fetched until `until`. */
  file(id: string, until: Date): string
  /** Reads the parts of such an address. `expired`: it was ours; `forged`: it never was. */
  readFile(id: string, query: { exp: string | null; sig: string | null }): 'good' | 'expired' | 'forged'
  /** The page on which the person of an account can send a document until `until`. */
  upload(identityId: string, until: Date): string
  readUpload(token: string): { status: 'good'; identityId: string } | { status: 'expired' | 'forged' }
}

/** Where pages with a link that runs out are: what follows is signed. */
export const FILES_PATH = '/files'
export const UPLOAD_PATH = '/upload'

const DAY_MS = 86_400_000
/** Long enough for a document that a leader reads next week, short enough for a phone that changes hands. */
export const FILE_LINK_MS = 7 * DAY_MS
export const UPLOAD_LINK_MS = DAY_MS

const KEY_BYTES = 32

/**
 * Signs links with HMAC-SHA-256 (RFC 2104), under a key for each kind of link that is derived from `secret` with
 * HKDF-SHA-256 (RFC 5869). `secret` has to be random, 32 characters or more; `publicUrl` is where people reach the page.
 */
export function createLinks(deps: { publicUrl: string; secret: string; now: () => Date }): Links {
  const root = deps.publicUrl.replace(/\/+$/, '')
  const signFile = createSigner(deps.secret, 'nhip-cau file link')
  const signUpload = createSigner(deps.secret, 'nhip-cau upload link')
  const isOver = (exp: string) => Number(exp) * 1000 <= deps.now().getTime()

  return {
    file(id, until) {
      const exp = seconds(until)
      return `${root}${FILES_PATH}/${id}?exp=${exp}&sig=${signFile(`${id}.${exp}`)}`
    },
    readFile(id, { exp, sig }) {
      if (exp === null || sig === null || !isSeconds(exp)) return 'forged'
      if (!isSame(sig, signFile(`${id}.${exp}`))) return 'forged'
      return isOver(exp) ? 'expired' : 'good'
    },
    upload(identityId, until) {
      const signed = `${identityId}.${seconds(until)}`
      return `${root}${UPLOAD_PATH}/${signed}.${signUpload(signed)}`
    },
    readUpload(token) {
      const [identityId = '', exp = '', sig = '', ...more] = token.split('.')
      const isOurs = more.length === 0 && isSeconds(exp) && isSame(sig, signUpload(`${identityId}.${exp}`))
      if (!isOurs) return { status: 'forged' }
      return isOver(exp) ? { status: 'expired' } : { status: 'good', identityId }
    },
  }
}

function createSigner(secret: string, use: string): (text: string) => string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', use, KEY_BYTES))
  return (text) => createHmac('sha256', key).update(text).digest('base64url')
}

/** Digests of the texts are compared: decoded, two spellings of base64url would be the same signature. */
function isSame(shown: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown), digest(expected))
}

const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000))

const isSeconds = (text: string) => /^[1-9]\d{0,11}$/.test(text)
