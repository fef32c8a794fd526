import type { Update } from 'grammy/types'

export type Kick = { duplicates: number; reordered: number; random: () => number }
export type Updates = ReturnType<typeof createUpdates>

const CONFLICT =
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running'
const WEBHOOK_ACTIVE =
  "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
const RETRY_MS = 5

/**
 * What people wrote and the bot has not taken yet. By polling, an update is given until an offset above it confirms
 * it; by webhook, until the address answers 2xx. `kick` repeats and reorders as a bad day would.
 */
export function createUpdates(kick: Kick) {
  const pending: Update[] = []
  let lastTaken: Update | undefined
  let nextId = 500_000_001
  let webhook: { url: string; secret: string } | null = null
  let delivering = false
  let held: { answer(result: Update[] | string): void } | null = null

  const happens = (rate: number) => kick.random() < rate
  const take = (): void => {
    lastTaken = pending.shift()
  }

  /** What a request gets now: now and then an old update again, or two neighbours the wrong way round. */
  function batch(limit: number): Update[] {
    const result = pending.slice(0, limit)
    if (result.length > 1 && happens(kick.reordered)) result.splice(0, 2, ...result.slice(0, 2).reverse())
    return lastTaken && result.length > 0 && happens(kick.duplicates) ? [lastTaken, ...result] : result
  }

  async function deliver(): Promise<void> {
    if (delivering) return
    delivering = true
    while (webhook && pending.length > 0) {
      if (pending.length > 1 && happens(kick.reordered))
        pending.splice(0, 2, ...pending.slice(0, 2).reverse())
      const [update] = pending
      if (!update || !(await post(webhook, update))) {
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
        continue
      }
      if (!happens(kick.duplicates)) take()
    }
    delivering = false
  }

  return {
    pending,
    push(update: Omit<Update, 'update_id'>): number {
      const update_id = nextId++
      pending.push({ update_id, ...update })
      held?.answer(batch(100))
      void deliver()
      return update_id
    },
    /** The updates, or why there are none. Held open for `timeout` seconds, or until there is one. */
    async get(
      { offset = 0, limit = 100, timeout = 0 }: { offset?: number; limit?: number; timeout?: number },
      gone: AbortSignal,
    ): Promise<Update[] | string> {
      if (webhook) return WEBHOOK_ACTIVE
      held?.answer(CONFLICT)
      while ((pending[0]?.update_id ?? offset) < offset) take()
      if (pending.length > 0 || timeout === 0) return batch(limit)
      return new Promise((resolve) => {
        const answer = (result: Update[] | string) => {
          clearTimeout(patience)
          if (held?.answer === answer) held = null
          resolve(result)
        }
        const patience = setTimeout(() => answer([]), timeout * 1000)
        held = { answer }
        gone.addEventListener('abort', () => answer([]))
      })
    },
    setWebhook(address: { url: string; secret: string } | null): void {
      webhook = address
      void deliver()
    },
    webhookUrl: () => webhook?.url ?? '',
    close(): void {
      webhook = null
      held?.answer([])
    },
  }
}

async function post(webhook: { url: string; secret: string }, update: Update): Promise<boolean> {
  const headers = {
    'content-type': 'application/json',
    ...(webhook.secret && { 'x-telegram-bot-api-secret-token': webhook.secret }),
  }
  try {
    const response = await fetch(webhook.url, { method: 'POST', headers, body: JSON.stringify(update) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
