import { chmod, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { DatabaseProblem, explainFolderFault } from './db/database-problem.ts'
import { describeProcess, isSameProcessAlive, type ProcessMark } from './db/process-mark.ts'
import { operations } from './texts/operations.ts'

/** Who has the folder open; `port` once the app listens, `released` when it was closed in order. */
export type Holder = ProcessMark & { host: string; token: string; port?: number; released?: boolean }

export type DataFolderLock = {
  /** Random for each start; readable only by the user that runs the process. */
  token: string
  /** Writes the port of the running app into the lock, for a command that wants to talk to it. */
  publishPort(port: number): Promise<void>
  /** Gives the folder back. Safe to call twice. */
  release(): Promise<void>
}

const LOCKS = 'locks'
/** The token in a lock opens the console: it is nobody else's, whatever the folder's own mode. */
const OWNER_ONLY = { file: 0o600, folder: 0o700 }

/**
 * Takes the data folder for this process; PGlite itself lets any number of processes open, and ruin, one folder.
 *
 * Locks are numbered files that appear complete or not at all; the highest number holds, and only a holder of a higher
 * one removes it. So two processes that find the same stale lock cannot both get past it, and a `kill -9` leaves a lock
 * whose process is seen to be gone. Throws `DatabaseProblem` naming the holder, or that the folder cannot be written.
 */
export async function lockDataFolder(folder: string, deps: { newId: () => string }): Promise<DataFolderLock> {
  const locks = path.join(folder, LOCKS)
  try {
    await mkdir(folder, { recursive: true })
    await mkdir(locks, { recursive: true, mode: OWNER_ONLY.folder })
    // One from before keeps its mode otherwise; where a mounted disk knows no modes the file's own has to do.
    await chmod(locks, OWNER_ONLY.folder).catch(() => undefined)
    const self: Holder = { ...(await describeProcess(process.pid)), host: hostname(), token: deps.newId() }
    const number = await takeNumber(folder, locks, self)
    return createLock(fileOf(locks, number), self)
  } catch (fault) {
    throw explainFolderFault(fault, folder)
  }
}

/** The process that holds the data folder now, if any. */
export async function findDataFolderHolder(folder: string): Promise<Holder | undefined> {
  const locks = path.join(folder, LOCKS)
  const number = await findHighest(locks)
  const holder = number === 0 ? undefined : await readHolder(fileOf(locks, number))
  return holder && (await isHeld(holder)) ? holder : undefined
}

async function takeNumber(folder: string, locks: string, self: Holder): Promise<number> {
  for (;;) {
    const highest = await findHighest(locks)
    const file = fileOf(locks, highest)
    const holder = highest === 0 ? undefined : await readHolder(file)
    if (holder && (await isHeld(holder))) throw new DatabaseProblem(describeHolder(folder, file, holder))
    const mine = highest + 1
    if (!(await createComplete(fileOf(locks, mine), self))) continue
    if ((await findHighest(locks)) === mine) {
      await removeBelow(locks, mine)
      return mine
    }
    // Others took and left numbers above while this process slept: its number was free only because they tidied up.
    await rm(fileOf(locks, mine), { force: true })
  }
}

function createLock(file: string, self: Holder): DataFolderLock {
  let holder = self
  const update = async (change: Partial<Holder>) => {
    holder = { ...holder, ...change }
    await replace(file, holder)
  }
  return {
    token: self.token,
    publishPort: (port) => update({ port }),
    release: async () => {
      if (!holder.released) await update({ released: true })
    },
  }
}

/** Links a finished file to its name: either the whole lock is there, or somebody else was first. */
async function createComplete(file: string, holder: Holder): Promise<boolean> {
  const draft = await writeDraft(file, holder)
  try {
    await link(draft, file)
    return true
  } catch (fault) {
    if (hasCode(fault, 'EEXIST')) return false
    throw fault
  } finally {
    await rm(draft, { force: true })
  }
}

async function replace(file: string, holder: Holder): Promise<void> {
  await rename(await writeDraft(file, holder), file)
}

async function writeDraft(file: string, holder: Holder): Promise<string> {
  const draft = `${file}.${holder.token}`
  await writeFile(draft, JSON.stringify(holder), { mode: OWNER_ONLY.file })
  return draft
}

async function isHeld(holder: Holder): Promise<boolean> {
  if (holder.released) return false
  return holder.host !== hostname() || (await isSameProcessAlive(holder))
}

function describeHolder(folder: string, file: string, holder: Holder): string {
  if (holder.host !== hostname()) return operations.folderHeldElsewhere(folder, holder.host, file)
  return operations.folderHeld(folder, holder.pid)
}

async function findHighest(locks: string): Promise<number> {
  return Math.max(0, ...(await listNumbers(locks)))
}

async function removeBelow(locks: string, mine: number): Promise<void> {
  for (const number of await listNumbers(locks)) {
    if (number < mine) await rm(fileOf(locks, number), { force: true })
  }
}

async function listNumbers(locks: string): Promise<number[]> {
  const names = await readdir(locks).catch(() => [])
  return names.filter((name) => /^\d+\.lock$/.test(name)).map((name) => Number.parseInt(name, 10))
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return parseHolder(JSON.parse(await readFile(file, 'utf8')))
  } catch (fault) {
    // Another user's lock: it may well hold the folder.
    if (hasCode(fault, 'EACCES')) throw fault
    // Removed by a newer holder a moment ago, or not a lock at all: neither holds the folder.
    return undefined
  }
}

function parseHolder(value: unknown): Holder | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { pid, startedAt, host, token, port, released } = value as Record<string, unknown>
  if (typeof pid !== 'number' || typeof startedAt !== 'string') return undefined
  if (typeof host !== 'string' || typeof token !== 'string') return undefined
  const holder: Holder = { pid, startedAt, host, token }
  if (typeof port === 'number') holder.port = port
  if (released === true) holder.released = true
  return holder
}

const hasCode = (fault: unknown, code: string) =>
  fault instanceof Error && 'code' in fault && fault.code === code

function fileOf(locks: string, number: number): string {
  return path.join(locks, `${number}.lock`)
}
