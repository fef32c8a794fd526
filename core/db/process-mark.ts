import { readFile } from 'node:fs/promises'
import process from 'node:process'

/** A process that cannot be mistaken for a later one with the same id. `startedAt` is '' where there is no /proc. */
export type ProcessMark = { pid: number; startedAt: string }

/** The mark of a running process. */
export async function describeProcess(pid: number): Promise<ProcessMark> {
  return { pid, startedAt: (await readStart(pid)) ?? '' }
}

/** Whether the process of the mark still runs: it, not another that was given its id since. */
export async function isSameProcessAlive({ pid, startedAt }: ProcessMark): Promise<boolean> {
  if (startedAt !== '') return (await readStart(pid)) === startedAt
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    // EPERM: it runs, and belongs to another user.
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}

/**
 * The boot and the clock tick at which a process started, from /proc (proc_pid_stat(5): field 3 is the state, field 22
 * the start time). Nothing for a process that is gone, or dead and waiting for its parent.
 */
async function readStart(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    // The second field is the command in parentheses, and may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, ticks] = [fields[0], fields[19]]
    return state === 'Z' || state === 'X' ? undefined : `${boot.trim()}/${ticks}`
  } catch {
    return undefined
  }
}
