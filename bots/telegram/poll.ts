import type { Update } from 'grammy/types'
import type { Log } from '../../core/log.ts'
import type { Inbound } from '../../core/message.ts'
import { telegramTexts } from '../../core/texts/telegram.ts'
import { type TelegramApi, TelegramError } from './api.ts'
import { UPDATE_KINDS } from './parse.ts'

/** How long Telegram holds a request for updates open when there are none. */
export const HOLD_SECONDS = 30
/** Telegram answers at once only when there is something; whatever else does so must not keep us spinning. */
const EMPTY_MS = 100
const BACK_OFF_MS = [1_000, 2_000, 5_000, 10_000, 30_000]
/** Some 50 seconds: longer than a process that is being replaced needs to end. */
const CONFLICTS_IN_A_ROW = 6

export type PollDeps = {
  api: TelegramApi
  read(update: Update): Promise<Inbound[]>
  wait(ms: number, stop: AbortSignal): Promise<void>
  log: Log
}

/**
 * Long polling (https://core.telegram.org/bots/api#getupdates). Asking with an offset confirms every update below it,
 * so the offset passes an update only when `onInbound` has stored it: what was not stored is asked for again, now or
 * by the next process. Returns when stopped. Throws a sentence for the operator when the token is wrong, a webhook is
 * set, or another program goes on polling; waits out everything else.
 */
export async function pollTelegram(
  onInbound: (message: Inbound) => Promise<void>,
  stop: AbortSignal,
  { api, read, wait, log }: PollDeps,
): Promise<void> {
  let offset = 0
  let failures = 0
  let conflicts = 0
  while (!stop.aborted) {
    try {
      const updates = await api.call((raw, signal) => raw.getUpdates(request(offset), signal), stop)
      conflicts = 0
      for (const update of updates.toSorted((a, b) => a.update_id - b.update_id)) {
        for (const message of await read(update)) await onInbound(message)
        offset = Math.max(offset, update.update_id + 1)
        if (stop.aborted) return
      }
      if (failures > 0) log.info('telegram.poll_recovered', { failures })
      failures = 0
      if (updates.length === 0) await wait(EMPTY_MS, stop)
    } catch (fault) {
      if (stop.aborted) return
      conflicts += isConflict(fault) ? 1 : 0
      throwIfHopeless(fault, conflicts)
      const waitMs = delayAfter(fault, failures)
      failures += 1
      log.warn('telegram.poll_failed', { failures, waitMs, ...describe(fault) })
      await wait(waitMs, stop)
    }
  }
}

const request = (offset: number) => ({ offset, timeout: HOLD_SECONDS, allowed_updates: UPDATE_KINDS })

const isConflict = (fault: unknown) => fault instanceof TelegramError && fault.reason === 'other_poller'

function throwIfHopeless(fault: unknown, conflicts: number): void {
  if (!(fault instanceof TelegramError)) return
  if (fault.reason === 'token') throw new Error(telegramTexts.tokenWrong)
  if (fault.reason === 'webhook_set') throw new Error(telegramTexts.webhookSet)
  if (conflicts >= CONFLICTS_IN_A_ROW) throw new Error(telegramTexts.otherPoller)
}

function delayAfter(fault: unknown, failures: number): number {
  if (fault instanceof TelegramError && fault.retryAfterMs !== undefined) return fault.retryAfterMs
  return BACK_OFF_MS[failures] ?? BACK_OFF_MS.at(-1) ?? 0
}

/** A fault that is not Telegram's comes from storing; its text may hold what a person wrote. */
const describe = (fault: unknown) =>
  fault instanceof TelegramError
    ? { failure: fault.failure, reason: fault.reason }
    : { failure: 'not_stored', fault: fault instanceof Error ? fault.name : typeof fault }
