import type { DialogueContext, Effects, SavedDialogue, Step } from './dialogue.ts'
import { repeatQuestion } from './dialogues/go-on.ts'
import { handoverDialogue } from './dialogues/handover.ts'
import { DIALOGUES } from './dialogues/list.ts'
import type { Reply } from './message.ts'
import type { Conversation, Evidence } from './turn.ts'

/** What a message leads to: what is said, and where the person stands then. */
export type Outcome = {
  say: Reply[]
  dialogue: SavedDialogue | null
  shelved?: SavedDialogue[]
  effects?: Effects
  evidence?: Evidence
}

/** A dialogue's step as what the message leads to. */
export function began(step: Step<SavedDialogue>, before: Conversation): Outcome {
  if (step.status === 'not_for_me') return { say: [], dialogue: before.dialogue }
  return { say: step.say, dialogue: step.next, ...(step.effects && { effects: step.effects }) }
}

/** Begins to take down a question for the staff: whatever is in hand waits for its end. */
export async function handOver(before: Conversation, context: DialogueContext): Promise<Outcome> {
  const { dialogue, ...outcome } = began(await handoverDialogue.start(context), before)
  return { ...outcome, dialogue: dialogue && putOver(dialogue, chainOf(before.dialogue)) }
}

/** The begin of a dialogue in the middle of another; where nothing comes of it, what waits is gone on with at once. */
export async function beganBeside(
  step: Step<SavedDialogue>,
  before: Conversation,
  context: DialogueContext,
): Promise<Outcome> {
  const outcome = began(step, before)
  if (outcome.dialogue !== null) return { ...outcome, dialogue: keepWaiting(outcome.dialogue, before) }
  const waiting = await repeatQuestion({ ...before, dialogue: waitingIn(before), context })
  return { ...outcome, dialogue: waiting.dialogue, say: [...outcome.say, ...waiting.say] }
}

/** A dialogue begun in the middle of others, with those of them below it that are to be taken up again. */
export const keepWaiting = (begun: SavedDialogue, before: Conversation): SavedDialogue =>
  putOver(begun, chainOf(before.dialogue).filter(waits))

/** What is in hand, as far as it is to be taken up again. */
function waitingIn({ dialogue }: Conversation): SavedDialogue | null {
  const [first, ...more] = chainOf(dialogue).filter(waits)
  return first === undefined ? null : putOver(first, more)
}

const waits = (saved: SavedDialogue): boolean =>
  DIALOGUES.some((dialogue) => dialogue.waits && dialogue.name === saved.name)

/** Each dialogue is there once: begun once more, it waits for the same as before. */
function putOver(begun: SavedDialogue, below: readonly SavedDialogue[]): SavedDialogue {
  const others = below.filter(({ name }) => name !== begun.name)
  const over = others.reduceRight<SavedDialogue | undefined>(stack, undefined)
  return stack(over, begun)
}

const stack = (over: SavedDialogue | undefined, top: SavedDialogue): SavedDialogue =>
  over ? { ...top, over } : top

/** A dialogue and those below it, each by itself, the uppermost first. */
function chainOf(saved: SavedDialogue | null | undefined): SavedDialogue[] {
  if (!saved) return []
  const { over, ...alone } = saved
  return [alone, ...chainOf(over)]
}
