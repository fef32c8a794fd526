import type { DialogueContext } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Reply } from '../../message.ts'

/** The notice before a consent is asked for; nothing for who agreed to something under this very notice before. */
export function shownNotice({ consents, notice }: DialogueContext): Reply[] {
  const isKnown = Object.values(consents).includes('granted')
  return isKnown ? [] : [{ text: plainText(notice.text) }]
}
