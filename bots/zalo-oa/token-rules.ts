import { createHmac } from 'node:crypto'
import type { Tokens } from './token-store.ts'

/** What the health page may tell of the tokens. */
export type TokenState = {
  /** Nothing can be sent, or soon nothing can, until an administrator of the account agrees again. */
  needsReauth: boolean
  /** No access token lives: nothing can be sent until one is had. */
  expired: boolean
  accessExpiresAt: Date | null
  renewedAt: Date | null
  /** The age of the refresh token. */
  refreshTokenDays: number | null
}

export const NEVER = new Date(0)

const DAY_MS = 86_400_000
/** Renewed with this much left; tokens that live for less than a day, with a quarter of their life. */
const DUE_MS = DAY_MS / 4

/** What the configuration says of the account. */
export type Configured = { appId: string; appSecret: string; refreshToken?: string }

/**
 * The stored tokens or, where the refresh token of the configuration was never taken up, that one in their shape, due
 * at once. One that was taken up before is spent: it neither overwrites its successors nor is tried again, unless the
 * app's id or secret was corrected since.
 */
export function takeUp(
  stored: Tokens | null,
  { appId, appSecret, refreshToken }: Configured,
  now: Date,
): Tokens | null {
  if (refreshToken === undefined) return stored
  const seed = createHmac('sha256', appSecret).update(`${appId}:${refreshToken}`).digest('hex')
  const seeds = stored?.seeds ?? []
  if (seeds.includes(seed)) return stored
  return {
    accessToken: '',
    refreshToken,
    expiresAt: NEVER,
    refreshedAt: now,
    needsReauth: false,
    seeds: [...seeds, seed],
  }
}

/** Whether the access token lives, and is not the one that the platform has just refused. */
export function isUsable(tokens: Tokens, now: Date, refused: string | null = null): boolean {
  return tokens.accessToken !== refused && tokens.expiresAt > now
}

/** Whether it is time to renew. */
export function isDue({ expiresAt, refreshedAt }: Tokens, now: Date): boolean {
  const lifetime = expiresAt.getTime() - refreshedAt.getTime()
  return expiresAt.getTime() - now.getTime() <= Math.min(DUE_MS, lifetime / 4)
}

/** Ages and deadlines without the secrets; an account without any tokens needs an administrator, too. */
export function describeTokens(held: Tokens | null, now: Date): TokenState {
  if (held === null || held.accessToken === '') {
    const needsReauth = held === null || held.needsReauth
    return { needsReauth, expired: true, accessExpiresAt: null, renewedAt: null, refreshTokenDays: null }
  }
  return {
    needsReauth: held.needsReauth,
    expired: held.expiresAt <= now,
    accessExpiresAt: held.expiresAt,
    renewedAt: held.refreshedAt,
    refreshTokenDays: Math.floor((now.getTime() - held.refreshedAt.getTime()) / DAY_MS),
  }
}
