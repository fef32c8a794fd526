import type { InlineKeyboardMarkup, LinkPreviewOptions, MessageEntity } from 'grammy/types'
import type { Choice, FormattedText, Reply, Run } from '../../core/message.ts'
import { splitText } from '../../core/split-text.ts'

/** One call of `sendMessage`, but for the chat; of `sendDocument`, the text as its caption, where it `carries` the file. */
export type TelegramMessage = {
  carries?: true
  text: string
  entities: MessageEntity[]
  link_preview_options: LinkPreviewOptions
  reply_markup?: InlineKeyboardMarkup
}

/** https://core.telegram.org/bots/api#sendmessage: 1-4096 characters; a UTF-16 unit is never more than one of them. */
export const MAX_TEXT = 4096
/** https://core.telegram.org/bots/api#senddocument: 0-1024 characters. */
export const MAX_CAPTION = 1024

/**
 * A reply as the messages that carry it: cut where it is too long, runs as entities, choices numbered in the text and
 * as buttons under the last part, each sending back the id of its choice. A file comes with the last part, which is
 * then no longer than a caption. Pure.
 */
export function renderTelegram({ text, choices = [] }: Reply, withFile = false): TelegramMessage[] {
  const whole = withNumbers(text, choices)
  const parts = withFile ? splitForCaption(whole) : splitText(whole, MAX_TEXT)
  return parts.map((part, at) => ({
    ...(withFile && at === parts.length - 1 && { carries: true as const }),
    text: part.text,
    entities: part.runs.flatMap((run) => toEntity(run, part.text.length)),
    link_preview_options: { is_disabled: true },
    ...(at === parts.length - 1 && choices.length > 0 && { reply_markup: toKeyboard(choices) }),
  }))
}

/** One message where the text fits under the file; otherwise the text as it is, and the file with its last piece. */
function splitForCaption(whole: FormattedText): FormattedText[] {
  if (whole.text.length <= MAX_CAPTION) return [whole]
  const parts = splitText(whole, MAX_TEXT)
  const last = parts.at(-1) ?? whole
  return [...parts.slice(0, -1), ...splitText(last, MAX_CAPTION)]
}

/** A button cuts a long label off, and typing the number must always work: the text lists them too. */
function withNumbers({ text, runs }: FormattedText, choices: Choice[]): FormattedText {
  if (choices.length === 0) return { text, runs }
  return { text: `${text}\n\n${choices.map(numbered).join('\n')}`, runs }
}

const toKeyboard = (choices: Choice[]): InlineKeyboardMarkup => ({
  inline_keyboard: choices.map((choice, at) => [{ text: numbered(choice, at), callback_data: choice.id }]),
})

const numbered = (choice: Choice, at: number) => `${at + 1}. ${choice.label}`

/** Offsets and lengths are counted in UTF-16 units by Telegram as by us. */
function toEntity(run: Run, textLength: number): MessageEntity[] {
  const offset = Math.max(run.start, 0)
  const length = Math.min(run.start + run.length, textLength) - offset
  if (length <= 0) return []
  if (run.style === 'bold') return [{ type: 'bold', offset, length }]
  if (run.style === 'quote') return [{ type: 'blockquote', offset, length }]
  return isWebLink(run.url) ? [{ type: 'text_link', offset, length, url: run.url }] : []
}

const isWebLink = (url: string | undefined): url is string =>
  url !== undefined && URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)
