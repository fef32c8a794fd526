import type { RawApi } from 'grammy/web'
import type { FileContent } from '../../core/message.ts'
import { type GrammySignal, type TelegramApi, TelegramError, toInputFile } from './api.ts'
import type { TelegramMessage } from './render.ts'

/** Telegram asks for a second or two when a chat gets its parts too fast; a longer wait is the lane's to make. */
const LONGEST_WAIT_MS = 5_000
const TRIES_A_PART = 3
const NETWORK_WAIT_MS = 1_000

/**
 * Sends the parts of one reply in order and returns the id of the last. Throws only `TelegramError`.
 *
 * Once a first part has arrived the reply is neither sent nor unsent. A later part that Telegram did not take for now,
 * or that never left, is tried again on the spot, since sending the whole again would repeat what was read. When that
 * does not help the failure is `unknown`: a part of the reply arrived, and the caller's rule for doubt applies.
 * `blocked` and `refused` stay what they are, because repeating helps neither.
 */
export async function sendParts(
  chatId: string,
  parts: TelegramMessage[],
  deps: {
    api: TelegramApi
    signal: AbortSignal
    wait(ms: number, signal: AbortSignal): Promise<void>
    /** What the part that carries it takes along. */
    file?: FileContent | undefined
  },
): Promise<{ messageId: string }> {
  let chat = chatId
  let messageId = ''
  for (const [at, part] of parts.entries()) {
    try {
      ;({ messageId, chat } = await sendPart(chat, part, at > 0 ? TRIES_A_PART : 1, deps))
    } catch (fault) {
      if (at > 0 && fault instanceof TelegramError && ['busy', 'network'].includes(fault.failure)) {
        throw new TelegramError(
          'unknown',
          `part ${at + 1} of ${parts.length} did not arrive: ${fault.message}`,
        )
      }
      throw fault
    }
  }
  return { messageId }
}

type Deps = Parameters<typeof sendParts>[2]

async function sendPart(
  chatId: string,
  part: TelegramMessage,
  tries: number,
  deps: Deps,
): Promise<{ messageId: string; chat: string }> {
  try {
    const sent = await deps.api.call(
      (raw, signal) => sendTo(chatId, part, { raw, signal, file: deps.file }),
      deps.signal,
    )
    return { messageId: String(sent.message_id), chat: chatId }
  } catch (fault) {
    if (!(fault instanceof TelegramError)) throw fault
    if (fault.migratedTo !== undefined && fault.migratedTo !== chatId) {
      return sendPart(fault.migratedTo, part, tries, deps)
    }
    const waitMs = waitBefore(fault)
    if (tries <= 1 || waitMs === null) throw fault
    await deps.wait(waitMs, deps.signal)
    return sendPart(chatId, part, tries - 1, deps)
  }
}

function sendTo(
  chatId: string,
  { carries, ...message }: TelegramMessage,
  { raw, signal, file }: { raw: RawApi; signal: GrammySignal; file: FileContent | undefined },
): Promise<{ message_id: number }> {
  if (!carries || !file) return raw.sendMessage({ chat_id: chatId, ...message }, signal)
  const { text: caption, entities: caption_entities, reply_markup } = message
  const document = toInputFile(file)
  const buttons = reply_markup && { reply_markup }
  return raw.sendDocument({ chat_id: chatId, document, caption, caption_entities, ...buttons }, signal)
}

function waitBefore({ failure, retryAfterMs }: TelegramError): number | null {
  if (failure === 'network') return NETWORK_WAIT_MS
  return failure === 'busy' && retryAfterMs !== undefined && retryAfterMs <= LONGEST_WAIT_MS
    ? retryAfterMs
    : null
}
