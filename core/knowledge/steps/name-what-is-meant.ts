import { fold } from '../../vietnamese.ts'
import { saysSomething } from '../coverage.ts'

/**
 * A request that points back ("đợt đó dạy những gì") with what it points to, taken from the story told before it ("… không
 * dự được đợt tập huấn 30/10"): "đợt tập huấn 30/10 dạy những gì". Nothing to point to leaves the request as it was.
 */
export function nameWhatIsMeant(request: string, story: string): string {
  const pointing = POINTING.exec(request)
  const head = pointing?.[1]
  const at = story.lastIndexOf(request)
  if (!pointing || head === undefined || !saysSomething(head)) return request
  const told = at > 0 ? story.slice(0, at) : story
  const named = namings(told, head).at(-1)
  return named === undefined ? request : request.replace(pointing[0], `${head} ${named}`)
}

const POINTING = /(?<!\p{L})(\p{L}{2,}) (?:đó|này|ấy|do|nay|ay)(?!\p{L})/iu
/** "Đợt tập huấn 30/10 mà sở mở": a name is rarely longer. */
const LONGEST_NAME = 4

/** What follows a word in a text, each time, up to the end of the clause. */
function namings(text: string, head: string): string[] {
  const clauses = text.split(/[,.;:!?\n]+/u).map((clause) => clause.split(/\s+/u).filter(Boolean))
  return clauses.flatMap((words) =>
    words.flatMap((word, at) => {
      const after = words.slice(at + 1, at + 1 + LONGEST_NAME)
      const isNamed =
        after.length > 1 && after.some(saysSomething) && !/^(?:đó|này|ấy|do|nay|ay)$/iu.test(after[0] ?? '')
      return fold(word.toLowerCase()) === fold(head.toLowerCase()) && isNamed ? [after.join(' ')] : []
    }),
  )
}
