import { setTimeout as wait } from 'node:timers/promises'
import type { PrismaClient } from './db.ts'
import { TryLater } from './errors.ts'
import { createSeal, type Seal } from './seal.ts'

/** The keys of an account on a platform that changes them at every renewal. */
export type StoredTokens = {
  accessToken: string
  /** Where the platform takes it once, the only way on: whoever loses its successor has lost the account. */
  refreshToken: string
  expiresAt: Date
  refreshedAt: Date
  /** The platform refused the refresh token: an administrator of the account has to agree again. */
  needsReauth: boolean
  /** Digests of the refresh tokens from the configuration that were taken up, so that each is used once. */
  seeds: string[]
}

export type ChannelTokens = {
  /**
   * Runs `work` while no other process does, with the tokens as they are then. `save` has stored its argument when it
   * resolves, and may be called more than once; it throws when the work took longer than the claim and somebody else
   * has taken it over. Throws `TryLater` when another process keeps the claim for longer than this one would wait.
   */
  withLock<T>(
    work: (stored: StoredTokens | null, save: (next: StoredTokens) => Promise<void>) => Promise<T>,
  ): Promise<T>
  /** The tokens, or null before the first were stored. Tokens of another secret read as none that need a new consent. */
  read(): Promise<StoredTokens | null>
}

/** Longer than any renewal: its calls end after seconds. A killed process blocks the others no longer than this. */
const CLAIM_MS = 30_000
/** Shorter than the claim on a message that waits to be sent. */
const WAIT_MS = 8_000
const POLL_MS = 100

/**
 * The tokens of one channel in the database, sealed under a key made from `secret`. Exclusion is a conditional update
 * with a deadline. `read` and `withLock` throw when the database is away.
 */
export function createChannelTokens(deps: {
  prisma: PrismaClient
  newId: () => string
  /** Which channel's: the name of the row. */
  name: string
  secret: string
  claimMs?: number
  waitMs?: number
}): ChannelTokens {
  const { prisma, newId, name, claimMs = CLAIM_MS, waitMs = WAIT_MS } = deps
  const seal = createSeal({ secret: deps.secret, use: 'channel-tokens' })

  const read = async () => {
    const row = await prisma.channelToken.findUnique({ where: { name } })
    return row === null ? null : openRow(row, seal)
  }

  const claim = async (token: string) => {
    for (let waited = 0; waited <= waitMs; waited += POLL_MS) {
      const count = await prisma.$executeRaw`
        insert into "ChannelToken" (name, seeds, "claimToken", "claimedUntil")
        values (${name}, '{}', ${token}::uuid, now() + ${claimMs} * interval '1 millisecond')
        on conflict (name) do update
          set "claimToken" = excluded."claimToken", "claimedUntil" = excluded."claimedUntil"
          where "ChannelToken"."claimedUntil" is null or "ChannelToken"."claimedUntil" < now()`
      if (count === 1) return
      await wait(POLL_MS)
    }
    throw new TryLater(waitMs)
  }

  return {
    read,
    async withLock(work) {
      const token = newId()
      await claim(token)
      try {
        return await work(await read(), async (next) => {
          const { count } = await prisma.channelToken.updateMany({
            where: { name, claimToken: token },
            data: sealRow(next, name, seal),
          })
          if (count === 0) throw new Error('the claim on the channel tokens was lost')
        })
      } finally {
        await prisma.channelToken.updateMany({
          where: { name, claimToken: token },
          data: { claimToken: null, claimedUntil: null },
        })
      }
    },
  }
}

const sealRow = (tokens: StoredTokens, name: string, seal: Seal) => ({
  ...tokens,
  accessToken: seal.close(tokens.accessToken, `${name} access`),
  refreshToken: seal.close(tokens.refreshToken, `${name} refresh`),
})

type Row = NonNullable<Awaited<ReturnType<PrismaClient['channelToken']['findUnique']>>>

function openRow(row: Row, seal: Seal): StoredTokens | null {
  if (row.accessToken === null || row.refreshToken === null) return null
  if (row.expiresAt === null || row.refreshedAt === null) return null
  const accessToken = seal.open(row.accessToken, `${row.name} access`)
  const refreshToken = seal.open(row.refreshToken, `${row.name} refresh`)
  const { expiresAt, refreshedAt, needsReauth, seeds } = row
  if (accessToken === null || refreshToken === null)
    return {
      accessToken: '',
      refreshToken: '',
      expiresAt: new Date(0),
      refreshedAt,
      needsReauth: true,
      seeds,
    }
  return { accessToken, refreshToken, expiresAt, refreshedAt, needsReauth, seeds }
}
