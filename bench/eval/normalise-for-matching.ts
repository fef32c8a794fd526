/** Spellings of one thing, after folding. Applied to the answer and to the expected phrase alike. */
const SPELLINGS: [RegExp, string][] = [
  [/\bdmst\b/g, 'doi moi sang tao'],
  [/\b(?:khcn|kh cn|khoa hoc cong nghe)\b/g, 'khoa hoc va cong nghe'],
  [/\bcds\b/g, 'chuyen doi so'],
  [/\bcntt\b/g, 'cong nghe thong tin'],
  [/\bubnd\b/g, 'uy ban nhan dan'],
  [/\b(?:tphcm|tp hcm|tp ho chi minh)\b/g, 'thanh pho ho chi minh'],
  [/\btp\b/g, 'thanh pho'],
  [/\b(\d+) thang (\d+)(?: nam (\d{4}))?\b/g, '$1 $2 $3'],
]

/**
 * Makes an answer and an expected phrase comparable: folded, lower-cased, punctuation as spaces, decimals with a
 * comma, `07/09/2022` and `ngày 7 tháng 9 năm 2022` alike, the programme's abbreviations written out.
 * Words come out separated and surrounded by single spaces, so that `includes` respects word borders.
 * Folding is written here again on purpose: the judge must not share a fault with the one it judges.
 */
export function normaliseForMatching(text: string): string {
  let words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/(\d)[.,](?=\d)/g, '$1,')
    .replace(/(?!(?<=\d),(?=\d))[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<![\d,])0(\d)\b/g, '$1')
  for (const [spelling, full] of SPELLINGS) words = words.replace(spelling, full)
  return ` ${words.trim().replace(/ +/g, ' ')} `
}

/** The letters and digits alone: how a number is found again whatever separates its digits. */
export function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
