import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runChat } from '../../app/run-chat.ts'
import { runProcess } from '../../app/run-process.ts'

/** A stand-in for Node's process that remembers what was written and how it ended. */
function surroundings(env: Record<string, string>) {
  const exited = Promise.withResolvers<number>()
  const ready = Promise.withResolvers<void>()
  let stop = () => {}
  let written = ''
  const write = (text: string) => {
    written += text
    if (written.includes('http://')) ready.resolve()
  }
  return {
    env: { LOG_LEVEL: 'error', ...env },
    stdout: { write },
    stderr: { write },
    exit: (code: number) => exited.resolve(code),
    on: (_: string, run: () => void) => {
      stop = run
    },
    written: () => written,
    ready: ready.promise,
    exited: exited.promise,
    stop: () => stop(),
  }
}

async function chat(env: Record<string, string>, args: string[], lines: string[]) {
  const around = { ...surroundings(env), stdin: Readable.from([lines.map((line) => `${line}\n`).join('')]) }
  const code = await runChat(args, around)
  return { code, written: around.written() }
}

describe('a process of the assistant', () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'nhip-cau-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('what is wrong in the settings is told all at once, and the process ends', async () => {
    const around = surroundings({ PORT: 'eighty', LOG_LEVEL: 'loud' })
    await runProcess('jobs', around)
    expect(await around.exited).toBe(1)
    expect(around.written().match(/^- /gm)).toHaveLength(3)
  })

  test('a port that is taken is named, and the folder is free again', async () => {
    const other: Server = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(typeof address === 'object' && address ? address.port : 0)
      })
    })
    const around = surroundings({ DATA_DIR: folder, PORT: String(port) })
    await runProcess('all', around)
    expect(await around.exited).toBe(1)
    expect(around.written()).toContain(`Cổng ${port}`)
    other.close()
  })

  test('it serves, lets a terminal talk to it, stops when asked, and the terminal goes on alone', async () => {
    const env = { DATA_DIR: folder, PORT: '0' }
    const around = surroundings(env)
    await runProcess('all', around)
    await around.ready

    const first = await chat(env, ['--user', 'lan', '--json'], ['xin chào', 'Sandbox là gì?'])
    expect(first.code).toBe(0)
    const replies = first.written.trim().split('\n')
    expect(JSON.parse(replies[0] ?? '')).toMatchObject({ text: expect.stringContaining('trợ lý AI') })
    expect(replies.at(-1)).toContain('Sandbox')

    around.stop()
    expect(await around.exited).toBe(0)

    const second = await chat(env, ['--user', 'lan'], ['R&D là gì?'])
    expect(second.code).toBe(0)
    expect(second.written).toContain('R&D')
    expect(second.written).not.toContain('trợ lý AI của')
  })

  test.each([[], ['--user'], ['--user', ''], ['--name', 'lan'], ['--user', 'l'.repeat(65)]])(
    'chat with the arguments %j explains itself',
    async (...args) => {
      const { code, written } = await chat({ DATA_DIR: folder }, args, [])
      expect(code).toBe(1)
      expect(written).toContain('--user')
    },
  )
})
