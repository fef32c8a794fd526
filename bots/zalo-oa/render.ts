import { joinTexts, plainText } from '../../core/formatted-text.ts'
import type { Choice, FormattedText, Reply } from '../../core/message.ts'
import { splitText } from '../../core/split-text.ts'
import { zaloOaTexts } from '../../core/texts/zalo-oa.ts'
import { writeOutLinks } from '../../core/write-out-links.ts'
import { writePress } from './press.ts'

/** In UTF-16 code units. A longer text is refused with -210, not cut. */
export const MAX_TEXT = 2000
/** Zalo's appendix on the structure of buttons. */
export const MAX_BUTTONS = 5
export const MAX_TITLE = 100

export type Message = {
  text: string
  attachment?: { type: 'template'; payload: { buttons: Button[] } }
}

type Button = { title: string; type: 'oa.query.show'; payload: string }

/**
 * A reply as consultation messages, in order, none for a reply without text. The Official Account shows plain text: the
 * addresses of links are written out, other formatting is left out. Choices become buttons on the last message when
 * there are at most `MAX_BUTTONS` and every numbered title is short enough; otherwise a numbered list in the text, in
 * one piece where it fits.
 */
export function renderMessages({ text, choices = [] }: Reply): Message[] {
  const titles = choices.map(({ label }, at) => `${at + 1}. ${label}`)
  const asButtons = choices.length <= MAX_BUTTONS && titles.every((title) => title.length <= MAX_TITLE)
  const body = splitText(writeOutLinks(text), MAX_TEXT)
  const parts = (asButtons ? body : addList(body, titles)).filter((part) => part.text.trim() !== '')
  return parts.map((part, at) => ({
    text: part.text,
    ...(asButtons && choices.length > 0 && at === parts.length - 1 && { attachment: template(choices) }),
  }))
}

function addList(body: FormattedText[], titles: string[]): FormattedText[] {
  const list = plainText([...titles, '', zaloOaTexts.typeNumber].join('\n'))
  const last = joinTexts([...body.slice(-1), list])
  if (last.text.length <= MAX_TEXT) return [...body.slice(0, -1), last]
  return [...body, ...splitText(list, MAX_TEXT)]
}

const template = (choices: Choice[]): NonNullable<Message['attachment']> => ({
  type: 'template',
  payload: { buttons: choices.map((choice, at) => button(choice, at + 1)) },
})

const button = ({ id, label }: Choice, number: number): Button => ({
  title: `${number}. ${label}`,
  type: 'oa.query.show',
  payload: writePress(number, id),
})
