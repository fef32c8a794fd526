import { findDrafts, type ListedDraft } from '../../challenges/drafts/find-drafts.ts'
import { renameDraft, restoreDraft } from '../../challenges/drafts/give-up-draft.ts'
import { plainWords } from '../../commands.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Asked, Feature, Found } from '../../feature.ts'
import type { Choice } from '../../message.ts'
import { drafting } from '../../texts/drafting.ts'
import { vietnamDate } from '../../vietnam-time.ts'
import { draftDialogue } from './draft-challenge.ts'
import { beginDraft } from './draft-open.ts'
import { draftStateSchema } from './draft-state.ts'
import { reply } from './draft-step.ts'
import { foundIn, openDraft } from './open-draft.ts'

/** Begins, lists, opens, renames and gets back the drafts of a person. */
export const draftFeature: Feature = {
  name: 'draft',
  async command(asked) {
    const { said, choice, context } = asked
    if (choice !== null) return chosen(choice, context)
    if (START.has(said)) return startOrOpen(context)
    if (LIST.has(said)) return listDrafts(context)
    if (GO_ON.has(said)) return goOn(asked)
    if (RESTORE.has(said)) return listGivenUp(context)
    const about = ABOUT.exec(said)?.[1]
    if (about !== undefined) return foundIn(await beginDraft(lastWords(asked.text, about), context))
    const name = RENAME.exec(said)?.[1]
    if (name !== undefined) return rename(asked, lastWords(asked.text, name))
    const wanted = OPEN.exec(said)?.[1]
    return wanted === undefined ? null : openNamed(wanted, asked)
  },
}

/** Folded whole messages. */
const START = new Set([
  ...[
    'soan bai toan',
    'soan bai toan moi',
    'soan bai',
    'viet bai toan',
    'tao bai toan',
    'tao bai toan moi',
    'bai toan moi',
  ],
  ...[
    'de xuat bai toan',
    'neu bai toan',
    'toi muon soan bai toan',
    'toi muon de xuat bai toan',
    'soan de bai',
    'soanbaitoan',
  ],
  ...['em muon soan bai toan', 'dang ky bai toan', 'gui bai toan'],
])
const LIST = new Set([
  ...[
    'ban nhap',
    'ban nhap cua toi',
    'cac ban nhap',
    'cac ban nhap cua toi',
    'danh sach ban nhap',
    'xem ban nhap',
  ],
  ...['xem cac ban nhap', 'mo ban nhap', 'bannhap', 'ban nhap cua em'],
])
const GO_ON = new Set([
  ...['tiep tuc', 'lam tiep', 'tiep', 'tiep tuc soan', 'soan tiep', 'tiep tuc ban nhap', 'lam tiep ban nhap'],
  ...['tiep tuc soan bai toan', 'soan tiep bai toan', 'tiep tuc bai toan'],
])
const RESTORE = new Set(['khoi phuc', 'khoi phuc ban nhap', 'lay lai ban nhap', 'khoi phuc bai toan'])
const ABOUT = /^(?:soan|viet|tao|neu|de xuat) bai toan (?:moi )?(?:ve|ten la|ten) (.+)$/
const RENAME = /^(?:doi ten|dat ten|doi lai ten)(?: lai)?(?: ban nhap)?(?: nay)? (?:thanh|la|lai la) (.+)$/
const OPEN = /^(?:mo|lam tiep|tiep tuc|soan tiep) ban nhap (?:so )?(.+)$/

const OPEN_CHOICE = 'draft:open:'
const RESTORE_CHOICE = 'draft:restore:'
const NEW_CHOICE = 'draft:new'
/** A longer list is not read on a phone; the rest is opened by name. */
const MOST_LISTED = 8
const LONGEST_NAME = 120

async function chosen(choice: string, context: DialogueContext): Promise<Found | null> {
  if (choice === NEW_CHOICE) return foundIn(await beginDraft(null, context))
  if (choice.startsWith(OPEN_CHOICE)) return openDraft(choice.slice(OPEN_CHOICE.length), context)
  return choice.startsWith(RESTORE_CHOICE) ? restore(choice.slice(RESTORE_CHOICE.length), context) : null
}

const draftsOf = ({ db, person, now }: DialogueContext, which: 'in_hand' | 'given_up' = 'in_hand') =>
  findDrafts(db, { authorId: person.id, now, which })

async function startOrOpen(context: DialogueContext): Promise<Found> {
  const drafts = await draftsOf(context)
  const [empty] = drafts.filter(({ answered, isReturned }) => answered === 0 && !isReturned)
  if (drafts.length === 0) return foundIn(await beginDraft(null, context))
  if (empty && drafts.length === 1) return openDraft(empty.id, context)
  const choices = [...drafts.slice(0, MOST_LISTED).map(openChoice), NEW]
  return { say: [reply(drafting.beginNewOrOpen(drafts.length), choices)], next: null }
}

const NEW: Choice = { id: NEW_CHOICE, label: drafting.startNew }

async function listDrafts(context: DialogueContext): Promise<Found> {
  const drafts = await draftsOf(context)
  if (drafts.length === 0) return { say: [reply(drafting.noDrafts)] }
  const choices = [...drafts.slice(0, MOST_LISTED).map(openChoice), NEW]
  return { say: [reply(drafting.chooseDraft(drafts.length), choices)] }
}

const openChoice = ({ id, title, answered, of, touchedAt, isReturned }: ListedDraft): Choice => ({
  id: OPEN_CHOICE + id,
  label: isReturned
    ? drafting.returnedLabel(clip(title))
    : drafting.draftLabel(clip(title), answered, of, vietnamDate(touchedAt)),
})

const clip = (title: string) => (title.length <= 60 ? title : `${title.slice(0, 59).trimEnd()}…`)

/** "Tiếp tục" beside another dialogue means that one. */
async function goOn({ dialogue, context }: Asked): Promise<Found | null> {
  if (dialogue !== null && dialogue.name !== draftDialogue.name) return null
  const [last, ...more] = await draftsOf(context)
  if (last === undefined) return dialogue === null ? { say: [reply(drafting.noDrafts)] } : null
  return more.length === 0 ? openDraft(last.id, context) : listDrafts(context)
}

async function openNamed(wanted: string, { context }: Asked): Promise<Found> {
  const drafts = await draftsOf(context)
  const numbered = /^\d{1,2}$/.test(wanted) ? drafts[Number(wanted) - 1] : undefined
  const named = drafts.filter(({ title, code }) =>
    `${plainWords(title)} ${plainWords(code)}`.includes(wanted),
  )
  const found = numbered ?? (named.length === 1 ? named[0] : undefined)
  if (found) return openDraft(found.id, context)
  const listed = named.length > 1 ? named : drafts
  if (listed.length === 0) return { say: [reply(drafting.noDrafts)] }
  const text = named.length > 1 ? drafting.chooseDraft(named.length) : drafting.noDraftNamed(wanted)
  return { say: [reply(text, listed.slice(0, MOST_LISTED).map(openChoice))] }
}

/** The draft in hand, or the only one there is, is called by another name. */
async function rename({ dialogue, context }: Asked, typed: string): Promise<Found> {
  const name = typed.slice(0, LONGEST_NAME)
  const drafts = await draftsOf(context)
  const state = draftStateSchema.safeParse(dialogue?.name === draftDialogue.name ? dialogue.state : null)
  const id = state.success ? state.data.challengeId : drafts.length === 1 ? drafts[0]?.id : undefined
  const draft = drafts.find((each) => each.id === id)
  if (draft === undefined)
    return { say: [reply(drafts.length === 0 ? drafting.noDrafts : drafting.renameWhich)] }
  return {
    say: [],
    effects: {
      async write(tx, by) {
        const done = await renameDraft(tx, { id: draft.id, authorId: by.personId, name })
        if (!done) return [reply(drafting.gone)]
        return [reply(draft.hasTitle ? drafting.renamedButTitled(draft.title) : drafting.renamed(name))]
      },
    },
  }
}

async function listGivenUp(context: DialogueContext): Promise<Found> {
  const [only, ...more] = await draftsOf(context, 'given_up')
  if (only === undefined) return { say: [reply(drafting.nothingToRestore)] }
  if (more.length === 0) return restore(only.id, context)
  const choices = [only, ...more].slice(0, MOST_LISTED).map((draft) => ({
    ...openChoice(draft),
    id: RESTORE_CHOICE + draft.id,
  }))
  return { say: [reply(drafting.whichToRestore, choices)] }
}

async function restore(id: string, context: DialogueContext): Promise<Found> {
  const draft = (await draftsOf(context, 'given_up')).find((each) => each.id === id)
  if (draft === undefined) return { say: [reply(drafting.nothingToRestore)] }
  return {
    say: [],
    next: null,
    effects: {
      async write(tx, by) {
        const done = await restoreDraft(tx, { id, authorId: by.personId, now: by.now })
        return [reply(done ? drafting.restored(draft.title) : drafting.expired(draft.title))]
      },
    },
  }
}

/** The last words of a text that fold to these, as they were typed: "R&D" folds to two words, a courtesy to none. */
function lastWords(text: string, folded: string): string {
  const words = text.trim().split(/\s+/)
  for (let start = words.length - 1; start >= 0; start -= 1) {
    for (let end = words.length; end > start; end -= 1) {
      const typed = words.slice(start, end).join(' ')
      if (plainWords(typed) === folded) return typed.replace(/[\s.,;!?]+$/, '')
    }
  }
  return folded
}
