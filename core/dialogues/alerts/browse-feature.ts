import { findCode } from '../../challenges/public/read-code.ts'
import { readListRequest } from '../../challenges/public/read-list-request.ts'
import { plainWords, withoutCourtesy } from '../../commands.ts'
import type { Asked, Feature, Found } from '../../feature.ts'
import { LIST, listChallenges, READ, readMore } from './list-challenges.ts'
import { PART, readChallenge } from './read-challenge.ts'

/** Reading what was published: lists, and a challenge's page. */
export const browseFeature: Feature = {
  name: 'browse-challenges',
  command({ text, choice, said, context }) {
    if (choice?.startsWith(READ)) return readChallenge(choice.slice(READ.length), 0, context)
    if (choice?.startsWith(PART)) return readPart(choice.slice(PART.length), context)
    if (choice?.startsWith(LIST)) {
      const more = readMore(choice)
      return more && listChallenges(more.request, more.from, context)
    }
    if (choice !== null) return null
    if (LISTS.has(said))
      return listChallenges({ about: '', openOnly: OPEN_LISTS.has(said), sure: true }, 0, context)
    const found = findCode(text, 'BT')
    if (found === null || withoutCourtesy(plainWords(found.after)) !== '') return null
    return READING.has(plainWords(found.before)) ? readChallenge(found.code, 0, context) : null
  },
  /** With a field or a place in it a request could be an answer in a form: it is read when no dialogue took it. */
  answer({ text, context }: Asked) {
    const request = readListRequest(text)
    return request && listChallenges(request, 0, context)
  },
}

function readPart(choice: string, context: Asked['context']): Promise<Found> {
  const [part = '0', code = ''] = choice.split(':')
  return readChallenge(code, Number(part), context)
}

const OPEN_LISTS = new Set([
  ...[
    'bai toan con han',
    'cac bai toan con han',
    'danh sach bai toan con han',
    'bai toan dang mo',
    'bai toan moi',
  ],
  ...[
    'xem bai toan con han',
    'xem bai toan',
    'xem bai toan moi',
    'co bai toan nao con han',
    'bai toan nao con han',
  ],
])
const LISTS = new Set([
  ...OPEN_LISTS,
  ...[
    'danh sach bai toan',
    'tat ca bai toan',
    'cac bai toan',
    'xem tat ca bai toan',
    'danh sach cac bai toan',
  ],
  ...['xem danh sach bai toan', 'bai toan da cong bo', 'danhsachbaitoan'],
])
const READING = new Set([
  '',
  'xem',
  'xem bai',
  'xem bai toan',
  'bai toan',
  'chi tiet',
  'doc',
  'mo',
  'mo bai',
  'mo bai toan',
  'tim',
  'ma',
  'xem ma',
  'xem lai',
])
