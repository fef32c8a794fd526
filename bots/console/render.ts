import type { Reply } from '../../core/message.ts'

/** A reply as plain text, its choices as numbered lines below it: what is typed to pick one is the number. */
export function renderConsole(reply: Reply): string {
  const choices = (reply.choices ?? []).map((choice, at) => `${at + 1}. ${choice.label}`)
  return [reply.text.text, ...(choices.length > 0 ? ['', ...choices] : [])].join('\n')
}
