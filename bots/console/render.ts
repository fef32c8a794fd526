import type { Reply } from '../../core/message.ts'

/**
 * A reply as plain text, its choices as numbered lines below it: what is typed to pick one is the number. The address of
 * its file is written out, since a terminal shows no links.
 */
export function renderConsole(reply: Reply): string {
  const { text, runs } = reply.text
  const addresses = reply.file || reply.upload ? runs.flatMap(({ url }) => url ?? []) : []
  const choices = (reply.choices ?? []).map((choice, at) => `${at + 1}. ${choice.label}`)
  return [text, ...addresses, ...(choices.length > 0 ? ['', ...choices] : [])].join('\n')
}
