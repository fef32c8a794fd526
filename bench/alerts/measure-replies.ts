import { setTimeout as pause } from 'node:timers/promises'
import type { BenchApp } from './open-app.ts'
import { WEBHOOK_SECRET } from './open-app.ts'
import type { Platforms } from './open-platforms.ts'

const PEOPLE = 9_000_000_000

/** How long people wait for an answer, in milliseconds: from the webhook to the platform's taking the reply. */
export async function measureReplies(
  { app, platforms }: { app: BenchApp; platforms: Platforms },
  { first, count, everyMs }: { first: number; count: number; everyMs: number },
): Promise<number[]> {
  const waits: number[] = []
  for (let number = first; number < first + count; number += 1) {
    const chatId = PEOPLE + number
    const taken = platforms.next(String(chatId))
    const begun = performance.timeOrigin + performance.now()
    await write(app, chatId, number)
    waits.push((await taken) - begun)
    await pause(everyMs)
  }
  return waits
}

async function write(app: BenchApp, chatId: number, number: number): Promise<void> {
  const from = { id: chatId, is_bot: false, first_name: 'A' }
  const chat = { id: chatId, type: 'private', first_name: 'A' }
  const date = Math.floor(Date.now() / 1_000)
  const message = { message_id: number, date, chat, from, text: 'Kế hoạch có mấy nhóm nhiệm vụ?' }
  await fetch(`${app.url}/webhooks/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET },
    body: JSON.stringify({ update_id: number + 1, message }),
  })
}

/** The value below which `share` of them lie. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
