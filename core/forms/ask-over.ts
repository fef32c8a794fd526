import type { Choice } from '../message.ts'
import { formTexts } from '../texts/forms.ts'
import { askPlace } from './ask-place.ts'
import type { Over, Standing } from './place.ts'
import { previewPages } from './preview.ts'
import { clip, fieldAt, nameOf, type Run, textOf } from './run.ts'
import { findFieldById } from './sequence.ts'

type Asked = { text: string; choices?: Choice[] }

export const YES = 'form:yes'
export const NO = 'form:no'
export const NONE = 'form:none'

const yesNo = (yes: string, no: string): Choice[] => [
  { id: YES, label: yes },
  { id: NO, label: no },
]

/** The question that was put over a place. */
export function askOver(run: Run, standing: Standing, over: Over): Asked {
  const { place } = standing
  switch (over.ask) {
    case 'cancel':
      return {
        text: formTexts.cancelAsk(run.keepDays),
        choices: yesNo(formTexts.cancelYes, formTexts.cancelNo),
      }
    case 'which_field':
      return askWhich(run, over.fieldIds)
    case 'preview':
      return askPreview(run, over.page)
    case 'correction':
      return askCorrection(run, over)
    case 'paste':
      return {
        text: formTexts.pasteAsk(over.proposals.length),
        choices: yesNo(
          formTexts.pasteYes,
          takesText(run, standing) ? formTexts.pasteNo : formTexts.pasteNoChoice,
        ),
      }
    case 'proposals':
      return askProposal(run, over)
    case 'fact': {
      const pending = askPlace(run, standing)
      const was = over.said === null ? [] : [{ id: NONE, label: formTexts.factWasAnswer }]
      const name = place.at === 'end' ? '' : nameOf(run, fieldAt(run, place))
      return { text: pending.text, choices: [...yesNo(formTexts.factYes(name), formTexts.factNo), ...was] }
    }
    case 'replace':
      return askReplace(run, standing, over.text)
    case 'keep_text': {
      const name = place.at === 'end' ? '' : nameOf(run, fieldAt(run, place))
      return {
        text: formTexts.keepTextAsk(name, clip(over.text, 300)),
        choices: yesNo(formTexts.keepTextYes, formTexts.keepTextNo),
      }
    }
  }
}

function askWhich(run: Run, fieldIds: readonly string[]): Asked {
  const fields = fieldIds.flatMap((id) => findFieldById(run.form, id) ?? [])
  if (fields.length === 0) return { text: formTexts.whichField }
  const choices = fields.map((field) => ({ id: `form:field:${field.id}`, label: field.label }))
  return { text: formTexts.whichOfFields, choices }
}

function askReplace(run: Run, { place }: Standing, text: string): Asked {
  const field = place.at === 'end' ? null : fieldAt(run, place)
  const present = field ? clip(textOf(run, field, run.answers[field.id]), 300) : ''
  return {
    text: formTexts.replaceAsk(field ? nameOf(run, field) : '', present, clip(text, 300)),
    choices: [
      { id: NONE, label: formTexts.replaceAppend },
      { id: YES, label: formTexts.replaceYes },
      { id: NO, label: formTexts.replaceNo },
    ],
  }
}

function askPreview(run: Run, page: number): Asked {
  const pages = previewPages(run)
  const isLast = page >= pages.length - 1
  const lines = [
    formTexts.previewHeading(page + 1, pages.length),
    pages[page] ?? '',
    ...(isLast ? [formTexts.previewHint] : []),
  ]
  const next = isLast ? [] : [{ id: YES, label: formTexts.previewNext }]
  return { text: lines.join('\n\n'), choices: [...next, { id: NO, label: formTexts.previewBack }] }
}

function askCorrection(run: Run, { changes, text }: Extract<Over, { ask: 'correction' }>): Asked {
  const name = (fieldId: string) => {
    const field = findFieldById(run.form, fieldId)
    return field ? nameOf(run, field) : fieldId
  }
  const no = { id: NO, label: text === '' ? formTexts.correctionNo : formTexts.correctionAnswer }
  const [only] = changes
  if (only && changes.length === 1) {
    return {
      text: formTexts.correctionAsk(name(only.fieldId), only.before, only.after),
      choices: [{ id: 'form:change:0', label: formTexts.correctionYes }, no],
    }
  }
  const choices = changes.map((change, at) => ({
    id: `form:change:${at}`,
    label: formTexts.correctionChange(name(change.fieldId), clip(change.after, 60)),
  }))
  return { text: formTexts.correctionWhich, choices: [...choices, no] }
}

function askProposal(run: Run, { proposals }: Extract<Over, { ask: 'proposals' }>): Asked {
  const [proposal, ...more] = proposals
  const field = proposal && findFieldById(run.form, proposal.fieldId)
  if (!proposal || !field) return { text: formTexts.proposalsDone(0) }
  const text = clip(textOf(run, field, proposal.answer), 300)
  const none = more.length > 0 ? [{ id: NONE, label: formTexts.proposalNone }] : []
  const name = nameOf(run, field)
  return {
    text: proposal.answer.ai
      ? formTexts.proposalOfModel(name, text, clip(proposal.quote, 200))
      : formTexts.proposalAsk(name, text),
    choices: [...yesNo(formTexts.proposalYes, formTexts.proposalNo), ...none],
  }
}

/** Whether the place waits for free words, so that what was typed may be its answer. */
export function takesText(run: Pick<Run, 'form'>, { place }: Standing): boolean {
  if (place.at === 'collecting' || place.at === 'indicator') return true
  if (place.at !== 'asking') return false
  const kind = fieldAt(run, place).kind
  return kind === 'text' || kind === 'long_text'
}
