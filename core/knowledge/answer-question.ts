import { stripHidden } from '../hidden-characters.ts'
import type { FormattedText } from '../message.ts'
import { writeOutTeencode } from '../search/teencode.ts'
import { maskSensitive, type SensitiveKind, withoutMasks } from '../sensitive.ts'
import { answers } from '../texts/answers.ts'
import type { Answer, AnswerStatus } from './answer.ts'
import type { Knowledge } from './build-knowledge.ts'
import { readEnglish } from './english-terms.ts'
import { namesEverydayMatter } from './everyday-matters.ts'
import { readWords } from './phrases.ts'
import type { RefusalStatus } from './routes.ts'
import { answerGap } from './steps/answer-gap.ts'
import { answerParts } from './steps/answer-parts.ts'
import { composeAnswer } from './steps/compose-answer.ts'
import { dropInjection } from './steps/drop-injection.ts'
import { recogniseSmallTalk, wantsPerson } from './steps/recognise-small-talk.ts'
import { routeQuestion } from './steps/route-question.ts'
import { asks, splitQuestion } from './steps/split-question.ts'

export type { Answer, AnswerStatus, Citation } from './answer.ts'

/** In UTF-16 code units, as the product promises: long enough for a story, short enough to be read whole. */
export const LONGEST_QUESTION = 2_000

/**
 * Answers one message from the corpus, without a model: the same message and corpus always give the same answer.
 * Every step either ends with a typed outcome or hands on what is left to be answered. Takes any string; never throws.
 */
export async function answerQuestion(
  question: string,
  { knowledge }: { knowledge: Knowledge; now: () => Date },
): Promise<Answer> {
  const visible = stripHidden(question).trim()
  if (visible.length > LONGEST_QUESTION) return say('error_too_long', answers.errorTooLong(LONGEST_QUESTION))

  const { text: masked, found } = maskSensitive(visible)
  if (found.includes('state_secret')) return say('refused_secret', answers.refused_secret)
  const notices = found.length > 0 ? [maskNotice(found)] : []

  const asked = withoutMasks(masked).trim()
  if (readWords(asked).length === 0) {
    return found.length > 0
      ? say('refused_personal_data', maskNotice(found))
      : say('error_empty', answers.errorEmpty)
  }

  const talk = recogniseSmallTalk(readWords(asked)) ?? recogniseSmallTalk(readWords(writeOutTeencode(asked)))
  if (talk === 'person') return say('help', answers.handOver, notices)
  if (talk === 'help') return say('help', answers.help, notices)
  if (talk !== undefined) return say('small_talk', answers.smallTalk[talk], notices)

  const { rest, found: hasOrders } = dropInjection(asked)
  const injection = say('refused_injection', answers.refused_injection, notices)
  if (hasOrders && !asks(rest)) return injection

  const english = readEnglish(rest)
  const before = english === undefined ? notices : [...notices, answers.englishIntro]
  const parts = splitQuestion(english?.meant ?? rest)

  const refusal =
    routeQuestion(rest) ??
    (english && (english.isStrange || namesEverydayMatter(rest)) ? 'refused_off_topic' : undefined)
  if (refusal !== undefined) return answerBeside(refusal, parts, before, knowledge)

  if (wantsPerson(readWords(rest))) return say('help', answers.handOver, notices)

  const answer = answerParts(parts, before, knowledge)
  return hasOrders && answer.status === 'no_source' ? injection : answer
}

/** The answer for a picked choice `section:<id>`: the section itself, or a word that it is gone. Never throws. */
export function answerSection(id: string, { knowledge }: { knowledge: Knowledge }): Answer {
  const section = knowledge.sections.get(id)
  if (!section) return say('no_source', answers.sectionGone)
  const question = section.title
  return section.kind === 'gap'
    ? answerGap([section], [], { question })
    : composeAnswer('answered', [section], { question })
}

/** Beside these another question of the same message is answered; the other refusals are grave and stand alone. */
const MIXABLE: ReadonlySet<RefusalStatus> = new Set([
  'refused_off_topic',
  'refused_legal',
  'refused_winner',
  'refused_opinion',
])

function answerBeside(
  refusal: RefusalStatus,
  parts: string[],
  before: string[],
  knowledge: Knowledge,
): Answer {
  const allowed = MIXABLE.has(refusal) ? parts.filter((part) => routeQuestion(part) === undefined) : []
  const isMixed = allowed.length > 0 && allowed.length < parts.length
  const answer = isMixed ? answerParts(allowed, before, knowledge) : undefined
  if (answer?.status !== 'answered') return say(refusal, answers[refusal], before)
  return { ...answer, status: 'answered_partly', text: append(answer.text, answers[refusal]) }
}

function say(status: AnswerStatus, sentence: string, before: readonly string[] = []): Answer {
  const text = { text: [...before, sentence].join('\n'), runs: [] }
  return { status, text, sources: [], alternatives: [], passageIds: [] }
}

function append({ text, runs }: FormattedText, sentence: string): FormattedText {
  return { text: `${text}\n\n${sentence}`, runs }
}

function maskNotice(found: SensitiveKind[]): string {
  return answers.masked(found.map((kind) => answers.maskedKinds[kind]).join(', '))
}
