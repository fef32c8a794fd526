import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'

export type AppProcess = {
  url: string
  /** Starts the assistant; with `wait: false` it may be killed before it is ready. */
  start(options?: { wait: boolean }): Promise<void>
  ready(): Promise<void>
  kill(): Promise<void>
  kills(): number
}

const READY_WITHIN_MS = 60_000

/** The assistant as a child process that can be killed without warning. What it complains of is passed on, unless `silent`. */
export function createAppProcess({
  port,
  env,
  silent = false,
}: {
  port: number
  env: Record<string, string>
  silent?: boolean
}): AppProcess {
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null
  let kills = 0

  const ready = async () => {
    const deadline = Date.now() + READY_WITHIN_MS
    while (
      !(await fetch(`${url}/healthz`).then(
        (response) => response.ok,
        () => false,
      ))
    ) {
      if (child?.exitCode !== null && child?.signalCode === null)
        throw new Error('the assistant did not start')
      if (Date.now() > deadline) throw new Error('the assistant is not ready')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  return {
    url,
    ready,
    kills: () => kills,
    async start({ wait } = { wait: true }) {
      child = spawn(process.execPath, ['app/main.ts'], {
        env: { LOG_LEVEL: 'error', PORT: String(port), ...env },
        stdio: ['ignore', 'ignore', silent ? 'ignore' : 'inherit'],
      })
      if (wait) await ready()
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      kills += 1
      await gone
    },
  }
}
