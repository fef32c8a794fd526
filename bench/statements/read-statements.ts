import { readFileSync } from 'node:fs'
import type { Answer, Answers } from '../../core/forms/form.ts'
import { fold, hasDiacritics } from '../../core/vietnamese.ts'

/** A statement and what its rater thought of it: 1 weak, 2 middling, 3 good. */
export type RatedStatement = { id: string; grade: number; answers: Answers }

/** `tuned`: the rubric was fitted to it; `held-out`: it was not. */
export function readStatements(set: 'tuned' | 'held-out'): RatedStatement[] {
  const file = new URL(`${set}.jsonl`, import.meta.url)
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

/** The share of pairs of different grades that the scores put in the same order (ties count half). */
export function agreement(rated: readonly { grade: number; score: number }[]): {
  share: number
  pairs: number
} {
  let right = 0
  let pairs = 0
  for (const [at, one] of rated.entries()) {
    for (const other of rated.slice(at + 1).filter(({ grade }) => grade !== one.grade)) {
      pairs += 1
      const order = Math.sign(one.score - other.score) * Math.sign(one.grade - other.grade)
      right += (order + 1) / 2
    }
  }
  return { share: pairs === 0 ? 1 : right / pairs, pairs }
}

const FLATTERY = [
  'Đây là việc hết sức quan trọng, được lãnh đạo các cấp quan tâm chỉ đạo sâu sát.',
  'Kính mong quý cấp xem xét, chúng tôi vô cùng trân trọng và biết ơn.',
  'Trong thời gian tới cần tiếp tục đẩy mạnh, tăng cường, quyết liệt hơn nữa.',
  'Bài toán này thật tuyệt vời và vô cùng ý nghĩa.',
  'Việc này rất rất quan trọng, thật sự rất quan trọng.',
  'Góp phần nâng cao hiệu quả, ngày càng hiện đại, thông minh, toàn diện.',
]

/** The ways in which a text grows without saying more. */
export const paddings: Record<string, (text: string, at: number) => string> = {
  'empty words behind': (text, at) => `${text} ${FLATTERY[at % FLATTERY.length]}`,
  'empty words before': (text, at) => `${FLATTERY[(at + 1) % FLATTERY.length]} ${text}`,
  'all of them, three times': (text) => `${text} ${FLATTERY.join(' ').repeat(3)}`,
  'a flattering clause': (text) => `${text.replace(/[.]$/u, '')}, hết sức quan trọng và vô cùng ý nghĩa.`,
  'documents and years': (text) =>
    `${text} Thực hiện Nghị quyết 57 và Kế hoạch số 12 của Thành phố, nhiệm kỳ 2025 đến 2030.`,
  'words of the time': (text) => `${text} Đây là bước tiến lớn trong thời đại 4.0 và chuyển đổi số.`,
  'talk of the people': (text) =>
    `${text} Tất cả vì sự nghiệp chung, do dân và vì dân. Nhân dân rất mong chờ, nhất là trong giai đoạn hiện nay. Đảm bảo người dân hài lòng, biết ơn.`,
  'words that stress': (text) => `${text.replace(/[.]$/u, '')} thật sự rất là cần thiết vô cùng.`,
  'said twice': (text) => `${text} ${text}`,
  'said five times': (text) => Array.from({ length: 5 }, () => text).join('\n'),
}

export function pad(answers: Answers, padding: (text: string, at: number) => string): Answers {
  const padded = Object.entries(answers).map(([id, answer], at): [string, Answer] => [
    id,
    answer.kind === 'text' ? { ...answer, text: alike(answer.text, padding(answer.text, at)) } : answer,
  ])
  return Object.fromEntries(padded)
}

/** Whoever writes without diacritics pads without them. */
const alike = (text: string, padded: string) => (hasDiacritics(text) ? padded : fold(padded))

/** A good statement with one of its answers exchanged for that of a weak one: what a coach should notice. */
export function damage(
  rated: readonly RatedStatement[],
): { fieldId: string; good: Answers; damaged: Answers }[] {
  const weak = rated.filter(({ grade }) => grade === 1)
  return rated
    .filter(({ grade }) => grade === 3)
    .flatMap(({ answers }, at) =>
      JUDGED.flatMap((fieldId) => {
        const worse = weak[at % weak.length]?.answers[fieldId]
        return worse === undefined
          ? []
          : [{ fieldId, good: answers, damaged: { ...answers, [fieldId]: worse } }]
      }),
    )
}

const JUDGED = [
  'problem',
  'affected',
  'causes',
  'required_result',
  'indicators',
  'scope',
  'survey',
  'current_state',
]
