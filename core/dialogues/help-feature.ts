import type { Feature } from '../feature.ts'
import { plainText } from '../formatted-text.ts'
import { helpTexts } from '../texts/help.ts'

const PHRASES: readonly string[] = [
  ...[
    'giup',
    'giup do',
    'tro giup',
    'huong dan',
    'help',
    'menu',
    'lenh',
    'danh sach lenh',
    'go gi',
    'dung the nao',
  ],
  ...[
    'huong dan su dung',
    'cach su dung',
    'cach dung',
    'toi go gi duoc',
    'tro ly lam duoc gi',
    'lam duoc gi',
  ],
]

/** "giúp": what to type, for what the person may do. */
export const helpFeature: Feature = {
  name: 'help',
  command({ said, context }) {
    if (!PHRASES.includes(said)) return null
    const own = context.person.actor.flatMap(({ role }) => helpTexts.of[role] ?? [])
    const lines = [helpTexts.head, ...new Set([...helpTexts.everybody, ...own]), ...helpTexts.tail]
    return { say: [{ text: plainText(lines.join('\n')) }] }
  },
}
