import { CHALLENGE_FIELDS, type ChallengeField } from '../challenge-fields.ts'
import type { Answer, Answers, Field, Form } from '../forms/form.ts'
import { challengeFieldNames } from '../texts/challenge-fields.ts'
import {
  groupLabels,
  offeredIndicators,
  questions,
  type StatementFieldId,
  statementOptions,
} from '../texts/statement-form/questions.ts'
import type { StoryFieldId } from '../texts/statement-form/stories/story.ts'
import { commonExamples, indicatorExample, stories } from '../texts/statement-form/stories.ts'
import { buildMigrate } from './migrate-answers.ts'
import {
  checkBudget,
  checkIndicators,
  checkOfficeContact,
  checkProse,
  checkText,
  checkTitle,
} from './statement-checks.ts'
import { hintOnSolutionFirst, hintOnSupportOrder } from './statement-hints.ts'

type Groups = keyof typeof groupLabels
type Wish = Partial<Pick<Field, 'check' | 'hint' | 'required' | 'public' | 'onDemand'>>

/** What is asked of most fields: needed, and shown to the public once published. */
const NEEDED = { required: true, public: true } as const
const OPTIONAL = { required: false, public: true } as const
const INTERNAL = { public: false } as const

/**
 * The problem statement of the programme's first step ("xây dựng nội dung bài toán": khảo sát, đánh giá, phát hiện,
 * phân loại, mô tả), as data. Which fields there are and which are needed: docs on the domain, §3.5 (the public list of
 * Thái Nguyên 2025, the form for proposing tasks, the form for initiatives). It begins with what an official knows by
 * heart; the title comes when there is something to name.
 */
export const problemStatementForm: Form = buildForm([
  { ...text('opening', 'field', NEEDED), kind: 'choice', options: fieldOptions() },
  { ...text('opening', 'proposing_unit', NEEDED), kind: 'unit' },
  brief('opening', 'unit_lead', { ...NEEDED, ...INTERNAL, check: checkText }, 200),
  long('survey', 'survey', NEEDED),
  long('assess', 'current_state', NEEDED),
  long('assess', 'tried', { ...OPTIONAL, check: checkText }),
  long('detect', 'problem', { ...NEEDED, hint: hintOnSolutionFirst }),
  long('detect', 'affected', NEEDED),
  long('detect', 'urgency', NEEDED),
  { ...text('classify', 'problem_class', NEEDED), kind: 'choices', options: statementOptions.problem_class },
  long('describe', 'causes', OPTIONAL),
  long('describe', 'description', NEEDED),
  brief('describe', 'title', { ...NEEDED, check: checkTitle, hint: hintOnSolutionFirst }, 300),
  long('basis', 'basis', NEEDED),
  long('basis', 'difference', { ...OPTIONAL, ...INTERNAL, onDemand: true }),
  long('result', 'required_result', { ...NEEDED, hint: hintOnSolutionFirst }),
  {
    ...text('result', 'indicators', { ...NEEDED, check: checkIndicators }),
    kind: 'indicators',
    offered: offeredIndicators,
    most: 5,
  },
  long('result', 'scope', NEEDED),
  brief('result', 'application_site', { ...NEEDED, check: checkText }, 500),
  long('conditions', 'solution_direction', { ...OPTIONAL, check: checkText }),
  {
    ...text('conditions', 'support_wanted', { ...OPTIONAL, ...INTERNAL, hint: hintOnSupportOrder }),
    kind: 'choices',
    options: statementOptions.support_wanted,
  },
  long('conditions', 'available_data', { ...OPTIONAL, check: checkText }),
  long('conditions', 'constraints', { ...OPTIONAL, check: checkText }),
  brief('conditions', 'timeline', { ...OPTIONAL, check: checkText }, 300),
  brief('conditions', 'budget', { ...OPTIONAL, ...INTERNAL, check: checkBudget }, 300),
  brief('conditions', 'budget_source', { ...OPTIONAL, ...INTERNAL, check: checkText }, 300),
  long('contact', 'confidential_part', { ...NEEDED, ...INTERNAL, check: checkText }),
  brief('contact', 'office_contact', { ...NEEDED, check: checkOfficeContact }, 300),
])

function buildForm(fields: readonly Field[]): Form {
  return {
    name: 'problem-statement',
    version: 1,
    groups: Object.entries(groupLabels).map(([id, label]) => ({ id, label })),
    fields,
    migrate: buildMigrate({ version: 1, fields, changes: [] }),
  }
}

function text(group: Groups, id: StatementFieldId, wish: Wish & { required: boolean; public: boolean }) {
  return { id, group, ...questions[id], example: (answers: Answers) => exampleOf(id, answers), ...wish }
}

function brief(
  group: Groups,
  id: StatementFieldId,
  wish: Parameters<typeof text>[2],
  longest: number,
): Field {
  return { ...text(group, id, wish), kind: 'text', longest }
}

/** A page of text: what is longer is better attached as a file. */
function long(group: Groups, id: StatementFieldId, wish: Parameters<typeof text>[2]): Field {
  const check = (answer: Answer) => checkProse(answer, questions[id].label)
  return { ...text(group, id, { check, ...wish }), kind: 'long_text', longest: 3000 }
}

function fieldOptions() {
  return CHALLENGE_FIELDS.map((id) => ({ id, label: challengeFieldNames[id] }))
}

function exampleOf(id: StatementFieldId, answers: Answers): string {
  if (id === 'field' || id === 'support_wanted') return commonExamples[id]
  const story = stories[challengeFieldOf(answers)]
  if (id === 'indicators') return story.indicators.slice(0, 1).map(indicatorExample).join('')
  if (id === 'problem_class') return story.problem_class[1]
  return story[id satisfies StoryFieldId | 'proposing_unit']
}

/** The field of management that the answers name; "other" as long as they name none. */
function challengeFieldOf(answers: Answers): ChallengeField {
  const chosen = answers.field
  const id = chosen?.kind === 'choice' ? chosen.id : undefined
  return CHALLENGE_FIELDS.find((each) => each === id) ?? 'other'
}
