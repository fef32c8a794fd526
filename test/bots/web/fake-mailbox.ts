import type { Mailbox } from '../../../core/mailbox.ts'
import type { Address } from '../../../core/message.ts'

/** A mailbox in memory. `listeners()` counts who is subscribed; `fail(true)` makes every read throw. */
export function createFakeMailbox() {
  const entries: { at: Date; id: string; key: string; reply: Parameters<Mailbox['append']>[1] }[] = []
  const listeners = new Map<string, Set<() => void>>()
  let isBroken = false

  const mailbox: Mailbox = {
    async append(to, reply) {
      const id = String(entries.length + 1)
      entries.push({ id, key: keyOf(to), reply, at: new Date(Date.UTC(2026, 10, 21, 2, 0, entries.length)) })
      for (const wake of listeners.get(keyOf(to)) ?? []) wake()
      return { messageId: id }
    },
    async read(address, afterId) {
      if (isBroken) throw new Error('the database is away')
      return entries.filter((entry) => entry.key === keyOf(address) && BigInt(entry.id) > BigInt(afterId))
    },
    async lastId(address) {
      return entries.findLast((entry) => entry.key === keyOf(address))?.id ?? '0'
    },
    subscribe(address, onNew) {
      const own = listeners.get(keyOf(address)) ?? new Set()
      listeners.set(keyOf(address), own.add(onNew))
      return () => own.delete(onNew)
    },
  }
  return {
    mailbox,
    listeners: () => [...listeners.values()].reduce((sum, own) => sum + own.size, 0),
    fail(broken: boolean) {
      isBroken = broken
    },
  }
}

const keyOf = (address: Address) => `${address.channel}:${address.chatId}`
