import { askForm } from '../../core/forms/ask-form.ts'
import type { Answers } from '../../core/forms/form.ts'
import { type Standing, standingSchema } from '../../core/forms/place.ts'
import type { Outcome, Run } from '../../core/forms/run.ts'
import { resumePlace } from '../../core/forms/sequence.ts'
import { stepForm } from '../../core/forms/step-form.ts'
import type { Reply } from '../../core/message.ts'
import { buttonIds, type Prompt, resolveChoice } from '../../core/resolve-choice.ts'
import { buildRun } from './sample-form.ts'

/** How a choice is answered: by its number, or by a tap on its button. */
export type Hand = 'typed' | 'buttons'

/** A conversation with a form alone: what is said is resolved as channels resolve it, and each standing is saved and read. */
export function talkForm(changes: Partial<Run> = {}, from?: Standing, hand: Hand = 'typed') {
  const run = buildRun(changes)
  let answers: Answers = run.answers
  let standing: Standing = from ?? { place: resumePlace(run.form, answers), over: null }
  let heard: Reply = askForm({ ...run, answers }, standing)
  let outcome: Outcome | null = null

  const prompt = (): Prompt => ({
    id: 'p',
    choices: heard.choices ?? [],
    closed: heard.choices === undefined,
  })
  const step = (said: { text: string; choice?: string }) => {
    const resolved = resolveChoice(said, prompt())
    const choice = resolved.status === 'chosen' ? resolved.id : null
    outcome = stepForm({ ...run, answers }, standing, { text: said.text, choice })
    if (outcome.status === 'moved') {
      answers = outcome.answers
      standing = standingSchema.parse(JSON.parse(JSON.stringify(outcome.standing)))
      heard = askForm({ ...run, answers }, standing, outcome)
    }
    return talk
  }
  const talk = {
    say(...texts: string[]) {
      for (const text of texts) step({ text })
      return talk
    },
    /** Answers the open question with the choice of this label. */
    pick(...labels: string[]) {
      for (const label of labels) {
        const at = (heard.choices ?? []).findIndex((choice) => choice.label === label)
        if (at === -1) throw new Error(`"${label}" is not offered:\n${talk.heard()}`)
        step(
          hand === 'typed'
            ? { text: String(at + 1) }
            : { text: '', choice: buttonIds(prompt())[at]?.id ?? '' },
        )
      }
      return talk
    },
    heard: () => heard.text.text,
    labels: () => (heard.choices ?? []).map(({ label }) => label),
    place: () => standing.place,
    over: () => standing.over?.ask ?? null,
    at: () =>
      'fieldId' in standing.place ? `${standing.place.at} ${standing.place.fieldId}` : standing.place.at,
    standing: () => standing,
    answers: () => answers,
    answer: (id: string) => answers[id],
    status: () => outcome?.status ?? null,
    outcome: () => outcome,
    run: () => ({ ...run, answers }),
  }
  return talk
}
