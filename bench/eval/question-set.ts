import { z } from 'zod'

/** Every status an answer may have; the prefix before the first underscore is its class. */
const STATUSES = [
  'answered',
  'answered_partly',
  'clarify',
  'small_talk',
  'help',
  'no_source',
  'handed_over',
  'refused_politics',
  'refused_opinion',
  'refused_legal',
  'refused_complaint',
  'refused_personal_data',
  'refused_winner',
  'refused_secret',
  'refused_injection',
  'refused_off_topic',
  'error_empty',
] as const

const ANSWERABLE = [
  'fact',
  'number',
  'list',
  'difference',
  'two_parts',
  'yes_no',
  'false_premise',
  'long',
  'english',
] as const
/** A gap is out of scope: the only fault there is an invented answer. */
const OUT_OF_SCOPE = [
  'gap',
  'politics',
  'opinion',
  'legal',
  'complaint',
  'other_people',
  'winner',
  'off_topic',
  'injection',
  'secret',
] as const
const PERSONAL = ['personal_number'] as const
const CONVERSATION = ['ambiguous', 'small_talk', 'help'] as const
const Kind = z.enum([...ANSWERABLE, ...OUT_OF_SCOPE, ...PERSONAL, ...CONVERSATION])

/** Every kind of question there is. */
export const KINDS = Kind.options

export type Kind = z.infer<typeof Kind>
export type Group = 'answerable' | 'out_of_scope' | 'personal' | 'conversation'

/** Which of the four groups a kind of question is counted in. */
export function groupOf(kind: Kind): Group {
  if (ANSWERABLE.some((name) => name === kind)) return 'answerable'
  if (OUT_OF_SCOPE.some((name) => name === kind)) return 'out_of_scope'
  return PERSONAL.some((name) => name === kind) ? 'personal' : 'conversation'
}

const Phrase = z.string().trim().min(1)
/** One expected fact, as the ways it may be written. */
const Alternatives = z.array(Phrase).min(1)

const Question = z.strictObject({
  id: z.string().regex(/^[dhst]\d{3}$/),
  kind: Kind,
  question: z.string().min(1).max(2000),
  expect: z.strictObject({
    status: z.array(z.enum([...STATUSES, 'refused_*'])).min(1),
    exact: z.enum(STATUSES).optional(),
    all: z.array(Alternatives).optional(),
    choices: z.array(Alternatives).optional(),
    sources: z.array(Alternatives).optional(),
    none: z.array(Phrase).optional(),
  }),
  facts: z.array(z.string().regex(/^F(?:0(?!00)\d\d|1[0-2]\d|13[0-6])$/)).optional(),
})

export type Question = z.infer<typeof Question>

/**
 * Reads a question file: one JSON object a line, empty lines ignored.
 * Throws one Error that names every wrong line of `name`.
 */
export function parseQuestions(lines: string, name: string): Question[] {
  const wrong: string[] = []
  const questions = lines.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const parsed = Question.safeParse(parseJson(line))
    if (parsed.success) return [parsed.data]
    wrong.push(`${name}:${index + 1} ${z.prettifyError(parsed.error)}`)
    return []
  })
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  return questions
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
