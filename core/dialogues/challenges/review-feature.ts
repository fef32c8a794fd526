import { findCode } from '../../challenges/public/read-code.ts'
import { readChallenge } from '../../challenges/read-challenge.ts'
import { isPublic } from '../../challenges/transitions.ts'
import { plainWords } from '../../commands.ts'
import type { Asked, Feature, Found } from '../../feature.ts'
import { reviewTexts } from '../../texts/reviewing.ts'
import { openDraft } from './open-draft.ts'
import { reviewDialogue } from './review-dialogue.ts'
import { showMenu } from './review-menu.ts'
import { OPEN, readQueueChoice, showQueue } from './review-queue.ts'
import { readerOf, reply } from './review-step.ts'

const QUEUE_PHRASES: readonly string[] = [
  ...['hang cho duyet', 'hang cho', 'cho duyet', 'danh sach cho duyet', 'bai toan cho duyet', 'xem hang cho'],
  ...[
    'bai cho duyet',
    'bai toan can duyet',
    'duyet bai toan',
    'co bai nao cho duyet',
    'co bai nao cho duyet khong',
  ],
]

/** Folded, without the code: what people type to open a statement, and what may as well ask for its public page. */
const OPEN_PHRASES: readonly string[] = [
  ...['mo', 'mo bai', 'mo bai toan', 'mo ra', 'mo ma', 'mo giup', 'duyet', 'duyet bai', 'duyet bai toan'],
]
const READ_PHRASES: readonly string[] = [
  '',
  'xem',
  'xem lai',
  'xem bai',
  'xem bai toan',
  'bai toan',
  'doc',
  'ma',
]

/** "mở BT-XXXXX" and "hàng chờ duyệt": the way to a statement for who has to do with it. Everybody else reads what is public. */
export const reviewFeature: Feature = {
  name: 'review-challenges',
  async command(asked) {
    const page = readQueueChoice(asked.choice)
    if (page !== null) return showQueue(asked.context, page)
    if (QUEUE_PHRASES.includes(asked.said)) return showQueue(asked.context)
    const wanted = wantedBy(asked)
    return wanted === null ? null : open(wanted, asked)
  },
}

/** `sure`: the words say that it is to be opened, and not only read. */
type Wanted = { code: string; sure: boolean }

function wantedBy({ choice, text }: Asked): Wanted | null {
  if (choice?.startsWith(OPEN)) return { code: choice.slice(OPEN.length), sure: true }
  if (choice !== null || text.length > LONGEST) return null
  const found = findCode(text, 'BT')
  if (found === null || !COURTESIES.has(plainWords(found.after))) return null
  const before = plainWords(found.before)
  const sure = OPEN_PHRASES.includes(before)
  return sure || READ_PHRASES.includes(before) ? { code: found.code, sure } : null
}

const LONGEST = 60
const COURTESIES = new Set([
  ...['', 'giup', 'giup em', 'nhe', 'nha', 'di', 'a', 'voi', 'giup toi', 'cho toi', 'ra', 'giup minh'],
])

/** Null leaves it to whoever reads what is public. */
async function open({ code, sure }: Wanted, { context }: Asked): Promise<Found | null> {
  const read = await readChallenge(context.db, { code }, readerOf({ context }))
  if (read === null) {
    if (!sure || (await wasPublished(code, context))) return null
    return { say: [reply(reviewTexts.unknown)] }
  }
  if (!sure && isPublic(read)) return null
  const isOwnDraft = read.parties.includes('author') && (read.state === 'DRAFT' || read.state === 'RETURNED')
  if (isOwnDraft) return openDraft(read.id, context)
  const step = await showMenu({ read, context })
  if (step.status !== 'said' || step.next === null) return null
  return { say: step.say, next: reviewDialogue.at(step.next) }
}

/** Then whoever reads what is public knows what became of it. */
async function wasPublished(code: string, { db }: Asked['context']): Promise<boolean> {
  return (await db.challenge.count({ where: { code, version: { gt: 0 } } })) > 0
}
