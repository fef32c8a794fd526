import { SendError } from '../errors.ts'
import { joinTexts, plainText } from '../formatted-text.ts'
import { FILE_LINK_MS, type Links, UPLOAD_LINK_MS } from '../links.ts'
import type { Address, Channel, FileContent, FormattedText, Reply } from '../message.ts'
import { fileTexts } from '../texts/files.ts'
import { vietnamDate } from '../vietnam-time.ts'

export type FileDeps = {
  /** Null where there is no such file any more. Throws when the database is away. */
  findFile(id: string): Promise<FileContent | null>
  /** The account that is written to at an address. Throws when the database is away. */
  findIdentity(to: Address): Promise<string | null>
  links: Links
  now: () => Date
}

/**
 * The same channel, sending what belongs to a reply besides its words: the content of its file where the platform
 * carries files, otherwise a link to it that runs out; a link to our upload page where a document is asked for and the
 * platform takes none. A reply is never held back for a file that is gone: the words say so.
 */
export function openingFiles(channel: Channel, deps: FileDeps): Channel {
  return {
    ...channel,
    async send(to, reply, purpose) {
      const asks = reply.upload === true && channel.files?.in !== true
      if (reply.file === undefined && !asks) return channel.send(to, reply, purpose)
      const { words, file } = await open(channel, { to, reply, asks }, deps).catch(() => {
        // Nothing has left yet: it is tried again like a message that could not be sent for want of a connection.
        throw new SendError('network', 'the file of the reply could not be read')
      })
      const text = joinTexts([reply.text, ...words])
      return file === null
        ? channel.send(to, { ...reply, text }, purpose)
        : channel.send(to, { ...reply, text }, purpose, file)
    },
  }
}

async function open(
  channel: Channel,
  { to, reply, asks }: { to: Address; reply: Reply; asks: boolean },
  deps: FileDeps,
): Promise<{ words: FormattedText[]; file: FileContent | null }> {
  const file = reply.file ? await deps.findFile(reply.file.id) : null
  const sent = channel.files?.out === true ? file : null
  const words: FormattedText[] = []
  if (reply.file && file === null) words.push(plainText(fileTexts.goneBeforeSent(reply.file.name)))
  if (reply.file && file !== null && sent === null) words.push(downloadLine(reply.file.id, file.name, deps))
  const identityId = asks ? await deps.findIdentity(to) : null
  if (identityId !== null) {
    const until = new Date(deps.now().getTime() + UPLOAD_LINK_MS)
    words.push(linked(fileTexts.uploadHere, fileTexts.uploadLabel, deps.links.upload(identityId, until)))
  }
  return { words, file: sent }
}

function downloadLine(id: string, name: string, { links, now }: FileDeps): FormattedText {
  const until = new Date(now().getTime() + FILE_LINK_MS)
  return linked(fileTexts.download(vietnamDate(until)), name, links.file(id, until))
}

function linked(before: string, label: string, url: string): FormattedText {
  const start = before.length + 1
  return { text: `${before} ${label}`, runs: [{ start, length: label.length, style: 'link', url }] }
}
