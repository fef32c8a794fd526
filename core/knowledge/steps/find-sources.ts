import { hasDiacritics } from '../../vietnamese.ts'
import type { Candidate, Knowledge } from '../build-knowledge.ts'
import { contentWords } from '../coverage.ts'
import { sharedName } from '../shared-names.ts'
import { namesSomethingElse } from './names-something-else.ts'
import { askingClauses, asks } from './split-question.ts'
import { stripCourtesy, withoutCourtesyWords } from './strip-courtesy.ts'

/**
 * How sure the search is. `clear`: the first candidate answers; those of `alsoClose` may be what was meant, too.
 * `ambiguous`: several subjects fit equally well. `elsewhere`: the best is about another year or place than the
 * question. `none`: nothing fits; `candidates` are then only the nearest.
 */
export type Found =
  | {
      band: 'clear' | 'elsewhere'
      best: Candidate
      certainty: number
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
  const found = lookUp(question, knowledge)
  if (question.split(/\s+/u).length < RAMBLING) return found
  const clear = askingClauses(question)
    .map((clause) => lookUp(clause, knowledge))
    .filter(isClear)
  const surest = clear.reduce<Clear | undefined>(
    (best, one) => (best && best.certainty >= one.certainty ? best : one),
    undefined,
  )
  if (surest && !(isClear(found) && surest.certainty < found.certainty * SURER)) return surest
  if (found.band !== 'none') return found
  const again = lookUp(withoutCourtesyWords(question), knowledge)
  return again.band === 'none' ? found : again
}

/** From so many words on, what surrounds a question weighs enough to hide it. */
const RAMBLING = 12
/** How much surer a clause must be than the whole message: the whole says more about what is meant. */
const SURER = 1.3

type Clear = Extract<Found, { band: 'clear' | 'elsewhere' }>
const isClear = (found: Found): found is Clear => found.band === 'clear'

function lookUp(question: string, knowledge: Knowledge): Found {
  const asked = asQuestion(stripCourtesy(question))
  const shared = sharesName(asked, knowledge)
  if (shared.length > 1) return { band: 'ambiguous', candidates: shared }
  const candidates = preferNamed(asked, preferAnswers(knowledge.rank(asked, CONSIDERED)))
  const [best, ...others] = candidates
  if (!best || !isEnough(asked, best, knowledge))
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
  const alsoClose = others.filter((one) => one.score >= best.score * CLOSE)
  const band = namesSomethingElse(asked, best.section) ? 'elsewhere' : 'clear'
  const certainty = knowledge.certainty(asked) + LIKE_WEIGHT * best.likeness
  return { band, best, certainty, alsoClose, candidates }
}

function sharesName(asked: string, { sections }: Knowledge): Candidate[] {
  return (sharedName(asked) ?? []).flatMap((id) => {
    const section = sections.get(id)
    return section ? [{ section, score: 1, coverage: 1, likeness: 1 }] : []
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
 * Set on the corpus's own `asks`, each held out in turn, against 40 questions about other things: more than nine in ten
 * of the former lie above `ENOUGH`, nine in ten of the latter below. Without diacritics one field less can match. A
 * little below it, a section that has half of the question's words is still trusted.
 */
const ENOUGH = 5.6
const ENOUGH_UNMARKED = 4.9
const NEARLY = 0.85
/** So like one of the section's own questions that nothing else is needed. */
const ALIKE = 0.7
/** What a full likeness to one of the section's own questions adds. */
const LIKE_WEIGHT = 3
const COVERED = 0.5
/** "Nước sôi" shares its letters with "nước" and "số"; where half of the words are strange it takes more to be sure. */
const STRANGE = 0.5
const BEYOND_DOUBT = 1.6

function isEnough(asked: string, best: Candidate, knowledge: Knowledge): boolean {
  if (contentWords(asked).length === 0) return false
  const certainty = knowledge.certainty(asked) + LIKE_WEIGHT * best.likeness
  const isMarked = hasDiacritics(asked)
  const enough = isMarked ? ENOUGH : ENOUGH_UNMARKED
  if (isMarked && certainty < enough * BEYOND_DOUBT && knowledge.unfamiliar(asked) >= STRANGE) return false
  return (
    best.likeness >= ALIKE ||
    certainty >= enough ||
    (certainty >= enough * NEARLY && best.coverage >= COVERED)
  )
}

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
