import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Command, Faults, PlatformLog } from './fake-platforms.ts'

export type Platforms = {
  root: string
  limit(perSecond: number | null): Promise<void>
  faults(faults: Faults | null, seed: string): Promise<void>
  reset(): Promise<void>
  log(): Promise<PlatformLog>
  /** When the next message to a chat is taken, in milliseconds since the epoch. */
  next(chatId: string): Promise<number>
  close(): Promise<void>
}

const FAKE = fileURLToPath(new URL('./fake-platforms.ts', import.meta.url))

/** Starts the fake platforms in a process of their own. */
export async function openPlatforms(): Promise<Platforms> {
  const child: ChildProcess = fork(FAKE, [], { serialization: 'advanced' })
  const answer = async () => (await once(child, 'message'))[0]
  const ask = (command: Command) => {
    const answered = answer()
    child.send(command)
    return answered
  }
  const { port } = await answer()
  return {
    root: `http://127.0.0.1:${port}`,
    limit: async (perSecond) => void (await ask({ do: 'limit', perSecond })),
    faults: async (faults, seed) => void (await ask({ do: 'faults', faults, seed })),
    reset: async () => void (await ask({ do: 'reset' })),
    log: async () => (await ask({ do: 'log' })).log,
    next: async (chatId) => (await ask({ do: 'await', chatId })).at,
    async close() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}
