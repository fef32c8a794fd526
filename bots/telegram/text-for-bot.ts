export type Written = {
  text: string
  entities: { type: string; offset: number; length: number; user?: { id: number } | undefined }[]
  private: boolean
  /** Who wrote the message that this one replies to. */
  repliesTo: number | undefined
}

/**
 * The text a person wrote to the bot, without the bot's name. In a group that is a text that names the bot, a command
 * with its name, or a reply to it; for any other text there the answer is null: people talk to each other.
 */
export async function textForBot(
  written: Written,
  self: { id: number; username(): Promise<string> },
): Promise<string | null> {
  if (written.private) return written.text.replace(/^(\/\w+)@\w+/, '$1')
  const name = `@${await self.username()}`.toLowerCase()
  let text = written.text
  let addressed = written.repliesTo === self.id
  for (const entity of written.entities.toSorted((a, b) => b.offset - a.offset)) {
    const end = entity.offset + entity.length
    const said = written.text.slice(entity.offset, end).toLowerCase()
    const isName = said === name || (entity.type === 'text_mention' && entity.user?.id === self.id)
    const isCommand = entity.type === 'bot_command' && said.endsWith(name)
    if (!isName && !isCommand) continue
    addressed = true
    text = text.slice(0, isCommand ? end - name.length : entity.offset) + text.slice(end)
  }
  return addressed ? text.replace(/ {2,}/g, ' ').replace(/^[\s,:;]+|\s+$/g, '') : null
}
