/**
 * Folded syllables that carry a question rather than its subject. They count half when a query is matched, because
 * every passage has them and few passages are about them.
 */
export const QUESTION_WORDS: ReadonlySet<string> = new Set(
  (
    'ai gi nao dau sao may bao nhieu khi luc the nhu vi tai la co khong duoc chua phai nhi vay a ha ' +
    'hay cho hoi biet xin voi em anh chi ad oi thi ma bi do nay kia va cua'
  ).split(' '),
)
