import { spawn } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findDataFolderHolder, type Holder, lockDataFolder } from '../../core/data-folder-lock.ts'
import { describeProcess } from '../../core/db/process-mark.ts'
import { testDatabaseDeps } from '../support/database.ts'

let folder: string

const lock = () => lockDataFolder(folder, testDatabaseDeps)

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'nhip-cau-lock-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the lock of a data folder', () => {
  it('lets one in, and the next when the first has gone', async () => {
    const first = await lock()
    await expect(lock()).rejects.toThrow(`tiến trình ${process.pid}`)
    await first.release()
    const second = await lock()
    await first.release()
    expect(await findDataFolderHolder(folder)).toMatchObject({ pid: process.pid })
    await second.release()
  })

  it('lets in exactly one of many that come at once, also past a stale lock', async () => {
    await leaveLock({ pid: process.pid, startedAt: 'an earlier boot/1' })
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, lock))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await readdir(path.join(folder, 'locks'))).toHaveLength(1)
  })

  it('does not mistake a later process with the same id for the holder', async () => {
    const { startedAt } = await describeProcess(process.pid)
    await leaveLock({ pid: process.pid, startedAt: `${startedAt}0` })
    await (await lock()).release()
  })

  it('is taken over from a process that was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
    const { pid = 0 } = child
    await leaveLock(await describeProcess(pid))
    await expect(lock()).rejects.toThrow(`tiến trình ${pid}`)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    await (await lock()).release()
  })

  it('is never taken from another machine, but says which file to remove', async () => {
    await leaveLock({ pid: 1, startedAt: 'x', host: 'another-office' })
    await expect(lock()).rejects.toThrow(/"another-office".*7\.lock/)
  })

  it('passes over a file that is no lock', async () => {
    await mkdir(path.join(folder, 'locks'))
    await writeFile(path.join(folder, 'locks', '7.lock'), '{"pid":')
    await (await lock()).release()
  })

  it('shows its token to nobody else, whatever the mode of the folder', async () => {
    await chmod(folder, 0o777)
    await mkdir(path.join(folder, 'locks'))
    await chmod(path.join(folder, 'locks'), 0o777)
    const held = await lock()
    await held.publishPort(3000)
    const mode = async (name: string) => (await stat(path.join(folder, name))).mode & 0o777
    const [file = ''] = await readdir(path.join(folder, 'locks'))
    expect([await mode('locks'), await mode(`locks/${file}`)]).toEqual([0o700, 0o600])
    await held.release()
    expect(await mode(`locks/${file}`)).toBe(0o600)
  })

  it('tells where the running app listens', async () => {
    const held = await lock()
    await held.publishPort(3000)
    expect(await findDataFolderHolder(folder)).toMatchObject({ port: 3000 })
    await held.release()
    expect(await findDataFolderHolder(folder)).toBeUndefined()
  })
})

async function leaveLock(holder: Partial<Holder>): Promise<void> {
  await mkdir(path.join(folder, 'locks'), { recursive: true })
  const whole = { host: hostname(), token: 'left behind', ...holder }
  await writeFile(path.join(folder, 'locks', '7.lock'), JSON.stringify(whole))
}
