const PRESS = /^(\d) #([!-~]{1,32})$/

/**
 * What a query button sends back. The platform shows it as the person's own message, so it begins with the number that
 * could have been typed; the id behind it keeps a button of an old question from answering the present one.
 */
export function writePress(number: number, choiceId: string): string {
  const press = `${number} #${choiceId}`
  return PRESS.test(press) ? press : String(number)
}

/** The choice in a text that `writePress` made, or null for anything else: a press is an ordinary text message. */
export function readPress(text: string): { text: string; choice: string } | null {
  const [, number, choice] = PRESS.exec(text) ?? []
  return number === undefined || choice === undefined ? null : { text: number, choice }
}
