import { z } from 'zod'
import { type DialogueContext, defineDialogue, type Effects, type Step } from '../../dialogue.ts'
import { findFile } from '../../files/find-file.ts'
import { storeFile } from '../../files/store-file.ts'
import { writeSheet } from '../../files/write-sheet.ts'
import { plainText } from '../../formatted-text.ts'
import type { Attachment, Choice, Reply } from '../../message.ts'
import { isStaff } from '../../people/permissions.ts'
import { importTexts } from '../../texts/training-import.ts'
import { applyImport } from '../../training/import/apply-import.ts'
import { countPlanned, readScheduleFile } from './read-schedule-file.ts'

const stateSchema = z.discriminatedUnion('at', [
  z.object({ at: z.literal('file') }),
  z.object({ at: z.literal('confirm'), fileId: z.uuid(), changed: z.number().int() }),
])
type State = z.infer<typeof stateSchema>

const APPLY = 'import:apply'
const DO_NOT = 'import:no'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** As long as somebody may take to look through a report. */
const KEEP_MS = 86_400_000

/**
 * Staff send a spreadsheet, see row by row what was understood and what it would change, and confirm. The file is kept
 * for a day and read again when they confirm: what is written is what the database makes of it at that moment.
 */
export const importScheduleDialogue = defineDialogue<State>({
  name: 'import-training',
  version: 1,
  title: importTexts.title,
  state: stateSchema,
  claims: (_, { choice }) => choice === APPLY || choice === DO_NOT,
  start: (context) => withRight(context, () => askFile(importTexts.askFile)),
  ask: (state) => [state.at === 'file' ? askingFile(importTexts.askFile) : askingToApply(state.changed)],
  step: (state, said, context) =>
    withRight(context, async () => {
      if (said.attachment?.kind === 'file') return takeFile(said.attachment, context)
      if (state.at === 'confirm' && said.choice === DO_NOT) return end(importTexts.notApplied)
      if (state.at === 'confirm' && said.choice === APPLY) return apply(state.fileId, context)
      return { status: 'not_for_me', next: state }
    }),
})

async function withRight(
  { person }: DialogueContext,
  go: () => Step<State> | Promise<Step<State>>,
): Promise<Step<State>> {
  return isStaff(person.actor) ? go() : end(importTexts.notAllowed)
}

async function takeFile(attachment: Attachment, context: DialogueContext): Promise<Step<State>> {
  const opened = await context.openAttachment(attachment)
  if (opened.status !== 'opened') return askFile(importTexts.failed[opened.status])
  const read = await readScheduleFile(opened.bytes, context)
  if (read.status === 'failed') return askFile(importTexts.failed[read.why])
  const report = { id: context.newId(), name: importTexts.reportName }
  if (read.status === 'problems') {
    return {
      status: 'said',
      say: [
        {
          text: plainText(importTexts.problems(read.problems, read.understood, read.unread)),
          file: report,
          upload: true,
        },
      ],
      next: { at: 'file' },
      effects: { write: storing(context, [{ ...report, mime: XLSX, bytes: read.report }]) },
    }
  }
  const counts = countPlanned(read.planned)
  if (counts.created + counts.changed === 0) return end(importTexts.nothingNew(read.unread))
  const fileId = context.newId()
  const notes = read.sessions.filter((each) => each.notes.length > 0)
  const plan = importTexts.plan(
    counts,
    notes.map((each) => importTexts.note(each)),
    read.unread,
  )
  return {
    status: 'said',
    say: [{ text: plainText(plan), file: report }, askingToApply(counts.changed)],
    next: { at: 'confirm', fileId, changed: counts.changed },
    effects: {
      write: storing(context, [
        { ...report, mime: XLSX, bytes: read.report },
        { id: fileId, name: opened.name, mime: 'application/octet-stream', bytes: opened.bytes },
      ]),
    },
  }
}

type Storing = { id: string; name: string; mime: string; bytes: Uint8Array }

const storing =
  ({ now }: DialogueContext, files: Storing[]): NonNullable<Effects['write']> =>
  async (tx, { personId, identityId }) => {
    const expiresAt = new Date(now.getTime() + KEEP_MS)
    for (const file of files) await storeFile(tx, { ...file, personId, identityId, expiresAt })
    return []
  }

async function apply(fileId: string, context: DialogueContext): Promise<Step<State>> {
  const { db, now, newId } = context
  const file = await findFile(db, { id: fileId, now })
  if (file === null || file.personId !== context.person.id) return askFile(importTexts.failed.gone)
  const read = await readScheduleFile(file.bytes, context)
  if (read.status !== 'understood') return takeAgain(read)
  return {
    status: 'said',
    say: [],
    next: null,
    effects: {
      write: async (tx, { personId }) => {
        const applied = await applyImport(tx, read.sessions, { now, newId, byId: personId })
        return [{ text: plainText(importTexts.applied(applied)) }]
      },
    },
  }
}

/** A unit that got another name since, and the like: the file is no longer understood as it was. */
function takeAgain(read: Exclude<Awaited<ReturnType<typeof readScheduleFile>>, { status: 'understood' }>) {
  return askFile(
    read.status === 'failed'
      ? importTexts.failed[read.why]
      : importTexts.problems(read.problems, read.understood, read.unread),
  )
}

/** The empty spreadsheet to fill in, as a reply and what stores it. */
export async function scheduleTemplate(
  context: DialogueContext,
): Promise<{ say: Reply[]; effects: Effects }> {
  const bytes = await writeSheet({
    name: importTexts.sheetName,
    columns: importTexts.templateColumns.map((title) => ({ title, width: 24 })),
    rows: [importTexts.templateRow],
  })
  const file = { id: context.newId(), name: importTexts.templateName }
  return {
    say: [{ text: plainText(importTexts.template), file }],
    effects: { write: storing(context, [{ ...file, mime: XLSX, bytes }]) },
  }
}

const askingFile = (text: string): Reply => ({ text: plainText(text), upload: true })

function askFile(text: string): Step<State> {
  return { status: 'said', say: [askingFile(text)], next: { at: 'file' } }
}

function askingToApply(changed: number): Reply {
  const choices: Choice[] = [
    { id: APPLY, label: importTexts.apply },
    { id: DO_NOT, label: importTexts.doNot },
  ]
  return { text: plainText(importTexts.askApply(changed)), choices }
}

const end = (text: string): Step<State> => ({ status: 'said', say: [{ text: plainText(text) }], next: null })
