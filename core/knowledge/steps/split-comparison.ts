/**
 * The two things a question wants to see side by side: "nhiệm vụ hằng năm với bài toán lớn khác nhau thế nào" gives
 * both, undefined when it compares nothing.
 */
export function splitComparison(question: string): [string, string] | undefined {
  if (!COMPARES.test(question)) return undefined
  const subject = question.replace(COMPARES, ' , ').replace(COMPARING_WORDS, ' ')
  const sides = subject
    .split(BETWEEN)
    .map((side) => side.replace(/[?.!,]/gu, ' ').trim())
    .filter((side) => side.length > 1)
  const [one, other] = sides
  return one !== undefined && other !== undefined ? [one, other] : undefined
}

const COMPARES =
  /(?<!\p{L})(?:khác nhau|khac nhau|khác gì|khac gi|khác|khac|so sánh|so sanh|phân biệt|phan biet|giống nhau|giong nhau|difference between)(?!\p{L})/iu
const COMPARING_WORDS =
  /(?<!\p{L})(?:thế nào|the nao|như thế nào|nhu the nao|ntn|ra sao|chỗ nào|cho nao|điểm nào|diem nao|gì|gi|nhau|ở|sự|giữa|giua|ạ|a|vậy|vay)(?!\p{L})/giu
const BETWEEN = /,|(?<!\p{L})(?:với|voi|vs|và|va|so với|hay|hoặc|and)(?!\p{L})/iu
