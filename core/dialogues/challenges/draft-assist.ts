import { proposeWithModel } from '../../challenges/assist/propose-with-model.ts'
import type { DialogueContext, Said } from '../../dialogue.ts'
import type { Answers, Proposal } from '../../forms/form.ts'
import { readQuestion } from '../../forms/is-question.ts'
import { noticeOthers } from '../../forms/notice-others.ts'
import type { Standing } from '../../forms/place.ts'
import type { Run } from '../../forms/run.ts'

/** A paragraph that may speak of several fields: shorter texts are answers, and no model is asked about them. */
const SHORTEST_PASTED = 400
/** Where a pasted text is looked at for what it says of other fields. */
const READS: ReadonlySet<Standing['place']['at']> = new Set([
  'asking',
  'collecting',
  'picking',
  'naming_unit',
])

/** The same run, where a model has read a pasted text, too. Without a model, or when it fails, the rules alone read it. */
export async function readWithModel(
  run: Run,
  { place }: Standing,
  { said, context }: { said: Said; context: Pick<DialogueContext, 'model'> },
): Promise<Run> {
  const text = said.text.trim()
  const isPasted = said.choice === null && text.length >= SHORTEST_PASTED && readQuestion(text) === null
  if (!isPasted || !READS.has(place.at)) return run
  const found = await proposalsOfModel(run, text, context)
  if (found.length === 0) return run
  const { propose } = run
  const inBoth = (read: string, answers: Answers) => {
    const byRules = propose?.(read, answers) ?? []
    return read.trim() === text ? addProposals(byRules, found) : byRules
  }
  return { ...run, propose: inBoth }
}

/** What a text says of fields that have no answer: by the rules, and by a model where those found nothing. */
export async function readProposals(
  run: Run,
  text: string,
  context: Pick<DialogueContext, 'model'>,
): Promise<Proposal[]> {
  const found = addProposals(noticeOthers(run, null, text), await proposalsOfModel(run, text, context))
  return noticeOthers({ ...run, propose: () => found }, null, text)
}

async function proposalsOfModel(
  { form, answers }: Run,
  text: string,
  { model }: Pick<DialogueContext, 'model'>,
): Promise<Proposal[]> {
  if (model === null) return []
  const inTurn = { ...form, fields: form.fields.filter(({ onDemand }) => !onDemand) }
  return proposeWithModel(text, { form: inTurn, answers, model })
}

const addProposals = (byRules: readonly Proposal[], found: readonly Proposal[]): Proposal[] => [
  ...byRules,
  ...found.filter(({ fieldId }) => byRules.every((proposal) => proposal.fieldId !== fieldId)),
]
