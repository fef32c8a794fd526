import { checkTelegramMessage } from './check-telegram-message.ts'

type Payload = Record<string, unknown>

/** A document as it arrived in a call. */
export type ArrivedDocument = { name: string; bytes: Uint8Array }

/**
 * The parameters of a call as multipart form data. Files are in `files` by the name they are attached under, as
 * https://core.telegram.org/bots/api#sending-files has it; what is an object was sent as JSON.
 */
export function readTelegramForm(body: Uint8Array, type: string): Payload {
  const boundary = /boundary=([^;]+)/.exec(type)?.[1] ?? ''
  const parts = Buffer.from(body).toString('latin1').split(`--${boundary}`).slice(1, -1)
  const payload: Payload = {}
  const files: Record<string, ArrivedDocument> = {}
  for (const part of parts) {
    const end = part.indexOf('\r\n\r\n')
    const head = Buffer.from(part.slice(0, end), 'latin1').toString('utf8')
    const content = Buffer.from(part.slice(end + 4, -2), 'latin1')
    const name = /[; ]name="([^"]*)"/.exec(head)?.[1] ?? ''
    const fileName = /filename=("?)(.*)\1\r\n/.exec(head)?.[2]
    if (fileName === undefined) payload[name] = parse(content.toString('utf8'))
    else files[name] = { name: fileName, bytes: new Uint8Array(content) }
  }
  return { ...payload, files }
}

/** The document of a `sendDocument`, where it was attached. */
export function documentOf({ document, files }: Payload): ArrivedDocument | undefined {
  const attached = /^attach:\/\/(\w+)$/.exec(String(document))?.[1] ?? ''
  return (files as Record<string, ArrivedDocument> | undefined)?.[attached]
}

/** Why Telegram would refuse a `sendDocument`, in its words, or null (https://core.telegram.org/bots/api#senddocument). */
export function checkTelegramDocument(payload: Payload): string | null {
  const file = documentOf(payload)
  if (file === undefined) return 'Bad Request: there is no document in the request'
  if (file.bytes.length === 0) return 'Bad Request: file must be non-empty'
  const { caption = '', caption_entities: entities = [], chat_id, reply_markup } = payload
  if ([...String(caption)].length > 1024) return 'Bad Request: message caption is too long'
  const text = caption === '' ? 'x' : String(caption)
  return checkTelegramMessage({
    chat_id: String(chat_id),
    text,
    entities,
    ...(reply_markup ? { reply_markup } : {}),
  })
}

function parse(text: string): unknown {
  if (!/^[[{]/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
