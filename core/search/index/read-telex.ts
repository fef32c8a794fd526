import { normalise } from '../../vietnamese.ts'

const TONES: Record<string, string> = { f: '\u0300', s: '\u0301', r: '\u0309', x: '\u0303', j: '\u0323' }
const HORNED: Record<string, string> = { uo: 'ươ', a: 'ă', o: 'ơ', u: 'ư' }

/**
 * What the keys of one syllable write in the Telex input method, for a person who forgot to switch it on:
 * "chuyeenr" → "chuyển", "ddooir" → "đổi", "nguoiwf" → "người". A word without Telex keys comes back unchanged.
 * Rules: dd đ, aa â, ee ê, oo ô, aw ă, ow ơ, uw ư (the w may come late), then f s r x j for the five tones.
 */
export function readTelex(word: string): string {
  const [, before = word, key = '', after = ''] = /^(.*?[aeiouy].*)([fsrxj])(.*?)$/.exec(word) ?? []
  const marked = (before + after)
    .replace(/^dd/, 'đ')
    .replace(/aa/g, 'â')
    .replace(/ee/g, 'ê')
    .replace(/oo/g, 'ô')
    .replace(/uwow?/g, 'ươ')
    .replace(/(uo|[aou])([^aouw]*)w/g, (_, vowel: string, rest: string) => (HORNED[vowel] ?? vowel) + rest)
  return normalise(marked.replace(/[aăâeêioôơuưy]/, `$&${TONES[key] ?? ''}`))
}
