import { SendError, TryLater } from '../../core/errors.ts'
import { faultFields, type Log } from '../../core/log.ts'
import type { Renewal } from './api.ts'
import {
  type Configured,
  describeTokens,
  isDue,
  isUsable,
  NEVER,
  type TokenState,
  takeUp,
} from './token-rules.ts'
import type { TokenStore, Tokens } from './token-store.ts'

export type TokenKeeper = {
  /** An access token to send with, renewed where it is due. Throws `SendError`: `busy` while there is none. */
  current(): Promise<string>
  /** Another one, after the platform refused `refused`. Throws `SendError` when there is none to be had. */
  replace(refused: string): Promise<string>
  /** Also its replacement was refused: nothing is sent any more until an administrator agrees again. Throws `SendError`. */
  giveUp(refused: string): Promise<never>
  /** Renews what is due, so that an account that sends nothing does not lose its refresh token. Never throws. */
  keepFresh(): Promise<void>
  state(): Promise<TokenState>
}

/** Zalo lets a refresh token live for three months. */
const OLD_DAYS = 60
/** After a renewal that got no answer; doubled with each that is refused. */
const REST_MS = 60_000
const LONGEST_REST_MS = 3_600_000
const REAUTH_REST_MS = 5 * 60_000

/**
 * Keeps the account's tokens: an access token of about a day, and a refresh token that Zalo takes once and replaces.
 * One renewal at a time across all processes; the new pair is stored before it is used. When no answer came, the same
 * refresh token is tried once more: an answer that was lost has spent it, and the platform then says so. A refresh
 * token that is rejected is never tried again (`needsReauth`, an alarm), until the configuration holds a new one. A
 * refusal for any other reason is an alarm as well, but the same refresh token is tried again, after a longer rest each
 * time. The access token at hand is used for as long as it lives.
 */
export function createTokenKeeper(deps: {
  tokens: TokenStore
  renewTokens: (refreshToken: string) => Promise<Renewal>
  /** Its refresh token is the first one, or a new one after an administrator agreed again. */
  configured: Configured
  log: Log
  now: () => Date
}): TokenKeeper {
  const { tokens, renewTokens, configured, log, now } = deps
  let renewing: Promise<string> | null = null
  let restUntil = NEVER
  let refusals = 0
  /** A pair that the platform gave and the database did not take. */
  let unsaved: { spent: string; next: Tokens } | null = null

  const find = async () => takeUp(await tokens.read(), configured, now())

  async function current(): Promise<string> {
    const found = await find()
    if (unsaved !== null) return renew(null)
    if (found === null) throw needsReauth()
    const usable = isUsable(found, now())
    if (usable && (found.needsReauth || !isDue(found, now()) || now() < restUntil)) return found.accessToken
    if (found.needsReauth) throw needsReauth()
    return renew(null)
  }

  /** Calls in this process share one renewal, unless it ends with the very token that was refused. */
  async function renew(refused: string | null): Promise<string> {
    const joined = renewing === null ? refused : await renewing
    if (joined !== null && joined !== refused) return joined
    renewing ??= tokens
      .withLock((stored, save) => renewStored(refused, stored, save))
      .finally(() => {
        renewing = null
      })
    return renewing
  }

  async function renewStored(
    refused: string | null,
    stored: Tokens | null,
    save: (next: Tokens) => Promise<void>,
  ): Promise<string> {
    const held = takeUp(stored, configured, now())
    if (held === null) throw needsReauth()
    if (unsaved !== null && unsaved.spent === held.refreshToken) return saveFirst(unsaved, save)
    unsaved = null
    const usable = isUsable(held, now(), refused)
    // Another process renewed them meanwhile.
    if (usable && !isDue(held, now())) return held.accessToken
    if (held.needsReauth || now() < restUntil) {
      if (usable) return held.accessToken
      if (refused === held.accessToken) await save({ ...held, expiresAt: NEVER })
      throw held.needsReauth ? needsReauth() : notRenewed()
    }
    if (held !== stored) await save(held)
    const renewal = await ask(held.refreshToken)
    switch (renewal.status) {
      case 'renewed': {
        refusals = 0
        const next = {
          ...held,
          accessToken: renewal.accessToken,
          refreshToken: renewal.refreshToken,
          refreshedAt: now(),
          expiresAt: after(renewal.lifetimeMs),
        }
        log.info('zalo_oa.tokens_renewed', { lifetimeMs: renewal.lifetimeMs })
        return saveFirst({ spent: held.refreshToken, next }, save)
      }
      case 'rejected':
        log.error('zalo_oa.needs_reauth', { code: renewal.code })
        await save({ ...held, needsReauth: true, expiresAt: usable ? held.expiresAt : NEVER })
        if (usable) return held.accessToken
        throw needsReauth()
      case 'refused':
        log.error('zalo_oa.renewal_refused', { code: renewal.code })
        restUntil = after(Math.min(REST_MS * 2 ** refusals, LONGEST_REST_MS))
        refusals += 1
        if (usable) return held.accessToken
        throw notRenewed()
      case 'not_sent':
      case 'in_doubt':
        restUntil = after(REST_MS)
        if (usable) return held.accessToken
        throw notRenewed()
    }
  }

  const notRenewed = () =>
    new SendError('busy', 'the access token could not be renewed', restUntil.getTime() - now().getTime())
  const after = (ms: number) => new Date(now().getTime() + ms)
  const state = async () => describeTokens(await find(), now())

  async function ask(refreshToken: string): Promise<Renewal> {
    const first = await renewTokens(refreshToken)
    if (first.status !== 'in_doubt') return first
    log.error('zalo_oa.renewal_in_doubt')
    return renewTokens(refreshToken)
  }

  /** The old refresh token is spent: if the new pair is not stored now, this process tries again at its next turn. */
  async function saveFirst(
    pair: { spent: string; next: Tokens },
    save: (next: Tokens) => Promise<void>,
  ): Promise<string> {
    unsaved = pair
    try {
      await save(pair.next)
    } catch (fault) {
      log.error('zalo_oa.tokens_unsaved', faultFields(fault))
      throw fault
    }
    unsaved = null
    return pair.next.accessToken
  }

  return {
    current: () => guard(current, log),
    replace: (refused) => guard(() => renew(refused), log),
    giveUp: (refused) =>
      guard(async () => {
        await tokens.withLock(async (stored, save) => {
          if (stored?.accessToken !== refused) return
          log.error('zalo_oa.needs_reauth', { code: null })
          await save({ ...stored, needsReauth: true, expiresAt: NEVER })
        })
        throw needsReauth()
      }, log),
    async keepFresh() {
      const days = await guard(async () => {
        await current()
        return (await state()).refreshTokenDays
      }, log).catch(() => null)
      if (days !== null && days > OLD_DAYS) log.error('zalo_oa.refresh_token_old', { days })
    },
    state,
  }
}

const needsReauth = () =>
  new SendError('busy', 'an administrator of the Official Account has to agree again', REAUTH_REST_MS)

/** Whatever keeps a token from being had, the message has not left. */
async function guard<T>(work: () => Promise<T>, log: Log): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof SendError) throw fault
    if (fault instanceof TryLater) throw new SendError('busy', 'another process renews the tokens', fault.ms)
    log.error('zalo_oa.tokens_failed', faultFields(fault))
    throw new SendError('network', 'the tokens could not be read or stored')
  }
}
