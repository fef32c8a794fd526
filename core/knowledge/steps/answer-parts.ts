import { answers } from '../../texts/answers.ts'
import type { Answer } from '../answer.ts'
import type { Knowledge } from '../build-knowledge.ts'
import type { Section } from '../corpus-types.ts'
import { contentWords } from '../coverage.ts'
import { answerGap } from './answer-gap.ts'
import { answerOne } from './answer-one.ts'
import { composeAnswer } from './compose-answer.ts'
import { type Found, findSources } from './find-sources.ts'

/** Answers the questions of one message together: every part found, and a word on each that was not. */
export function answerParts(parts: string[], before: string[], knowledge: Knowledge): Answer {
  const looked = parts.map((part, at) => ({ part, found: lookUp(part, parts[at - 1], knowledge) }))
  const found = looked.flatMap(({ found: { band }, found }) =>
    band === 'clear' && 'best' in found ? [found.best] : [],
  )
  const sections = found.map(({ section }) => section)
  const distinct = sections.filter((section, at) => sections.indexOf(section) === at)
  const isStory = parts.join(' ').split(/\s+/u).length > STORY_WORDS
  const missing = looked
    .filter(({ found: { band } }) => band !== 'clear')
    .map(({ part }) => part)
    .filter((part) => !isStory || part.trimEnd().endsWith('?'))
    .filter((part) => contentWords(part).length > ASIDE && !isToldBy(distinct, part, knowledge))

  const whole = parts.join(', ')
  const [first] = distinct
  const [only] = looked
  if (only && looked.length === 1) return answerOne(only.part, only.found, before, knowledge)
  if (!first) return answerOne(whole, findSources(whole, knowledge), before, knowledge)
  if (missing.length === 0 && distinct.length === 1) {
    return first.kind === 'gap'
      ? answerGap([first], [], { question: whole, before })
      : composeAnswer('answered', [first], { question: whole, before })
  }
  if (missing.length === 0 && distinct.every(isGap))
    return answerGap(distinct, [], { question: whole, before })
  return composeAnswer(
    missing.length > 0 || distinct.some(isGap) ? 'answered_partly' : 'answered',
    distinct,
    {
      question: whole,
      before,
      after:
        missing.length > 0
          ? [...missing.map((part) => answers.partMissing(shortened(part))), answers.handOver]
          : [],
    },
  )
}

/** Whether the sections shown have the words of a part that found nothing of its own: then it is no other subject. */
function isToldBy(sections: Section[], part: string, knowledge: Knowledge): boolean {
  return sections.some(({ id }) => knowledge.coverageOf(part, id) >= TOLD)
}

/**
 * "… và do ai ban hành?", "… và có mấy đại biểu?" are asked about the subject of the question before them: read together
 * with it, unless what is then found has less of the part's own words than what the part finds alone.
 */
function lookUp(part: string, previous: string | undefined, knowledge: Knowledge): Found {
  const alone = findSources(part, knowledge)
  if (previous === undefined || !needsSubject(part, alone, previous, knowledge)) return alone
  const together = findSources(`${part}. ${previous}`, knowledge)
  if (together.band !== 'clear') return alone
  const least = 'best' in alone ? knowledge.coverageOf(part, alone.best.section.id) : TOLD
  return knowledge.coverageOf(part, together.best.section.id) >= least ? together : alone
}

/** Words that are no subject by themselves, nothing found, or a few words found in another document than the one before. */
function needsSubject(part: string, alone: Found, previous: string, knowledge: Knowledge): boolean {
  const words = contentWords(part)
  if (alone.band !== 'clear' || words.every((word) => ELLIPTIC.has(word))) return true
  const before = findSources(previous, knowledge)
  return (
    words.length <= FEW &&
    'best' in before &&
    before.best.section.document.id !== alone.best.section.document.id
  )
}

/** So few words may be about many things. */
const FEW = 3
/** What a question can be about only together with the one before it, folded. */
const ELLIPTIC: ReadonlySet<string> = new Set(
  'thuoc giai doan nam ngay thang don vi co quan linh vuc nguoi gian muc dich tieu ban hanh to chuc ten vu nhom buoc loai bai bao phu trach gom thanh phan ket qua tac dung nguon do noi lam'.split(
    ' ',
  ),
)
/** "… giúp em với", "… mai em nộp rồi": so few words are no question of their own. */
const ASIDE = 2
/** In so long a message only a sentence that ends in a question mark is surely another question. */
const STORY_WORDS = 25
const TOLD = 0.5
const isGap = ({ kind }: Section) => kind === 'gap'
const shortened = (part: string) => (part.length > 90 ? `${part.slice(0, 90).trimEnd()}…` : part)
