import type { DialogueContext, Effects, SavedDialogue } from '../dialogue.ts'
import { plainText } from '../formatted-text.ts'
import type { Reply } from '../message.ts'
import { conversation } from '../texts/conversation.ts'
import { linking } from '../texts/linking.ts'
import { DIALOGUES } from './list.ts'

/** Where a person stands in what they have begun: in one dialogue, with others put aside, the newest first. */
export type Begun = { dialogue: SavedDialogue | null; shelved: SavedDialogue[] }

/** The same, with what a dialogue needs to say its question again. */
export type GoingOn = Begun & { context: DialogueContext }

/** What is said beside a dialogue, and where the person stands after it. */
export type Aside = Begun & { say: Reply[]; effects?: Effects }

/** Says something in passing, then repeats the question that the person's dialogue waits with. */
export async function aside(text: string, begun: GoingOn, effects?: Effects): Promise<Aside> {
  const waiting = await repeatQuestion(begun)
  return { ...waiting, say: [{ text: plainText(text) }, ...waiting.say], ...(effects && { effects }) }
}

/** The question that the person's dialogue waits with. A dialogue that is outdated by now is ended, and that is said. */
export async function repeatQuestion({ dialogue, shelved, context }: GoingOn): Promise<Aside> {
  if (dialogue === null) return { say: [], dialogue, shelved }
  const say = await DIALOGUES.find(({ name }) => name === dialogue.name)?.ask(dialogue, context)
  if (say) return { say, dialogue, shelved }
  return { say: [{ text: plainText(conversation.dialogueOutdated) }], dialogue: null, shelved }
}

/** Takes up what was put aside, and puts aside what is in hand: the same command again leads back. */
export async function resumeOther(begun: GoingOn): Promise<Aside> {
  const { dialogue, shelved, context } = begun
  const [next, ...rest] = shelved
  if (next === undefined) return aside(linking.nothingShelved, begun)
  const put = dialogue === null ? rest : [...rest, dialogue]
  return aside(linking.resumed(titleOf(next)), { dialogue: next, shelved: put, context })
}

/** What a dialogue is about, as a person would call it. */
export function titleOf(saved: SavedDialogue): string {
  return DIALOGUES.find(({ name }) => name === saved.name)?.title ?? saved.name
}
