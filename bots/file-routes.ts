import { contentDisposition } from '../core/files/file-name.ts'
import type { FoundFile } from '../core/files/find-file.ts'
import type { Links } from '../core/links.ts'
import type { Address } from '../core/message.ts'
import { fileTexts } from '../core/texts/files.ts'
import type { NotAccepted } from './accept-file.ts'
import { MAX_MB, noticePage, uploadedPage, uploadPage } from './file-pages.ts'
import type { LimitedReceive } from './limit-senders.ts'
import { readUpload, toMessage } from './read-upload.ts'
import { FORM_POLICY } from './security-headers.ts'

export type FileDeps = {
  links: Links
  /** Null where there is no such file any more. Throws when the database is away. */
  findFile(id: string): Promise<FoundFile | null>
  /** Where the person of an account writes; null where there is none. Throws when the database is away. */
  findAccount(identityId: string): Promise<{ address: Address; senderId: string } | null>
  receive: LimitedReceive
  now: () => Date
}

/** The pages behind signed links. Each gives an answer a person can read; they throw when the database is away. */
export type FileRoutes = {
  download(request: Request, id: string): Promise<Response>
  showUpload(token: string): Promise<Response>
  takeUpload(request: Request, token: string): Promise<Response>
}

export function createFileRoutes(deps: FileDeps): FileRoutes {
  const { links, receive, now } = deps

  const findSender = async (token: string) => {
    const read = links.readUpload(token)
    if (read.status === 'expired')
      return html(410, noticePage(fileTexts.linkExpired, fileTexts.uploadExpiredHelp))
    const account = read.status === 'good' ? await deps.findAccount(read.identityId) : null
    return account ?? html(404, noticePage(fileTexts.linkWrong, fileTexts.linkWrongHelp))
  }

  return {
    async download(request, id) {
      const query = new URL(request.url).searchParams
      const verdict = links.readFile(id, { exp: query.get('exp'), sig: query.get('sig') })
      if (verdict === 'forged') return html(404, noticePage(fileTexts.linkWrong, fileTexts.linkWrongHelp))
      if (verdict === 'expired')
        return html(410, noticePage(fileTexts.linkExpired, fileTexts.linkExpiredHelp))
      const file = await deps.findFile(id)
      if (file === null) return html(410, noticePage(fileTexts.fileGone, fileTexts.fileGoneHelp))
      return new Response(new Uint8Array(file.bytes), {
        headers: {
          // Never shown within our page's origin, whatever it is.
          'content-type': HARMLESS.test(file.mime) ? file.mime : 'application/octet-stream',
          'content-disposition': contentDisposition(file.name),
          'content-length': String(file.bytes.length),
          'cache-control': 'private, no-store',
        },
      })
    },

    async showUpload(token) {
      const sender = await findSender(token)
      return sender instanceof Response ? sender : html(200, uploadPage(null))
    },

    async takeUpload(request, token) {
      const sender = await findSender(token)
      if (sender instanceof Response) return sender
      const again = (status: number, problem: string) => html(status, uploadPage(problem))
      const upload = await readUpload(request)
      if (upload === 'too_big') return again(413, fileTexts.tooBig(MAX_MB))
      if (upload === 'busy') return again(503, fileTexts.busy)
      if (upload === 'no_file') return again(400, fileTexts.noFile)
      const { address: from, senderId } = sender
      const made = toMessage(upload, { from, senderId, key: token, now: now() })
      if (made.status !== 'message') return again(400, PROBLEMS[made.status])
      const { status } = await receive(made.message, made.file)
      if (status === 'refused') return again(429, fileTexts.tooMany)
      return status === 'duplicate'
        ? html(200, uploadedPage(fileTexts.uploadTwice, fileTexts.uploadTwiceHelp(made.file.name)))
        : html(200, uploadedPage(fileTexts.uploadDone, fileTexts.uploadDoneHelp(made.file.name)))
    },
  }
}

export const PROBLEMS: Record<NotAccepted['status'], string> = {
  empty: fileTexts.emptyFile,
  wrong_type: fileTexts.wrongType,
  old_office: fileTexts.oldOffice,
  not_what_it_says: fileTexts.notWhatItSays,
}

/** Types that no browser runs. */
const HARMLESS =
  /^(application\/(vnd\.[\w.+-]+|pdf|zip)|image\/(png|jpeg|webp|heic)|text\/(plain|calendar|csv))(; charset=utf-8)?$/

const html = (status: number, body: string) =>
  new Response(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy': FORM_POLICY,
    },
  })
