import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Contest, ContestantName } from './contestants/run-contestant.ts'
import { measureSends, type Sends } from './measure-sends.ts'
import type { Platforms } from './open-platforms.ts'

const CONTESTANT = fileURLToPath(new URL('./contestants/run-contestant.ts', import.meta.url))
export const OTHERS: ContestantName[] = [
  ...([
    'grammY loop, auto-retry',
    'grammY, throttler plugin',
    'BullMQ job each',
    'BullMQ job + row each',
  ] as const),
]

/** Runs one of the others in a process of its own, for at most `withinMs`, and gives what the fake says. */
export async function runContest(
  platforms: Platforms,
  of: Omit<Contest, 'root'>,
  withinMs?: number,
): Promise<Sends> {
  await platforms.reset()
  const argument = JSON.stringify({ ...of, root: platforms.root })
  const child = fork(CONTESTANT, [argument], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const gone = once(child, 'exit')
  await Promise.race([gone, ...(withinMs === undefined ? [] : [pause(withinMs + STARTS_MS)])])
  child.kill('SIGKILL')
  await gone
  return measureSends(await platforms.log(), withinMs)
}

/** What a process takes until its first message; the time that counts begins with that. */
const STARTS_MS = 3_000
