import type { Indicator } from '../../../forms/form.ts'
import type { StatementFieldId } from '../questions.ts'

/** Fields whose good answer depends on the field of management; the others have one example for all. */
export type StoryFieldId = Exclude<
  StatementFieldId,
  'field' | 'proposing_unit' | 'problem_class' | 'support_wanted' | 'indicators'
>

/**
 * One invented, plausible statement told through, so that its answers fit each other. The figures are made up: they
 * are only ever shown as an example.
 */
export type Story = Record<StoryFieldId, string> & {
  proposing_unit: string
  problem_class: readonly ['service' | 'process' | 'regulation' | 'policy', string]
  indicators: Indicator[]
}
