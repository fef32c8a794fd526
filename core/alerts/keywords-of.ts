import { plainWords } from '../commands.ts'
import { hasDiacritics } from '../vietnamese.ts'

/**
 * Whether a text has keywords that people typed: their words stand in it one after another, folded. A short word in
 * capitals ("AI", "IT") is an abbreviation and counts only where the text has it in capitals too, for folded it may be a
 * common word ("ai", "ít"). "ai" typed small means the abbreviation: nobody waits for news of "who".
 */
export function keywordsOf(text: string): (keyword: string) => boolean {
  const folded = ` ${plainWords(text)} `
  const capitals = new Set((text.match(WORD) ?? []).filter(isInCapitals).map((word) => word.toUpperCase()))
  return (keyword) => {
    const said = plainWords(keyword)
    if (said === '') return false
    const typed = keyword.trim()
    if (ABBREVIATION.test(typed) || said === 'ai') return capitals.has(typed.toUpperCase())
    return folded.includes(` ${said} `)
  }
}

/** Two or three letters; longer ones in capitals are more often words of who left the key on ("NUOC"). */
const ABBREVIATION = /^[A-Z]{2,3}$/
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/** Two capitals make an abbreviation ("IoT"); one may begin a sentence. */
const isInCapitals = (word: string) => (word.match(/\p{Lu}/gu) ?? []).length > 1 && !hasDiacritics(word)
