/** A form is data: one dialogue runs any of them, one document is made of any of them. */

/** What a person answered to one field. `ai`: a model wrote it. `sources`: ids of corpus sections it cites. */
export type Answer = (
  | { kind: 'text'; text: string }
  | { kind: 'choice'; id: string }
  | { kind: 'choices'; ids: string[] }
  | { kind: 'unit'; code: string }
  | { kind: 'indicators'; rows: Indicator[] }
) & { ai?: true; sources?: string[] }

/** A measure of success. What nobody has said yet is null, and shown as `[cần bổ sung]`: never made up. */
export type Indicator = {
  name: string
  unit: string | null
  before: string | null
  target: string | null
  /** By when the target is to be reached, as typed. */
  date: string | null
  /** Where the value before comes from. */
  source: string | null
}

/** By the id of the field; a field that was skipped or not reached is absent. */
export type Answers = Readonly<Record<string, Answer>>

export type Option = { id: string; label: string }

type Shape =
  | { kind: 'text'; longest: number }
  /** May come in several messages, ended by "xong". */
  | { kind: 'long_text'; longest: number }
  | { kind: 'choice'; options: readonly Option[] }
  | { kind: 'choices'; options: readonly Option[] }
  | { kind: 'unit' }
  | { kind: 'indicators'; offered: readonly string[]; most: number }

export type Field = Shape & {
  id: string
  /** The id of its group. */
  group: string
  label: string
  question: string
  /** Why it is asked, in one sentence. */
  why: string
  /** A good answer, from the person's own field where their answers tell which that is. */
  example(answers: Answers): string
  required: boolean
  /** Asked only when something calls for it (a similar statement was found), and never counted as missing. */
  onDemand?: true
  /** Whether the public sees it once it is published. */
  public: boolean
  /** Null when the answer will do, otherwise what is wrong and what would be right, in a sentence. */
  check?(answer: Answer, answers: Answers): string | null
  /** Something to know that does not stand in the way ("R&D comes after a direction has been found"). */
  hint?(answer: Answer, answers: Answers): string | null
}

export type Form = {
  name: string
  version: number
  groups: readonly { id: string; label: string }[]
  fields: readonly Field[]
  /** Answers saved under an older version, as this one keeps them; what has no place any more comes back in `dropped`. */
  migrate(answers: Answers, from: number): { answers: Answers; dropped: { label: string; text: string }[] }
}

/** A value found in a text that a person pasted: theirs only once they confirmed it. `quote`: where it was found. */
export type Proposal = { fieldId: string; answer: Answer; quote: string }
