/** A platform as the bench drives it: people write through it, and it keeps what it was given to send. */
export type Platform = {
  /** What `judge` and the settings of the assistant call it. */
  channel: 'telegram' | 'zalo-bot' | 'zalo-oa'
  mode: 'polling' | 'webhook'
  /** Reading takes an update away for good, so one that is under way when the process dies is gone. */
  destructive: boolean
  /** The settings under which the assistant uses it. */
  env: Record<string, string>
  /**
   * A person writes. Resolves when the platform has put it in its queue, or, by webhook, when it was taken. Gives how
   * to deliver the same update once more, or null where the platform repeats by itself.
   */
  write(person: number, text: string): Promise<(() => Promise<void>) | null>
  /** Updates that the platform repeated by itself. */
  repeated(): number
  /** The texts that a person was sent, in order. */
  sent(person: number): string[]
  /** Updates that nobody has taken yet. */
  waiting(): number
  close(): Promise<void>
}

const RETRY_MS = 100

/** Delivers a webhook as a platform does that repeats it until it is answered 2xx. */
export async function post(url: string, headers: Record<string, string>, body: string): Promise<void> {
  const all = { 'content-type': 'application/json', ...headers }
  for (;;) {
    const response = await fetch(url, { method: 'POST', headers: all, body }).catch(() => null)
    await response?.arrayBuffer().catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
  }
}
