import { findCommand } from './commands.ts'
import type { DialogueContext, Effects, Said, SavedDialogue, Step } from './dialogue.ts'
import { consentDialogue, consentOffer, withdrawConsents } from './dialogues/consent.ts'
import { handoverDialogue, takeDown } from './dialogues/handover.ts'
import { DIALOGUES } from './dialogues/list.ts'
import { plainText } from './formatted-text.ts'
import { type Answer, answerQuestion, answerSection } from './knowledge/answer-question.ts'
import type { Knowledge } from './knowledge/build-knowledge.ts'
import type { Choice, Reply } from './message.ts'
import { resolveChoice } from './resolve-choice.ts'
import { conversation } from './texts/conversation.ts'

/** One stored message: its text with personal numbers masked, and the kinds of what was found in it. */
export type Heard = { text: string; choice?: string; flags: string[] }

/** What is known of the person before the message. */
export type Conversation = {
  dialogue: SavedDialogue | null
  /** The choices of the last question put to the person. */
  prompt: Choice[]
  introduced: boolean
  consentOffered: boolean
  /** The person's last question, where its text was kept with their consent. */
  keptQuestion: string | null
}

export type Evidence = { status: string; passageIds: string[] }

/** What one message leads to: written and sent in one transaction. */
export type Turn = {
  replies: Reply[]
  dialogue: SavedDialogue | null
  prompt: Choice[]
  introduced: boolean
  consentOffered: boolean
  effects: Effects
  evidence: Evidence | null
}

export type HandleDeps = {
  knowledge: Knowledge
  context: DialogueContext
  operatorName: string
  now: () => Date
}

type Outcome = {
  say: Reply[]
  dialogue: SavedDialogue | null
  effects?: Effects
  evidence?: Evidence
}

/**
 * Decides what one message of a person leads to. Reads nothing and writes nothing: everything it needs is in the
 * arguments, everything it wants is in the `Turn`.
 */
export async function handle(heard: Heard, before: Conversation, deps: HandleDeps): Promise<Turn> {
  const outcome = (isSecret(heard) ? null : recognised(heard, before, deps)) ?? (await answer(heard, deps))

  const introducing = !before.introduced
  const replies = introducing
    ? [introduction(deps), ...outcome.say.filter((reply) => !isIntroduction(reply, deps))]
    : outcome.say
  const asksSomething = outcome.dialogue !== null || replies.some((reply) => reply.choices !== undefined)
  const offering = !before.consentOffered && !asksSomething
  const said = offering ? [...replies, consentOffer] : replies
  return {
    replies: said,
    dialogue: outcome.dialogue,
    prompt: said.at(-1)?.choices ?? [],
    introduced: true,
    consentOffered: before.consentOffered || offering,
    effects: outcome.effects ?? {},
    evidence: outcome.evidence ?? null,
  }
}

/** A marked text takes part in no dialogue: it must not become an answer in a form. */
const isSecret = (heard: Heard) => heard.flags.includes('state_secret')

const recognised = (heard: Heard, before: Conversation, deps: HandleDeps): Outcome | null =>
  command(heard, before, deps) ?? continueDialogue(heard, before, deps) ?? pickChoice(heard, before, deps)

function command(heard: Heard, before: Conversation, deps: HandleDeps): Outcome | null {
  switch (findCommand(heard.text)) {
    case 'introduce':
      return { say: [introduction(deps)], dialogue: before.dialogue }
    case 'choose_consents':
      return began(consentDialogue.start(deps.context), before)
    case 'withdraw_consents':
      return { ...withdrawConsents(deps.context), dialogue: null }
    case 'hand_over':
      return began(handoverDialogue.start(deps.context), before)
    case 'cancel':
      return {
        say: [{ text: plainText(before.dialogue ? conversation.cancelled : conversation.nothingToCancel) }],
        dialogue: null,
      }
    default:
      return null
  }
}

function continueDialogue(heard: Heard, before: Conversation, deps: HandleDeps): Outcome | null {
  const saved = before.dialogue
  if (saved === null) return null
  const dialogue = DIALOGUES.find(({ name }) => name === saved.name)
  const step = dialogue?.resume(saved, saidOf(heard, before), deps.context)
  if (!step) return { say: [{ text: plainText(conversation.dialogueOutdated) }], dialogue: null }
  return step.status === 'said' ? began(step, before) : null
}

function pickChoice(heard: Heard, before: Conversation, deps: HandleDeps): Outcome | null {
  const { choice } = saidOf(heard, before)
  if (choice === null) {
    if (heard.choice === undefined) return null
    return { say: [{ text: plainText(conversation.choiceClosed) }], dialogue: null }
  }
  if (choice === 'consent:start') return began(consentDialogue.start(deps.context), before)
  if (choice === 'consent:later')
    return { say: [{ text: plainText(conversation.consentLater) }], dialogue: null }
  if (choice === HAND_OVER.id) {
    if (before.keptQuestion === null) return began(handoverDialogue.start(deps.context), before)
    return { ...takeDown(before.keptQuestion, 'no_source', deps.context), dialogue: null }
  }
  if (choice.startsWith('section:')) return spoken(answerSection(choice.slice('section:'.length), deps))
  return null
}

async function answer(heard: Heard, deps: HandleDeps): Promise<Outcome> {
  return spoken(await answerQuestion(heard.text, deps))
}

const HAND_OVER: Choice = { id: 'handover', label: conversation.handoverChoice }

function spoken(found: Answer): Outcome {
  const choices = found.status === 'no_source' ? [...found.alternatives, HAND_OVER] : found.alternatives
  return {
    say: [{ text: found.text, ...(choices.length > 0 && { choices }) }],
    dialogue: null,
    evidence: { status: found.status, passageIds: found.passageIds },
  }
}

function began(step: Step<SavedDialogue>, before: Conversation): Outcome {
  if (step.status === 'not_for_me') return { say: [], dialogue: before.dialogue }
  return { say: step.say, dialogue: step.next, ...(step.effects && { effects: step.effects }) }
}

const saidOf = (heard: Heard, before: Conversation): Said => ({
  text: heard.text,
  choice: resolveChoice(
    { text: heard.text, ...(heard.choice !== undefined && { choice: heard.choice }) },
    before.prompt,
  ),
})

const introduction = (deps: HandleDeps): Reply => ({
  text: plainText(conversation.introduction(deps.operatorName)),
})

const isIntroduction = (reply: Reply, deps: HandleDeps) =>
  reply.text.text === conversation.introduction(deps.operatorName)
