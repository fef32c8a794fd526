import { expect, test } from 'vitest'
import { CHALLENGE_FIELDS } from '../../../core/challenge-fields.ts'
import { problemStatementForm as form } from '../../../core/challenges/statement-form.ts'
import { askForm } from '../../../core/forms/ask-form.ts'
import { enterField } from '../../../core/forms/sequence.ts'
import { buildRun } from '../../support/sample-form.ts'

/** About a screen of a phone. */
const SCREEN = 600

test.each(CHALLENGE_FIELDS)(
  'every question fits a phone screen with its example and choices, in %s',
  (id) => {
    const answers = { field: { kind: 'choice' as const, id } }
    for (const field of form.fields) {
      const place = enterField(form, answers, field.id, null)
      const { text, choices = [] } = askForm(buildRun({ form, answers }), { place, over: null })
      const shown = [text.text, ...choices.map(({ label }, at) => `${at + 1}. ${label}`)].join('\n')
      expect(shown.length, field.id).toBeLessThanOrEqual(SCREEN)
    }
  },
)
