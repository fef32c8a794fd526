import type { Choice } from './message.ts'
import { fold, normalise } from './vietnamese.ts'

const NUMBER_WORDS: Record<string, number> = {
  mot: 1,
  nhat: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
}

const LEADING_WORDS = /^(?:chon|so|cau|muc|y|phuong an|lua chon|dap an|thu|cai)\s+(?:so\s+|thu\s+)?/
const TRAILING_WORDS = /\s+(?:a|nha|nhe|di|em|ad|ban|thoi|ha|nhi)$/

/**
 * What a person means who answers a question with choices: a tapped id, a number ("2", "số 2", "hai"), or the label
 * with or without diacritics. Returns the choice's id, or null when the text answers none of them.
 */
export function resolveChoice(answer: { text: string; choice?: string }, choices: Choice[]): string | null {
  if (answer.choice !== undefined) return choices.find((choice) => choice.id === answer.choice)?.id ?? null
  const said = plain(answer.text)
  if (said === '') return null
  const byId = choices.find((choice) => choice.id === answer.text.trim())
  const bare = said.replace(TRAILING_WORDS, '')
  const byLabel = choices.find((choice) => [said, bare].includes(plain(choice.label)))
  const found = byId ?? byLabel ?? choices[numberOf(bare) - 1]
  return found?.id ?? null
}

function plain(text: string): string {
  return fold(normalise(text.slice(0, 200)))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function numberOf(said: string): number {
  const number = said.replace(LEADING_WORDS, '')
  return /^\d{1,2}$/.test(number) ? Number(number) : (NUMBER_WORDS[number] ?? 0)
}
