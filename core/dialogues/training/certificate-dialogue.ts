import { z } from 'zod'
import { type DialogueContext, defineDialogue, type Step } from '../../dialogue.ts'
import { plainText } from '../../formatted-text.ts'
import type { Reply } from '../../message.ts'
import { certificateTexts } from '../../texts/certificates.ts'
import { afterTexts } from '../../texts/training-after.ts'
import { unitTexts } from '../../texts/units.ts'
import { daysOf } from '../../training/certificate/days-of.ts'
import { type Certifiable, findCertifiable } from '../../training/certificate/find-certifiable.ts'
import { makeCertificate } from './make-certificate.ts'
import { readName } from './read-names.ts'

const stateSchema = z.object({ registrationId: z.uuid(), at: z.enum(['confirm', 'name']), name: z.string() })
type State = z.infer<typeof stateSchema>

const YES = 'certificate:yes'
const RENAME = 'certificate:rename'
const LATER = 'certificate:not-now'

/** Shows what a certificate will say, lets the name be mended, and makes it. */
export const certificateDialogue = defineDialogue<State>({
  name: 'training-certificate',
  version: 1,
  title: certificateTexts.title,
  state: stateSchema,
  start: async (context) => {
    const [latest] = await findCertifiable(context.db, of(context))
    return latest === undefined ? end(certificateTexts.none) : take(latest, context)
  },
  ask: async (state, context) => {
    const found = await find(state, context)
    if (found === undefined) return []
    return [state.at === 'name' ? reply(certificateTexts.askName) : confirming(found, state.name)]
  },
  step: async (state, { text, choice }, context) => {
    const found = await find(state, context)
    if (found === undefined) return end(certificateTexts.notAny)
    if (state.at === 'name') {
      if (choice !== null || /\?/.test(text)) return { status: 'not_for_me', next: state }
      const name = readName(text)
      if (name === null || !name.includes(' ')) return said(reply(certificateTexts.badName), state)
      return said(confirming(found, name), { ...state, at: 'confirm', name })
    }
    if (choice === YES) return make(found, state.name, context)
    if (choice === LATER) return end(afterTexts.certificateLater)
    if (choice === RENAME) return said(reply(certificateTexts.askName), { ...state, at: 'name' })
    return { status: 'not_for_me', next: state }
  },
})

/** Begins with one certificate: what it will say, or the paper again where there is one. */
export async function take(found: Certifiable, context: DialogueContext): Promise<Step<State>> {
  const { registrationId, certificate, name } = found
  if (certificate !== null) return make(found, certificate.name, context)
  if (name === null) return said(reply(certificateTexts.askName), { registrationId, at: 'name', name: '' })
  return said(confirming(found, name), { registrationId, at: 'confirm', name })
}

async function make(found: Certifiable, name: string, context: DialogueContext): Promise<Step<State>> {
  return { status: 'said', say: [], next: null, effects: await makeCertificate(found, name, context) }
}

async function find({ registrationId }: State, context: DialogueContext): Promise<Certifiable | undefined> {
  return (await findCertifiable(context.db, { ...of(context), registrationId }))[0]
}

const of = ({ person, now }: DialogueContext) => ({ personId: person.id, now })

const confirming = ({ session, unit }: Certifiable, name: string): Reply => ({
  text: plainText(
    certificateTexts.confirm({
      ...{ course: session.course, days: daysOf(session.times), name },
      unit: unit === null ? null : unitTexts.name(unit),
    }),
  ),
  choices: [
    { id: YES, label: certificateTexts.yes },
    { id: RENAME, label: certificateTexts.rename },
    { id: LATER, label: certificateTexts.later },
  ],
})

const reply = (text: string): Reply => ({ text: plainText(text) })
const said = (one: Reply, next: State): Step<State> => ({ status: 'said', say: [one], next })
const end = (text: string): Step<State> => ({ status: 'said', say: [reply(text)], next: null })
