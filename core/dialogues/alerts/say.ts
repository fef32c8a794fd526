import type { Step } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'

/** A sentence, with the place in the dialogue where it leaves the person. */
export const say = <State>(text: string, next: State): Step<State> => ({
  status: 'said',
  say: [{ text: plainText(text) }],
  next,
})

/** The sentence that a dialogue ends with. */
export const end = (text: string): Extract<Step<never>, { status: 'said' }> => ({
  status: 'said',
  say: [{ text: plainText(text) }],
  next: null,
})
