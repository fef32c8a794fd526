import { createHash } from 'node:crypto'
import { storedRef } from '../core/files/stored-attachment.ts'
import type { Address, Inbound } from '../core/message.ts'
import { acceptFile, type NotAccepted } from './accept-file.ts'
import { MAX_FILE_BYTES } from './fetch-file.ts'
import { readBody } from './read-body.ts'
import type { ReceivedFile } from './receive.ts'

export type Upload = { name: string; bytes: Uint8Array }

const MOST_READ_AWAY = 64 * 1024 * 1024
/** Room for what a form puts around a file. */
const AROUND_BYTES = 16 * 1024
const MOST_OF_FORM = MAX_FILE_BYTES + AROUND_BYTES
/**
 * A form is held in memory, some times over, while it is read: of the whole process, whoever sends it. Bytes are counted
 * and not forms, so that connections on which nothing comes keep nobody out.
 */
const MOST_HELD = 8 * MOST_OF_FORM
let held = 0

const DAY_MS = 86_400_000
/** What belongs to a field is stored again with it; the rest is not needed for longer than a draft is worked on. */
const KEPT_MS = 7 * DAY_MS

/** Reads the one file of a form that was posted to us; `busy` while too much is being read. Throws what the connection throws when it breaks. */
export async function readUpload(request: Request): Promise<Upload | 'too_big' | 'no_file' | 'busy'> {
  let own = 0
  const isRoomFor = (bytes: number) => {
    if (held + bytes > MOST_HELD) return false
    held += bytes
    own += bytes
    return true
  }
  try {
    return await readForm(request, isRoomFor)
  } finally {
    held -= own
  }
}

async function readForm(
  request: Request,
  isRoomFor: (bytes: number) => boolean,
): Promise<Upload | 'too_big' | 'no_file' | 'busy'> {
  const { headers } = request
  const type = headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) return 'no_file'
  if (Number(headers.get('content-length') ?? 0) > MOST_OF_FORM) {
    await readAway(request)
    return 'too_big'
  }
  const body = await readCounted(request, isRoomFor)
  if (body === 'busy') return 'busy'
  if (body === 'too_large') return 'too_big'
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null)
  const file = form?.get('file')
  if (!(file instanceof File) || (file.name === '' && file.size === 0)) return 'no_file'
  if (file.size > MAX_FILE_BYTES) return 'too_big'
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

async function readCounted({ headers, body }: Request, isRoomFor: (bytes: number) => boolean) {
  let isFull = false
  const counted = body?.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        isFull ||= !isRoomFor(chunk.length)
        if (isFull) controller.error(new Error('no room'))
        else controller.enqueue(chunk)
      },
    }),
  )
  try {
    return await readBody({ headers, body: counted ?? null }, MOST_OF_FORM)
  } catch (fault) {
    if (isFull) return 'busy'
    throw fault
  }
}

/** A browser shows our answer only when it could send all of its own; a film is cut off. */
async function readAway({ body, headers }: Request): Promise<void> {
  if (body === null || body.locked || Number(headers.get('content-length')) > MOST_READ_AWAY) return
  await body.pipeTo(new WritableStream())
}

/**
 * An uploaded file as the message of a person, and the file to store with it. Under the same `key` the same content is
 * the same message: a second tap on the button sends nothing twice.
 */
export function toMessage(
  { name, bytes }: Upload,
  of: { from: Address; senderId: string; key: string; now: Date },
): { status: 'message'; message: Inbound; file: ReceivedFile } | NotAccepted {
  const accepted = acceptFile({ name, bytes })
  if (accepted.status !== 'accepted') return accepted
  const digest = createHash('sha256').update(of.key).update('\n').update(bytes).digest('hex')
  const id = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`
  const { from, senderId, now: at } = of
  const attachment = { kind: accepted.kind, ref: storedRef(id), name: accepted.name, bytes: bytes.length }
  return {
    status: 'message',
    message: { id: `upload-${id}`, from, senderId, text: '', attachment, at },
    file: {
      id,
      name: accepted.name,
      mime: accepted.mime,
      bytes,
      expiresAt: new Date(at.getTime() + KEPT_MS),
    },
  }
}
