import { setTimeout as pause } from 'node:timers/promises'
import type { AppProcess } from '../kill/app-process.ts'
import { judge, type Verdict } from '../kill/judge.ts'
import type { Platform } from './platform.ts'
import type { TellingQuestion } from './questions.ts'
import { countSwaps, planTraffic, type Step } from './traffic.ts'

export type Run = Verdict & {
  updates: number
  repeated: number
  swapped: number
  killed: number
  seconds: number
}

type Options = {
  platform: Platform
  app: AppProcess
  people: number
  questions: TellingQuestion[]
  kills: number
  /** How often an update comes twice, or before the one before it. */
  rate: number
  random: () => number
}

const LONGEST_LIFE_MS = 3_000
const SHORTEST_LIFE_MS = 300
/** A person writes once in so long on average, so that all write for as long as the process is killed again and again. */
const STEP_MS_A_KILL = 700

/**
 * Lets `people` write one question each after another while the process is killed with SIGKILL and started again, until
 * everything written was answered or nothing more comes. The order to be kept is the one in which the updates came.
 */
export async function runPlatform(options: Options): Promise<Run> {
  const { platform, app, people, questions, kills, rate, random } = options
  await app.start()
  await ready(options)
  const started = Date.now()
  const plans = Array.from({ length: people }, () => planTraffic(questions.length, rate, random))
  let repeated = 0

  const writing = plans.map(async (steps, person) => {
    let again: (() => Promise<void>) | null = null
    for (const step of steps) {
      await pause(random() * 2 * STEP_MS_A_KILL * (kills / (questions.length / 10)) || 1)
      const repeat = await platform.write(person, questions[step.index]?.question ?? '')
      await again?.()
      again = step.again ? repeat : null
      repeated += again === null ? 0 : 1
    }
    await again?.()
  })
  await Promise.all([...writing, killAgainAndAgain(options)])
  await app.ready()
  await quiet(options)

  const read = (steps: Step[], person: number): Verdict => {
    const expected = steps.map(({ index }) => questions[index]?.marker ?? '')
    const sent = platform.sent(person)
    return judge([sent.map((text) => expected.find((marker) => text.startsWith(marker)) ?? '')], expected)
  }
  const verdicts = plans.map((steps, person) => ({
    ...read(steps, person),
    outOfOrder: read(steps.filter(isOrderKnown(platform)), person).outOfOrder,
  }))
  const sum = (of: (verdict: Verdict) => number) =>
    verdicts.reduce((total, verdict) => total + of(verdict), 0)
  return {
    lost: sum(({ lost }) => lost),
    outOfOrder: sum(({ outOfOrder }) => outOfOrder),
    repeats: sum(({ repeats }) => repeats),
    updates: people * questions.length,
    repeated: repeated + platform.repeated(),
    swapped: plans.reduce((total, steps) => total + countSwaps(steps), 0),
    killed: app.kills(),
    seconds: Math.round((Date.now() - started) / 1000),
  }
}

/** Where the first of two is lost, the second comes where nobody planned it. */
const isOrderKnown =
  ({ destructive }: Platform) =>
  ({ again }: Step) =>
    !(destructive && again)

async function killAgainAndAgain({ app, kills, random }: Options): Promise<void> {
  for (let killed = 0; killed < kills; killed += 1) {
    await pause(SHORTEST_LIFE_MS + random() * (LONGEST_LIFE_MS - SHORTEST_LIFE_MS))
    await app.kill()
    await app.start({ wait: random() < 0.7 })
  }
}

/** Until the channel can send: an Official Account first needs its token. */
async function ready({ app, platform }: Options): Promise<void> {
  while ((await look(app))?.channels[platform.channel]?.token?.needsReauth === true) await pause(100)
}

const QUIET_LOOKS = 5
const LOOK_MS = 500

/** Until nothing waits any more, neither with the platform nor with us, for several looks in a row. */
async function quiet({ app, platform }: Options): Promise<void> {
  for (let looks = 0; looks < QUIET_LOOKS; ) {
    await pause(LOOK_MS)
    const health = await look(app)
    const waiting = health?.channels[platform.channel]?.waiting
    const isQuiet =
      platform.waiting() === 0 && health?.unhandled === 0 && health.outbox === 0 && waiting === 0
    looks = isQuiet ? looks + 1 : 0
  }
}

type Look = {
  unhandled: number
  outbox: number
  channels: Record<string, { waiting: number; token?: { needsReauth: boolean } }>
}

async function look(app: AppProcess): Promise<Look | null> {
  const answer = await fetch(`${app.url}/healthz`).catch(() => null)
  return answer?.ok ? ((await answer.json()) as Look) : null // our own page
}
