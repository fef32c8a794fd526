import { z } from 'zod'

const schema = z.object({
  chat_id: z.union([z.string().regex(/^-?\d+$/), z.int()]),
  text: z.string(),
  entities: z.array(z.looseObject({ type: z.string(), offset: z.int(), length: z.int() })).default([]),
  reply_markup: z
    .object({ inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string() }))) })
    .optional(),
})

/** Why Telegram would refuse a `sendMessage`, in its words, or null (https://core.telegram.org/bots/api#sendmessage). */
export function checkTelegramMessage(payload: unknown): string | null {
  const parsed = schema.safeParse(payload)
  if (!parsed.success) return 'Bad Request: parameters are wrong'
  const { text, entities, reply_markup } = parsed.data
  if (text.trim() === '') return 'Bad Request: message text is empty'
  if ([...text].length > 4096) return 'Bad Request: message is too long'
  if (!text.isWellFormed()) return 'Bad Request: strings must be encoded in UTF-8'
  for (const { offset, length } of entities) {
    if (offset < 0 || length <= 0) return 'Bad Request: entity bounds are invalid'
    if (offset + length > text.length) return 'Bad Request: entity ends after the end of the text'
    if (!text.slice(offset, offset + length).isWellFormed()) return 'Bad Request: entity cuts a UTF-16 symbol'
  }
  for (const button of reply_markup?.inline_keyboard.flat() ?? []) {
    const bytes = Buffer.byteLength(button.callback_data)
    if (bytes < 1 || bytes > 64 || button.text === '') return 'Bad Request: BUTTON_DATA_INVALID'
  }
  return null
}
