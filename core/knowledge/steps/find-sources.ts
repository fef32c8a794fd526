import type { Candidate, Knowledge } from '../build-knowledge.ts'
import { contentWords } from '../coverage.ts'
import { sharedName } from '../shared-names.ts'
import { namesSomethingElse } from './names-something-else.ts'
import { askingClauses, asks } from './split-question.ts'
import { stripCourtesy, withoutCourtesyWords } from './strip-courtesy.ts'

/**
 * How sure the search is. `clear`: the first candidate answers; those of `alsoClose` may be what was meant, too.
 * `ambiguous`: several subjects fit equally well. `elsewhere`: the best is about another year or place than the
 * question. `near`: the best may be it, and is shown as no more than that. `none`: nothing fits; `candidates` are then
 * only the nearest.
 */
export type Found =
  | {
      band: 'clear' | 'near' | 'elsewhere'
      best: Candidate
      confidence: number
      alsoClose: Candidate[]
      candidates: Candidate[]
    }
  | { band: 'ambiguous'; candidates: Candidate[] }
  | { band: 'none'; candidates: Candidate[] }

/**
 * Looks up one question and decides how sure the result is. Of a long one its clauses are tried as well: whichever
 * reading the search is surest of speaks for it. Never throws.
 */
export function findSources(question: string, knowledge: Knowledge): Found {
  const whole = lookUp(question, knowledge)
  if (question.split(/\s+/u).length < RAMBLING) return whole
  const clauses = askingClauses(question).map((clause) => lookUp(clause, knowledge))
  const surest = surestOf(clauses.filter(hasBest))
  if (surest?.band === 'clear' && !(whole.band === 'clear' && surest.confidence < whole.confidence + SURER))
    return surest
  if (whole.band !== 'none' && whole.band !== 'near') return whole
  const others = [whole, lookUp(withoutCourtesyWords(question), knowledge), ...clauses]
  return surestOf(others.filter(hasBest)) ?? whole
}

/** From so many words on, what surrounds a question weighs enough to hide it. */
const RAMBLING = 12
/** How much surer a clause must be than the whole message: the whole says more about what is meant. */
const SURER = 1

type WithBest = Extract<Found, { best: Candidate }>
const hasBest = (found: Found): found is WithBest => 'best' in found

function surestOf(found: WithBest[]): WithBest | undefined {
  return found.toSorted((one, other) => other.confidence - one.confidence)[0]
}

function lookUp(question: string, knowledge: Knowledge): Found {
  const asked = asQuestion(stripCourtesy(question))
  const shared = sharesName(asked, knowledge)
  if (shared.length > 1) return { band: 'ambiguous', candidates: shared }
  const candidates = preferNamed(asked, preferAnswers(knowledge.rank(asked, CONSIDERED)))
  const [best, ...others] = candidates
  const confidence = best && contentWords(asked).length > 0 ? knowledge.confidence(asked, best) : -Infinity
  const isAlike = (best?.likeness ?? 0) >= ALIKE
  if (!best || (confidence < NEAR && !isAlike))
    return { band: 'none', candidates: candidates.slice(0, MOST_CHOICES) }

  const rivals = [best, ...others.filter((one) => isRival(one, best))]
  const documents = new Set(rivals.map(({ section }) => section.document.id))
  const leads = (rivals[1]?.score ?? 0) < best.score * LEAD
  if (
    !leads &&
    best.likeness < DOUBTFUL &&
    contentWords(asked).length <= FEW_WORDS &&
    documents.size >= SUBJECTS
  ) {
    return { band: 'ambiguous', candidates: onePerDocument(rivals).slice(0, MOST_CHOICES) }
  }
  const sure = confidence >= CLEAR || isAlike ? 'clear' : 'near'
  const band = namesSomethingElse(asked, best.section) ? 'elsewhere' : sure
  const shown = band === 'near' ? preferStated([best, ...others]) : best
  const alsoClose = others.filter((one) => one.score >= best.score * CLOSE)
  return { band, best: shown, confidence, alsoClose, candidates }
}

/** Half sure, it is too much to say that the documents do not state it. */
function preferStated(candidates: [Candidate, ...Candidate[]]): Candidate {
  const [best] = candidates
  const isNearly = ({ section, score }: Candidate) => section.kind === 'answer' && score >= best.score * RIVAL
  return best.section.kind === 'gap' ? (candidates.find(isNearly) ?? best) : best
}

function sharesName(asked: string, { sections }: Knowledge): Candidate[] {
  return (sharedName(asked) ?? []).flatMap((id) => {
    const section = sections.get(id)
    return section ? [{ section, score: 1, coverage: 1, likeness: 1, found: 1 }] : []
  })
}

/** A bare name ("kế hoạch", "bước 5") asks what that is. */
function asQuestion(text: string): string {
  return contentWords(text).length <= BARE_NAME && !asks(text) ? `${text} là gì` : text
}

const BARE_NAME = 3
const CONSIDERED = 8
const MOST_CHOICES = 4
const CLOSE = 0.7
const RIVAL = 0.8
/** A question much like one that a section lists is not ambiguous. */
const DOUBTFUL = 0.5
const LEAD = 0.9
/** Four words or fewer leave open which of several subjects is meant ("hội nghị diễn ra khi nào"). */
const FEW_WORDS = 4
const SUBJECTS = 3

/**
 * The edges of the three bands, on the scale of `confidenceOf`. With `NEAR` here the whole answerer refuses 96 % of the
 * off-topic list (with and without diacritics; two in three of its questions borrow the programme's words), and of the
 * corpus's own asks, each left out in turn, 93 % as written, 93 % without diacritics and 86 % with slips and chatter are
 * shown something. A step of 0.4 lower would show 2 % more of these and 2 % more of those. Between the edges the right
 * section is first in six cases of ten: worth showing, not worth asserting.
 */
const CLEAR = -0.2
const NEAR = -0.6
/** So like one of the section's own questions that nothing else is needed. */
const ALIKE = 0.7

/** "Not stated" is the answer only when nothing stated fits about as well. */
function preferAnswers(candidates: Candidate[]): Candidate[] {
  const [best, second] = candidates
  if (best?.section.kind !== 'gap' || second?.section.kind !== 'answer') return candidates
  const isTie = second.score >= best.score * TIE && second.coverage >= best.coverage * TIE
  return isTie ? [second, best, ...candidates.slice(2)] : candidates
}

/** A question that names a year or a place goes to a section that speaks of it, where one fits nearly as well. */
function preferNamed(asked: string, candidates: Candidate[]): Candidate[] {
  const [best] = candidates
  if (!best || !namesSomethingElse(asked, best.section)) return candidates
  const named = candidates.find(
    ({ section, score }) => score >= best.score * RIVAL && !namesSomethingElse(asked, section),
  )
  return named ? [named, ...candidates.filter((one) => one !== named)] : candidates
}

const TIE = 0.9

/** As good a score, nearly, and the same words of the question. */
function isRival(one: Candidate, best: Candidate): boolean {
  return one.score >= best.score * RIVAL && one.coverage >= best.coverage * SAME
}

const SAME = 0.95

function onePerDocument(candidates: Candidate[]): Candidate[] {
  return candidates.filter(
    ({ section }, at) =>
      candidates.findIndex((other) => other.section.document.id === section.document.id) === at,
  )
}
