import { answerInGroup } from './answer-in-group.ts'
import { began, beganBeside, handOver, keepWaiting, type Outcome } from './begin-dialogue.ts'
import { plainWords, withoutCourtesy } from './commands.ts'
import type { AnyDialogue, Said, SavedDialogue } from './dialogue.ts'
import { consentDialogue, consentOffer } from './dialogues/consent.ts'
import { repeatQuestion } from './dialogues/go-on.ts'
import { takeDown } from './dialogues/handover.ts'
import { answerLinkCode, chooseLinking } from './dialogues/link-channel.ts'
import { DIALOGUES } from './dialogues/list.ts'
import { choosePreferredChannel } from './dialogues/preferred-channel.ts'
import { redeem } from './dialogues/redeem.ts'
import type { Asked, Feature, Found } from './feature.ts'
import { FEATURES } from './features.ts'
import { plainText } from './formatted-text.ts'
import { type Answer, answerQuestion, answerSection } from './knowledge/answer-question.ts'
import type { Choice, Reply } from './message.ts'
import { type HandleDeps, introduction, obeyCommand } from './obey-command.ts'
import { buttonIds, type Prompt, type Resolved, resolveChoice } from './resolve-choice.ts'
import { conversation } from './texts/conversation.ts'
import type { Conversation, Heard, Turn } from './turn.ts'

/**
 * Decides what one message of a person leads to. Writes nothing: everything it wants is in the `Turn`. Features read what
 * they need through the context (docs/decisions/0007-features-read-for-themselves.md).
 */
export async function handle(heard: Heard, before: Conversation, deps: HandleDeps): Promise<Turn> {
  if (heard.group) return answerInGroup(heard, before, deps)
  const resolved = resolveChoice(heard, before.prompt)
  const { text, attachment, flags } = heard
  const said: Said = { text, flags, choice: chosenId(resolved), ...(attachment && { attachment }) }
  const dialogue = DIALOGUES.find(({ name }) => name === before.dialogue?.name)
  const situation: Situation = { heard, before, resolved, said, dialogue, deps }
  const outcome = await decide(situation)

  const replies = before.introduced
    ? outcome.say
    : [introduction(deps), ...outcome.say.filter((reply) => !isIntroduction(reply, deps))]
  const asksSomething = outcome.dialogue !== null || replies.some((reply) => reply.choices !== undefined)
  // Whose accounts or roles change just now is told that, and nothing else.
  const changesPerson = outcome.effects?.accounts !== undefined || outcome.effects?.redeem !== undefined
  // Who has just chosen about one purpose was shown the notice, and is not asked about all of them in the same breath.
  const choosesData = (outcome.effects?.consents ?? []).length > 0
  const offering = !before.consentOffered && !asksSomething && !changesPerson && !choosesData
  return {
    ...ask(offering ? [...replies, consentOffer] : replies, before, deps),
    dialogue: outcome.dialogue,
    shelved: outcome.shelved ?? before.shelved,
    introduced: true,
    consentOffered:
      before.consentOffered || offering || choosesData || outcome.dialogue?.name === consentDialogue.name,
    effects: outcome.effects ?? {},
    evidence: outcome.evidence ?? null,
  }
}

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
  said: Said
  /** The dialogue in hand. */
  dialogue: AnyDialogue | undefined
  deps: HandleDeps
}

type Read = (situation: Situation) => Outcome | null | Promise<Outcome | null>

/** What a message may mean, in this order, before the dialogue in hand hears it, and when it was not meant for that. */
const BEFORE_DIALOGUE: Read[] = [
  oldButton,
  typedCode,
  claimed,
  ({ heard, before, deps }) => obeyCommand(heard, before, deps),
  (situation) => askFeatures(situation, (feature, asked) => feature.command?.(asked)),
  besideDialogue,
]
const AFTER_DIALOGUE: Read[] = [
  pickChoice,
  attachmentOnly,
  (situation) => askFeatures(situation, (feature, asked) => feature.answer?.(asked)),
  answer,
]

async function decide(situation: Situation): Promise<Outcome> {
  const { before, heard } = situation
  if (isSecret(heard)) return answer(situation)
  const step = (await firstOf(BEFORE_DIALOGUE, situation)) ?? (await stepDialogue(situation))
  if (step !== null && 'say' in step) return step
  const left = step === null ? before : { ...before, dialogue: step.next }
  return (
    (await firstOf(AFTER_DIALOGUE, { ...situation, before: left })) ?? { say: [], dialogue: left.dialogue }
  )
}

async function firstOf(readings: Read[], situation: Situation): Promise<Outcome | null> {
  for (const read of readings) {
    const outcome = await read(situation)
    if (outcome !== null) return outcome
  }
  return null
}

function oldButton({ heard, before, resolved }: Situation): Outcome | null {
  if (heard.choice === undefined || resolved.status !== 'closed') return null
  return { say: [{ text: plainText(conversation.choiceClosed) }], dialogue: before.dialogue }
}

function typedCode({ heard, before, deps }: Situation): Outcome | Promise<Outcome> | null {
  if (before.linkCode) return answerLinkCode(before.linkCode, { ...before, context: deps.context })
  const invited = heard.choice === undefined ? redeem(heard.text) : null
  return invited && { ...invited, say: [], dialogue: before.dialogue }
}

/** Words that the dialogue in hand keeps for itself. */
async function claimed(situation: Situation): Promise<Outcome | null> {
  const { before, dialogue, said } = situation
  if (before.dialogue === null || !dialogue?.claims(before.dialogue, said)) return null
  const step = await stepDialogue(situation)
  return step !== null && 'say' in step ? step : null
}

/** Questions asked beside a dialogue: their answers are none of the dialogue's. */
async function besideDialogue({ before, said, deps }: Situation): Promise<Outcome | null> {
  const standing = { ...before, context: deps.context }
  if (said.choice === null) return null
  return (await chooseLinking(said.choice, standing)) ?? choosePreferredChannel(said.choice, standing)
}

/** What the dialogue in hand makes of a message; `next` alone where it was not meant for it; null without a dialogue. */
async function stepDialogue({
  before,
  dialogue,
  said,
  deps,
}: Situation): Promise<Outcome | { next: SavedDialogue | null } | null> {
  if (before.dialogue === null) return null
  const step = (await dialogue?.resume(before.dialogue, said, deps.context)) ?? null
  if (step === null) return { say: [{ text: plainText(conversation.dialogueOutdated) }], dialogue: null }
  const { over } = before.dialogue
  if (step.status !== 'said') return { next: over && step.next ? { ...step.next, over } : step.next }
  const outcome = began(step, before)
  if (over === undefined) return outcome
  if (step.next !== null) return { ...outcome, dialogue: { ...step.next, over } }
  const waiting = await repeatQuestion({ ...before, dialogue: over, context: deps.context })
  return { ...outcome, dialogue: waiting.dialogue, say: [...step.say, ...waiting.say] }
}

/** Offers a message to the features, one after the other. */
async function askFeatures(
  { before, said, deps }: Situation,
  read: (feature: Feature, asked: Asked) => ReturnType<NonNullable<Feature['command']>> | undefined,
): Promise<Outcome | null> {
  const words = withoutCourtesy(plainWords(said.text.slice(0, LONGEST_COMMAND)))
  const asked = { ...said, said: words, dialogue: before.dialogue, context: deps.context }
  for (const feature of FEATURES) {
    const found = await read(feature, asked)
    if (found) return fromFeature(found, before, deps)
  }
  return null
}

/** Longer texts are answers or questions. */
const LONGEST_COMMAND = 200

async function fromFeature(found: Found, before: Conversation, deps: HandleDeps): Promise<Outcome> {
  const { say, next, ...rest } = found
  if (next !== undefined) return { ...rest, say, dialogue: next && keepWaiting(next, before) }
  const asks = say.some((reply) => reply.choices !== undefined)
  if (asks) return { ...rest, say, dialogue: before.dialogue }
  const waiting = await repeatQuestion({ ...before, context: deps.context })
  return { ...waiting, ...rest, say: [...say, ...waiting.say] }
}

async function pickChoice(situation: Situation): Promise<Outcome | null> {
  const { before, resolved, said, deps } = situation
  if (resolved.status === 'closed')
    return { say: [{ text: plainText(conversation.choiceClosed) }], dialogue: null }
  const { choice } = said
  if (choice === null) return null
  if (choice === 'consent:start')
    return beganBeside(await consentDialogue.start(deps.context), before, deps.context)
  if (choice === 'consent:later')
    return { say: [{ text: plainText(conversation.consentLater) }], dialogue: null }
  if (choice === HAND_OVER.id) {
    if (before.keptQuestion === null) return handOver(before, deps.context)
    const taken = takeDown(before.keptQuestion, 'no_source', deps.context)
    const waiting = await repeatQuestion({ ...before, context: deps.context })
    return { ...waiting, ...taken, say: [...taken.say, ...waiting.say] }
  }
  if (choice.startsWith('section:'))
    return spoken(answerSection(choice.slice('section:'.length), deps), situation)
  return null
}

/** Nothing but a file, a picture or a voice message: we say what we can do with it, and never ask why. */
function attachmentOnly({ heard }: Situation): Outcome | null {
  if (heard.attachment === undefined || heard.text.trim() !== '') return null
  return { say: [{ text: plainText(conversation.attachments[heard.attachment.kind]) }], dialogue: null }
}

async function answer(situation: Situation): Promise<Outcome> {
  return spoken(await answerQuestion(situation.heard.text, situation.deps), situation)
}

const HAND_OVER: Choice = { id: 'handover', label: conversation.handoverChoice }

/** An answer; a dialogue that it interrupts waits, and its question is put again where the answer asks nothing. */
async function spoken(found: Answer, situation: Situation): Promise<Outcome> {
  const nearest = found.status === 'answered_partly' && found.alternatives.length > 0
  const offersPerson = found.status === 'no_source' || nearest
  const choices = offersPerson ? [...found.alternatives, HAND_OVER] : found.alternatives
  const evidence = { status: found.status, passageIds: found.passageIds }
  const { before, dialogue, heard, deps } = situation
  if (choices.length > 0) return { say: [{ text: found.text, choices }], dialogue: before.dialogue, evidence }
  const said: Reply = { text: found.text }
  const given = { question: heard.text, ...evidence, text: found.text.text }
  const after = before.dialogue && (await dialogue?.afterAnswer(before.dialogue, given, deps.context))
  if (after?.status === 'said') {
    const outcome = began(after, before)
    return { ...outcome, say: [said, ...outcome.say], evidence }
  }
  const waiting = await repeatQuestion({ ...before, context: deps.context })
  return { ...waiting, say: [said, ...waiting.say], evidence }
}

const chosenId = (resolved: Resolved) => (resolved.status === 'chosen' ? resolved.id : null)

const isIntroduction = (reply: Reply, deps: HandleDeps) =>
  reply.text.text === conversation.introduction(deps.operatorName)
