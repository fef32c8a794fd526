import { z } from 'zod'
import { faultFields, type Log } from '../../core/log.ts'
import type { Channel, Inbound } from '../../core/message.ts'
import { zaloBotTexts } from '../../core/texts/zalo-bot.ts'
import { failureFields, type ZaloBotApi, type ZaloBotFailure, type ZaloBotMethod } from './api.ts'

export type PollDeps = {
  api: ZaloBotApi
  /** What an update says to us: a message, or nothing. */
  read(update: unknown): Inbound[]
  /** Waits about so long, or until `stop`. */
  pause(ms: number, stop: AbortSignal): Promise<void>
  log: Log
}

/** How long the platform holds a read when there is nothing: short, because stopping has to wait for it. */
const READ_S = 5
/** Clients that gave the platform 5 to 20 seconds more than it was asked for met no cut answers. */
const READ_WITHIN_MS = (READ_S + 10) * 1000
const CHECK_WITHIN_MS = 10_000
/** A webhook that is set meanwhile makes every read empty, without an error: about every five minutes we look. */
const READS_BETWEEN_CHECKS = 60
const BACK_OFF_MS = [1_000, 2_000, 5_000, 10_000, 30_000]

const webhookSchema = z.object({ url: z.string() })

/**
 * Reads updates one at a time. Reading removes an update from the platform, so it is given to `onInbound` until that
 * succeeds, before anything else; and a read under way when `stop` comes is waited for, some five seconds, because a
 * cut one may take an update with it. Only an update that cannot be stored before `stop` is given up, with an error in
 * the log. Throws a sentence for the operator when a webhook is set, the token is rejected or the API is not there.
 */
export function createPoll(deps: PollDeps): NonNullable<Channel['poll']> {
  return async (onInbound, stop) => {
    for (let reads = 0; !stop.aborted; reads += 1) {
      if (reads % READS_BETWEEN_CHECKS === 0) await checkWebhook(stop, deps)
      const update = await ask('getUpdates', { timeout: String(READ_S) }, stop, deps)
      if (update === undefined) continue
      for (const message of deps.read(update)) await storeBeforeStop(message, onInbound, stop, deps)
    }
  }
}

async function checkWebhook(stop: AbortSignal, deps: PollDeps): Promise<void> {
  const info = webhookSchema.safeParse(await ask('getWebhookInfo', {}, stop, deps))
  const url = info.data?.url ?? ''
  if (url !== '') throw new Error(zaloBotTexts.webhookIsSet(URL.canParse(url) ? new URL(url).host : '?'))
}

/** Asks until there is an answer. Nothing where there is nothing to say, or `stop` came first. */
async function ask(
  method: ZaloBotMethod,
  params: Record<string, string>,
  stop: AbortSignal,
  { api, pause, log }: PollDeps,
): Promise<unknown> {
  const reading = method === 'getUpdates'
  for (let failures = 0; !stop.aborted; failures += 1) {
    const answer = await api.call(
      method,
      params,
      reading
        ? AbortSignal.timeout(READ_WITHIN_MS)
        : AbortSignal.any([stop, AbortSignal.timeout(CHECK_WITHIN_MS)]),
    )
    if (answer.status === 'ok') {
      if (!reading || !isEmpty(answer.result)) return answer.result
      // Seen in other clients only; should it come at once, it must not become a tight loop.
      await pause(BACK_OFF_MS[0] ?? 0, stop)
      return undefined
    }
    if (reading && isIdle(answer)) return undefined
    throwIfHopeless(method, answer)
    if (stop.aborted) return undefined
    log.warn('zalo_bot.poll_failed', { method, ...failureFields(answer) })
    await pause(backOff(failures), stop)
  }
  return undefined
}

async function storeBeforeStop(
  message: Inbound,
  onInbound: (message: Inbound) => Promise<void>,
  stop: AbortSignal,
  { pause, log }: PollDeps,
): Promise<void> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await onInbound(message)
    } catch (fault) {
      if (stop.aborted) return log.error('zalo_bot.message_lost', { id: message.id, ...faultFields(fault) })
      log.error('zalo_bot.store_failed', { id: message.id, ...faultFields(fault) })
      await pause(backOff(failures), stop)
    }
  }
}

/** The platform's way to say that nobody wrote. */
const isIdle = (answer: ZaloBotFailure) =>
  answer.status === 'failed' && answer.by === 'api' && answer.code === 408

const isEmpty = (result: unknown) =>
  typeof result !== 'object' || result === null || Object.keys(result).length === 0

function throwIfHopeless(method: ZaloBotMethod, answer: ZaloBotFailure): void {
  if (answer.status !== 'failed' || answer.by !== 'api') return
  if (answer.code === 401) throw new Error(zaloBotTexts.tokenRejected)
  if (answer.code === 404) throw new Error(zaloBotTexts.methodUnknown(method))
}

const backOff = (failures: number) => BACK_OFF_MS[Math.min(failures, BACK_OFF_MS.length - 1)] ?? 0
