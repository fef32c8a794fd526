/** Where a section's facts come from. `date` is dd/mm/yyyy, or a year, as the source itself allows. */
export type Source = { title: string; publisher: string; author?: string; date?: string; url?: string }

/**
 * One section of the approved corpus: what an answer cites.
 * `kind` gap: the documents do not state this, and the text says so (the answer's status is `no_source`).
 * `caution`: a sentence that must go with any answer from this section (a period that has ended, a post of 2022 …).
 */
export type Section = {
  /** `<document>#<anchor>`, both lower-case ASCII with hyphens. */
  id: string
  document: { id: string; title: string; position: number }
  position: number
  title: string
  /** Plain text; a list is lines that begin with `- ` or `1. `. No other markup. */
  text: string
  /** Other ways people ask for this section, indexed together with its title. */
  asks: string[]
  /** Ids of the facts it carries, F001 … F136, and of the conflicts, C1 … C13. */
  facts: string[]
  sources: Source[]
  kind: 'answer' | 'gap'
  caution?: string
}
