import type { z } from 'zod'
import type { PrismaClient } from './db.ts'
import type { Llm, LlmFailure } from './llm.ts'
import type { Log } from './log.ts'
import { fillPrompt, type Prompts } from './prompts.ts'
import { vietnamDayStart } from './vietnam-time.ts'

/** `over_budget`: the day's tokens are used up. `resting`: it failed too often just now, and is left alone for a while. */
export type ModelFailure = LlmFailure | 'over_budget' | 'resting'

export type ModelAnswer<T> =
  | { status: 'answered'; value: T; promptHash: string }
  | { status: 'failed'; why: ModelFailure }

/** A model that may be asked on behalf of one person. Everything works without it, and whenever it fails. */
export type Model = {
  /** One step, by the name of its prompt. Never throws for what the model does. */
  ask<T>(
    step: string,
    inputs: Readonly<Record<string, string>>,
    schema: z.ZodType<T>,
  ): Promise<ModelAnswer<T>>
}

/** `abroad`: texts leave the country on their way, and so only those of who agreed to it. */
export type AssistantModel = { abroad: boolean; of(personId: string): Model }

export type ModelDeps = {
  llm: Llm
  prompts: Prompts
  prisma: PrismaClient
  tokensADay: number
  tokensAPersonADay: number
  timeoutMs: number
  abroad: boolean
  log: Log
  now: () => Date
}

/** Failures in a row after which the model is left alone, and for how long. */
const MOST_FAILURES = 5
const REST_MS = 60_000

/** The model with its budget, its rest after failures and its book: a row a call, with tokens and time and nobody's words. */
export function createModel(deps: ModelDeps): AssistantModel {
  const { llm, prompts, prisma, log, now } = deps
  let failures = 0
  let restUntil = 0

  async function isOverBudget(personId: string): Promise<boolean> {
    const [spent] = await prisma.$queryRaw<{ all: bigint; own: bigint }[]>`
      select coalesce(sum("tokensIn" + "tokensOut"), 0) as all,
        coalesce(sum("tokensIn" + "tokensOut") filter (where "personId" = ${personId}::uuid), 0) as own
      from "ModelCall" where at >= ${vietnamDayStart(now())}`
    return Number(spent?.all ?? 0) >= deps.tokensADay || Number(spent?.own ?? 0) >= deps.tokensAPersonADay
  }

  return {
    abroad: deps.abroad,
    of: (personId) => ({
      async ask(step, inputs, schema) {
        const prompt = prompts.get(step)
        if (prompt === undefined) throw new Error(`there is no prompt for the step ${step}`)
        const started = now().getTime()
        if (started < restUntil) return { status: 'failed', why: 'resting' }
        if (await isOverBudget(personId)) return { status: 'failed', why: 'over_budget' }
        const answer = await llm.ask({
          name: step.replaceAll('-', '_'),
          system: prompt.system,
          user: fillPrompt(prompt, inputs),
          schema,
          timeoutMs: deps.timeoutMs,
        })
        const durationMs = now().getTime() - started
        const status = answer.status === 'answered' ? 'answered' : answer.why
        const { tokensIn, tokensOut } = answer.use
        const row = { step, promptHash: prompt.hash, model: llm.model, personId, status, tokensIn, tokensOut }
        await prisma.modelCall.create({ data: { ...row, durationMs, at: now() } })
        log.info('model.asked', { step, status, ms: durationMs, tokensIn, tokensOut })
        failures = answer.status === 'answered' || answer.why === 'unreadable' ? 0 : failures + 1
        if (failures >= MOST_FAILURES) {
          failures = 0
          restUntil = now().getTime() + REST_MS
          log.error('model.resting', { step, why: status })
        }
        if (answer.status === 'failed') return { status: 'failed', why: answer.why }
        return { status: 'answered', value: answer.value, promptHash: prompt.hash }
      },
    }),
  }
}
