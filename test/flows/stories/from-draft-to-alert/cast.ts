import type { Story } from '../../../support/story.ts'
import type { Figure } from '../../../support/transcript.ts'

/** Nobody of these exists. */
export const lan: Figure = { name: 'Lan', on: 'zalo-bot' }
export const lanOnTelegram: Figure = { name: 'Lan', on: 'telegram' }
export const hai: Figure = { name: 'Hải', on: 'zalo-bot' }
export const thu: Figure = { name: 'Thu', on: 'zalo-bot' }
export const nam: Figure = { name: 'Nam', on: 'telegram' }

/** Phường Sài Gòn. */
export const UNIT = '26740'

/** An hour and a minute of a day, in Viet Nam. */
export const at = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`)

/** The code of the statement the story is about. */
export const codeOf = async ({ prisma }: Story) => (await prisma.challenge.findFirstOrThrow()).code
