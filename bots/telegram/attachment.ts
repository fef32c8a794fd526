import { z } from 'zod'
import type { Attachment } from '../../core/message.ts'
import { storable } from './storable.ts'

const file = z.object({
  file_id: z.string(),
  file_name: z.string().optional(),
  file_size: z.int().optional(),
})
/** A shape we do not know must not cost the text that came with it. */
const anyFile = file.optional().catch(undefined)
const present = z.unknown().optional()

/** The members of a message that carry something other than text (https://core.telegram.org/bots/api#message). */
export const mediaSchema = z.object({
  photo: z.array(file).optional().catch(undefined),
  document: anyFile,
  video: anyFile,
  audio: anyFile,
  video_note: anyFile,
  voice: anyFile,
  sticker: anyFile,
  location: present,
  contact: present,
  poll: present,
  dice: present,
  game: present,
  story: present,
  paid_media: present,
  checklist: present,
})

type Media = z.infer<typeof mediaSchema>

const UNSUPPORTED = ['contact', 'poll', 'dice', 'game', 'story', 'paid_media', 'checklist'] as const

/** What a message carries, as a reference that `getFile` understands; where a person is or whom they know is not kept. */
export function findAttachment(media: Media): Attachment | undefined {
  // Sizes of one photo, smallest first.
  const photo = media.photo?.at(-1)
  if (photo) return reference('photo', photo)
  const document = media.document ?? media.video ?? media.audio ?? media.video_note
  if (document) return reference('file', document)
  if (media.voice) return reference('voice', media.voice)
  if (media.sticker) return reference('sticker', media.sticker)
  if (media.location !== undefined) return { kind: 'location' }
  return UNSUPPORTED.some((kind) => media[kind] !== undefined) ? { kind: 'unsupported' } : undefined
}

function reference(
  kind: Attachment['kind'],
  { file_id, file_name, file_size }: z.infer<typeof file>,
): Attachment {
  return {
    kind,
    ref: file_id,
    ...(file_name !== undefined && { name: storable(file_name) }),
    ...(file_size !== undefined && { bytes: file_size }),
  }
}
