import pg from 'pg'
import { CHANNEL } from './channel.ts'

const RETRY_MS = 1_000

type Deps = { onNotify: (payload: string) => void; onConnectionLost: (error: Error) => void }

/**
 * Listens on a connection of its own and opens a new one when it drops; after that calls `onNotify('')`.
 * Resolves once listening, to the function that stops it. Throws when the first connection cannot be made.
 */
export async function listenOnServer(settings: pg.ClientConfig, deps: Deps): Promise<() => Promise<void>> {
  let stopped = false
  let retry: NodeJS.Timeout | undefined
  let current = await connect(settings, deps.onNotify, lost)

  function lost(error: Error) {
    if (stopped || retry) return
    deps.onConnectionLost(error)
    retry = setTimeout(reconnect, RETRY_MS)
  }

  async function reconnect() {
    retry = undefined
    try {
      current = await connect(settings, deps.onNotify, lost)
    } catch (error) {
      lost(error instanceof Error ? error : new Error(String(error)))
      return
    }
    if (stopped) await current.end()
    else deps.onNotify('')
  }

  return async () => {
    stopped = true
    clearTimeout(retry)
    await current.end()
  }
}

async function connect(
  settings: pg.ClientConfig,
  onNotify: (payload: string) => void,
  onLost: (error: Error) => void,
): Promise<pg.Client> {
  const client = new pg.Client(settings)
  let listening = false
  // Before that, a fault already reaches whoever awaits the connection.
  const report = (error: Error) => listening && onLost(error)
  client.on('error', report)
  client.on('end', () => report(new Error('the connection for LISTEN was closed')))
  client.on('notification', ({ payload }) => onNotify(payload ?? ''))
  await client.connect()
  await client.query(`listen ${CHANNEL}`)
  listening = true
  return client
}
