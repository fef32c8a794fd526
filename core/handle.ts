import { findCommand } from './commands.ts'
import type { DialogueContext, Effects, SavedDialogue, Step } from './dialogue.ts'
import { consentDialogue, consentOffer, withdrawConsents } from './dialogues/consent.ts'
import { repeatQuestion, resumeOther } from './dialogues/go-on.ts'
import { handoverDialogue, takeDown } from './dialogues/handover.ts'
import { inviteDialogue } from './dialogues/invite.ts'
import { answerLinkCode, askToPart, chooseLinking, giveLinkCode } from './dialogues/link-channel.ts'
import { DIALOGUES } from './dialogues/list.ts'
import { askPreferredChannel, choosePreferredChannel } from './dialogues/preferred-channel.ts'
import { redeem } from './dialogues/redeem.ts'
import { joinTexts, plainText } from './formatted-text.ts'
import { type Answer, answerQuestion, answerSection } from './knowledge/answer-question.ts'
import type { Knowledge } from './knowledge/build-knowledge.ts'
import type { Choice, Reply } from './message.ts'
import { buttonIds, type Prompt, type Resolved, resolveChoice } from './resolve-choice.ts'
import { conversation } from './texts/conversation.ts'
import type { Conversation, Evidence, Heard, Turn } from './turn.ts'

export type HandleDeps = {
  knowledge: Knowledge
  context: DialogueContext
  operatorName: string
  newPromptId: () => string
  newLinkCode: () => string
  now: () => Date
}

type Outcome = {
  say: Reply[]
  dialogue: SavedDialogue | null
  shelved?: SavedDialogue[]
  effects?: Effects
  evidence?: Evidence
}

/**
 * Decides what one message of a person leads to. Reads nothing and writes nothing: everything it needs is in the
 * arguments, everything it wants is in the `Turn`.
 */
export async function handle(heard: Heard, before: Conversation, deps: HandleDeps): Promise<Turn> {
  if (heard.group) return inGroup(heard, before, deps)
  const resolved = resolveChoice(heard, before.prompt)
  const step = before.dialogue && resumeDialogue(before.dialogue, heard, resolved, deps)
  const situation = { heard, before, resolved, step, deps }
  const outcome = (isSecret(heard) ? null : recognised(situation)) ?? (await answer(situation))

  const replies = before.introduced
    ? outcome.say
    : [introduction(deps), ...outcome.say.filter((reply) => !isIntroduction(reply, deps))]
  const asksSomething = outcome.dialogue !== null || replies.some((reply) => reply.choices !== undefined)
  // Whose accounts or roles change just now is told that, and nothing else.
  const changesPerson = outcome.effects?.accounts !== undefined || outcome.effects?.redeem !== undefined
  const offering = !before.consentOffered && !asksSomething && !changesPerson
  return {
    ...ask(offering ? [...replies, consentOffer] : replies, before, deps),
    dialogue: outcome.dialogue,
    shelved: outcome.shelved ?? before.shelved,
    introduced: true,
    consentOffered: before.consentOffered || offering || outcome.dialogue?.name === consentDialogue.name,
    effects: outcome.effects ?? {},
    evidence: outcome.evidence ?? null,
  }
}

/** In a group: a general answer for everybody, nothing personal, and nothing of the person's own conversation changes. */
async function inGroup(heard: Heard, before: Conversation, deps: HandleDeps): Promise<Turn> {
  const unchanged = { ...before, effects: {} }
  if (heard.attachment && heard.text.trim() === '') return { ...unchanged, replies: [], evidence: null }
  const { status, text, alternatives, passageIds } = await answerQuestion(heard.text, deps)
  // A list to choose from belongs to one person.
  const isList = alternatives.length > 0 && status !== 'answered_partly'
  const said = isList ? plainText(conversation.groupNotFound) : joinTexts([text, INVITATION])
  return { ...unchanged, replies: [{ text: said }], evidence: { status, passageIds } }
}

const INVITATION = plainText(conversation.groupInvitation)

/** Gives the buttons of the last question ids that are short and end with it; without a question, closes the one before. */
function ask(replies: Reply[], before: Conversation, deps: HandleDeps): Pick<Turn, 'replies' | 'prompt'> {
  const choices = replies.at(-1)?.choices
  if (choices === undefined) {
    return { replies, prompt: before.prompt && { ...before.prompt, closed: true } }
  }
  const prompt: Prompt = { id: deps.newPromptId(), choices, closed: false }
  const asked = replies.map((reply) =>
    reply.choices === choices ? { ...reply, choices: buttonIds(prompt) } : reply,
  )
  return { replies: asked, prompt }
}

/** A marked text takes part in no dialogue: it must not become an answer in a form. */
const isSecret = (heard: Heard) => heard.flags.includes('state_secret')

type Situation = {
  heard: Heard
  before: Conversation
  resolved: Resolved
  /** What the dialogue in hand makes of it; null without one, and where the saved one cannot be read any more. */
  step: Step<SavedDialogue> | null
  deps: HandleDeps
}

const recognised = (situation: Situation): Outcome | null =>
  oldButton(situation) ??
  typedCode(situation) ??
  command(situation) ??
  besideDialogue(situation) ??
  continueDialogue(situation) ??
  pickChoice(situation) ??
  attachmentOnly(situation)

function oldButton({ heard, before, resolved }: Situation): Outcome | null {
  if (heard.choice === undefined || resolved.status !== 'closed') return null
  return { say: [{ text: plainText(conversation.choiceClosed) }], dialogue: before.dialogue }
}

function typedCode({ heard, before, deps }: Situation): Outcome | null {
  if (before.linkCode) return answerLinkCode(before.linkCode, { ...before, context: deps.context })
  const invited = heard.choice === undefined ? redeem(heard.text) : null
  return invited && { ...invited, say: [], dialogue: before.dialogue }
}

function command({ heard, before, deps }: Situation): Outcome | null {
  const standing = { ...before, context: deps.context }
  switch (findCommand(heard.text)) {
    case 'introduce': {
      const waiting = repeatQuestion(standing)
      return { ...waiting, say: [introduction(deps), ...waiting.say] }
    }
    case 'choose_consents':
      return began(consentDialogue.start(deps.context), before)
    case 'withdraw_consents':
      return { ...withdrawConsents(deps.context), dialogue: null }
    case 'hand_over':
      return began(handoverDialogue.start(deps.context), before)
    case 'link':
      return giveLinkCode(standing, deps.newLinkCode())
    case 'unlink':
      return askToPart(standing)
    case 'choose_channel':
      return askPreferredChannel(standing)
    case 'resume_other':
      return resumeOther(standing)
    case 'invite':
      return began(inviteDialogue.start(deps.context), before)
    case 'cancel':
      return {
        say: [{ text: plainText(before.dialogue ? conversation.cancelled : conversation.nothingToCancel) }],
        dialogue: null,
      }
    default:
      return null
  }
}

/** Questions asked beside a dialogue: their answers are none of the dialogue's. */
function besideDialogue({ before, resolved, deps }: Situation): Outcome | null {
  const choice = chosenId(resolved)
  const standing = { ...before, context: deps.context }
  return choice === null
    ? null
    : (chooseLinking(choice, standing) ?? choosePreferredChannel(choice, standing))
}

function continueDialogue({ before, step }: Situation): Outcome | null {
  if (before.dialogue === null) return null
  if (step === null) return { say: [{ text: plainText(conversation.dialogueOutdated) }], dialogue: null }
  return step.status === 'said' ? began(step, before) : null
}

function resumeDialogue(saved: SavedDialogue, heard: Heard, resolved: Resolved, deps: HandleDeps) {
  const dialogue = DIALOGUES.find(({ name }) => name === saved.name)
  return dialogue?.resume(saved, { text: heard.text, choice: chosenId(resolved) }, deps.context) ?? null
}

function pickChoice(situation: Situation): Outcome | null {
  const { before, resolved, deps } = situation
  if (resolved.status === 'closed')
    return { say: [{ text: plainText(conversation.choiceClosed) }], dialogue: null }
  const choice = chosenId(resolved)
  if (choice === null) return null
  if (choice === 'consent:start') return began(consentDialogue.start(deps.context), before)
  if (choice === 'consent:later')
    return { say: [{ text: plainText(conversation.consentLater) }], dialogue: null }
  if (choice === HAND_OVER.id) {
    if (before.keptQuestion === null) return began(handoverDialogue.start(deps.context), before)
    return { ...takeDown(before.keptQuestion, 'no_source', deps.context), dialogue: null }
  }
  if (choice.startsWith('section:'))
    return spoken(answerSection(choice.slice('section:'.length), deps), situation)
  return null
}

/** Nothing but a file, a picture or a voice message: we say what we can do with it, and never ask why. */
function attachmentOnly({ heard }: Situation): Outcome | null {
  if (heard.attachment === undefined || heard.text.trim() !== '') return null
  return { say: [{ text: plainText(conversation.attachments[heard.attachment]) }], dialogue: null }
}

async function answer(situation: Situation): Promise<Outcome> {
  return spoken(await answerQuestion(situation.heard.text, situation.deps), situation)
}

const HAND_OVER: Choice = { id: 'handover', label: conversation.handoverChoice }

/** An answer; a dialogue that it interrupts waits, and its question is put again where the answer asks nothing. */
function spoken(found: Answer, situation: Situation): Outcome {
  const nearest = found.status === 'answered_partly' && found.alternatives.length > 0
  const offersPerson = found.status === 'no_source' || nearest
  const choices = offersPerson ? [...found.alternatives, HAND_OVER] : found.alternatives
  const evidence = { status: found.status, passageIds: found.passageIds }
  const { before, step, deps } = situation
  const dialogue = step?.status === 'not_for_me' ? step.next : null
  if (choices.length > 0) return { say: [{ text: found.text, choices }], dialogue, evidence }
  const waiting = repeatQuestion({ dialogue, shelved: before.shelved, context: deps.context })
  return { ...waiting, say: [{ text: found.text }, ...waiting.say], evidence }
}

function began(step: Step<SavedDialogue>, before: Conversation): Outcome {
  if (step.status === 'not_for_me') return { say: [], dialogue: before.dialogue }
  return { say: step.say, dialogue: step.next, ...(step.effects && { effects: step.effects }) }
}

const chosenId = (resolved: Resolved) => (resolved.status === 'chosen' ? resolved.id : null)

const introduction = (deps: HandleDeps): Reply => ({
  text: plainText(conversation.introduction(deps.operatorName)),
})

const isIntroduction = (reply: Reply, deps: HandleDeps) =>
  reply.text.text === conversation.introduction(deps.operatorName)
