import type { Choice, FormattedText } from '../message.ts'
import type { RefusalStatus } from './routes.ts'

/** How a question ended; the prefix groups: `answered*`, `refused_*`, `error_*`. */
export type AnswerStatus =
  | 'answered'
  | 'answered_partly'
  | 'clarify'
  | 'small_talk'
  | 'help'
  | 'no_source'
  | 'handed_over'
  | RefusalStatus
  | 'refused_secret'
  | 'refused_injection'
  | 'error_empty'
  | 'error_too_long'

export type Citation = { title: string; section: string; publisher: string; date: string; url?: string }

/**
 * What is said to one question. `alternatives`: for `clarify` the readings to choose from, for `no_source` and for the
 * nearest section shown as `answered_partly` the other near ones; a choice is `section:<id>`, so that picking it needs
 * nothing of what was typed. `passageIds`: the evidence.
 */
export type Answer = {
  status: AnswerStatus
  text: FormattedText
  sources: Citation[]
  alternatives: Choice[]
  passageIds: string[]
}
