import type { Transaction } from '../../db.ts'
import type { DialogueContext, Said, Writer } from '../../dialogue.ts'
import { extractText } from '../../files/extract-text.ts'
import { storeFile } from '../../files/store-file.ts'
import { takesText } from '../../forms/ask-over.ts'
import type { Over } from '../../forms/place.ts'
import { clip, fieldAt, nameOf } from '../../forms/run.ts'
import type { Attachment } from '../../message.ts'
import { maskSensitive } from '../../sensitive.ts'
import { conversation } from '../../texts/conversation.ts'
import { drafting } from '../../texts/drafting.ts'
import { formTexts } from '../../texts/forms.ts'
import { readProposals } from './draft-assist.ts'
import type { DraftState } from './draft-state.ts'
import { type DraftStep, stay } from './draft-step.ts'
import type { Work } from './draft-work.ts'

type AtForm = Extract<DraftState, { at: 'form' }>

/**
 * Takes a photo or a document for the field in hand, and offers what a document says for fields that have no answer. What
 * cannot be taken is said, and the question is put again: nothing of the draft changes.
 */
export async function attach(
  work: Work,
  state: AtForm,
  said: Said & { attachment: Attachment },
  context: DialogueContext,
): Promise<DraftStep> {
  const { answers } = work.run
  const { standing, kinSeen } = state
  const { attachment } = said
  const caption = said.text.trim()
  const { place } = standing
  // What was written with it may be an answer: it is asked about, as it would be had it come alone.
  const isTaken = caption !== '' && takesText(work.run, standing)
  const beside: Over | null = isTaken ? { ask: 'keep_text', text: caption } : standing.over
  const say = (note: string) =>
    stay(work, { answers, standing: { place, over: beside }, notes: [note], kinSeen })
  if (attachment.kind !== 'photo' && attachment.kind !== 'file') {
    return say(conversation.attachments[attachment.kind])
  }
  const opened = await context.openAttachment(attachment)
  if (opened.status !== 'opened') return say(drafting.attachment[opened.status])
  const read = attachment.kind === 'file' ? await extractText(opened) : null
  const masked = read?.status === 'read' ? maskSensitive(read.text) : null
  if (masked?.found.includes('state_secret')) return say(drafting.file.secret)
  const proposals = masked ? await readProposals(work.run, masked.text, context) : []
  const notes = [...attachedNote(work, state, opened.name), ...readNote(read?.status, proposals.length)]
  if (notes.length === 0) return say(drafting.attachNowhere)
  const over: Over | null = proposals.length > 0 ? { ask: 'proposals', proposals } : beside
  return stay(work, {
    answers,
    standing: { place, over },
    notes: [...notes, ...notKept({ caption, before: standing.over, over })],
    kinSeen,
    also: (tx, by) => keepFile(tx, by, { work, place, opened }),
  })
}

/** What was typed, now or before, and is not asked about any more. */
function notKept({ caption, before, over }: { caption: string; before: Over | null; over: Over | null }) {
  const typed = [caption, before && 'text' in before && before.ask !== 'fact' ? before.text : '']
  const open = over && 'text' in over ? over.text : ''
  return typed.filter((text) => text !== '' && text !== open).map((text) => formTexts.textNotKept(clip(text)))
}

type Keeping = {
  work: Work
  place: AtForm['standing']['place']
  opened: { name: string; bytes: Uint8Array }
}

/** The file itself; its link to the field has a key of the message, so that a second try adds nothing. */
async function keepFile(tx: Transaction, by: Writer, { work, place, opened }: Keeping): Promise<void> {
  if (place.at === 'end') return
  const { personId, identityId, inboundId } = by
  const key = { challengeId: work.draft.id, fieldId: place.fieldId, inboundId }
  const { name, bytes } = opened
  const file = { personId, identityId, name, bytes, mime: mimeOf(name), expiresAt: null }
  const { id: fileId } = await storeFile(tx, file)
  await tx.challengeFile.create({ data: { ...key, fileId } })
}

const attachedNote = ({ run }: Work, { standing: { place } }: AtForm, name: string): string[] =>
  place.at === 'end' ? [] : [drafting.attached(name, nameOf(run, fieldAt(run, place)))]

function readNote(status: 'read' | keyof typeof drafting.file | undefined, proposals: number): string[] {
  if (status === undefined) return []
  if (status !== 'read') return [drafting.file[status] as string]
  return [proposals > 0 ? drafting.file.found(proposals) : drafting.file.nothing]
}

const TYPES: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

const mimeOf = (name: string): string =>
  TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream'
