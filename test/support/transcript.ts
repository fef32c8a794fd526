import { linking } from '../../core/texts/linking.ts'
import { vietnamDateTime } from '../../core/vietnam-time.ts'

/** Somebody of a story on one of their channels: the same name on another channel is the same human being. */
export type Figure = { name: string; on: 'zalo-bot' | 'telegram' }

export type Heard = Figure & { text: string }

/** Writes a conversation down as Markdown: who said what and where, and what each phone showed, message by message. */
export function createTranscript() {
  const lines: string[] = []
  /** Whose turn the reader has in mind. */
  let speaker = ''

  const paragraph = (text: string) => lines.push(text, '')
  return {
    chapter(title: string): void {
      speaker = ''
      paragraph(`## ${title}`)
    },
    tell(text: string): void {
      speaker = ''
      paragraph(`*${text}*`)
    },
    nobodySpeaks(): void {
      speaker = ''
    },
    said(figure: Figure, text: string, at: Date): void {
      speaker = nameOf(figure)
      paragraph(`**${speaker}**, ${vietnamDateTime(at)}: ${plain(text)}`)
    },
    heard(message: Heard): void {
      if (nameOf(message) !== speaker) paragraph(`**→ ${nameOf(message)}**`)
      speaker = nameOf(message)
      paragraph(message.text.replaceAll(SIGNED, '$1…').split('\n').map(quoted).join('\n'))
    },
    markdown: (heading: string) => `${heading}\n\n${lines.join('\n').trimEnd()}\n`,
  }
}

const nameOf = ({ name, on }: Figure) => `${name} (${linking.channels[on]})`

/** What is signed in a link is another in every run. */
const SIGNED = /(\/(?:files|upload)\/)[\w.?=&-]+/g

/** A line of a message; the two spaces keep its end. */
const quoted = (line: string) => (line.trim() === '' ? '>' : `> ${plain(line)}  `)

/** What Markdown would read as markup. */
const plain = (text: string) => text.replace(/[*_`<\\]/g, '\\$&').replace(/^([-#>])/, '\\$1')
