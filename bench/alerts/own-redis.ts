import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { findFreePort } from '../find-free-port.ts'

export type OwnRedis = {
  url: string
  /** Kills it, and starts it again with nothing in it. */
  lose(): Promise<void>
  close(): Promise<void>
}

/** A Redis of our own that keeps nothing on disk. Needs `redis-server` on the path. */
export async function openOwnRedis(): Promise<OwnRedis> {
  const port = await findFreePort()
  let child: ChildProcess
  const start = async () => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
    child = spawn('redis-server', args, { stdio: 'ignore' })
    while (!(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const kill = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  await start()
  return {
    url: `redis://127.0.0.1:${port}`,
    async lose() {
      await kill()
      await start()
    },
    close: kill,
  }
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
