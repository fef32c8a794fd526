import type { DialogueContext } from '../../dialogue.ts'
import type { Asked, Feature, Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import { certificateTexts } from '../../texts/certificates.ts'
import { afterTexts } from '../../texts/training-after.ts'
import { findCertificateCode } from '../../training/certificate/certificate-code.ts'
import { type Certifiable, findCertifiable } from '../../training/certificate/find-certifiable.ts'
import { findCertificate } from '../../training/certificate/find-certificate.ts'
import { wordsOf } from '../../training/topic-words.ts'
import { CERTIFICATE_LATER, CERTIFICATE_OF } from './certificate-choices.ts'
import { certificateDialogue, take } from './certificate-dialogue.ts'

const PAPER = '(?:giay )?(?:chung nhan|chung chi)'
const TAKE_WORDS = new RegExp(
  `^(?:(?:cho|xin|gui)(?: (?:toi|em|minh))? )?(?:lay |nhan |tai |xin |cap |in )?${PAPER}(?: (?:cua (?:toi|em|minh)|tap huan|lop|khoa hoc))*(?: (.{2,60}))?$`,
)
const CHECK_WORDS = new RegExp(`^(?:kiem tra|tra cuu|xac minh|xem)?(?: ?${PAPER})?(?: ma)? ?`)
/** With the beginning of a registration's id: a choice's id is short. */
const ONE = 'certificate:one:'
const ID_LENGTH = 13
const MOST_CHOICES = 8

/** "chứng nhận": the paper for who attended a class; "kiểm tra CN-…": whether a paper is good. */
export const certificateFeature: Feature = {
  name: 'training-certificate',
  async command(asked) {
    const { choice, said, context } = asked
    if (choice === CERTIFICATE_LATER) return say(afterTexts.certificateLater)
    if (choice?.startsWith(CERTIFICATE_OF)) return offerOf(choice.slice(CERTIFICATE_OF.length), context)
    if (choice?.startsWith(ONE)) return chosen(choice.slice(ONE.length), context)
    if (choice !== null) return null
    const words = TAKE_WORDS.exec(said)
    const taken = words === null ? null : await offer(words[1] ?? null, context)
    return taken ?? check(asked)
  },
}

/** `which`: the code of a class, or words of somebody's name; null where these fit nothing of the person's. */
async function offer(which: string | null, context: DialogueContext): Promise<Found | null> {
  const all = await findCertifiable(context.db, { personId: context.person.id, now: context.now })
  const found = which === null ? all : fitting(all, which)
  const [only] = found
  if (only === undefined) return which === null || isCode(which) ? say(certificateTexts.none) : null
  if (found.length === 1) return begin(only, context)
  const choices = found.slice(0, MOST_CHOICES).map(({ registrationId, session, others, name }) => ({
    id: `${ONE}${registrationId.slice(0, ID_LENGTH)}`,
    label: certificateTexts.choice(session.course, session.startsAt, others ? name : null),
  }))
  const more = found.length - choices.length
  const text =
    more === 0 ? certificateTexts.which : `${certificateTexts.which}\n${certificateTexts.more(more)}`
  return { say: [{ text: plainText(text), choices }] }
}

const isCode = (which: string) => /^(?:lop )?[a-z0-9]{6}$/.test(which)

function fitting(all: Certifiable[], which: string): Certifiable[] {
  const code = `LOP-${which.slice(-6).toUpperCase()}`
  const ofClass = isCode(which) ? all.filter(({ session }) => session.code === code) : []
  const words = wordsOf(which)
  const ofName = all.filter(({ name }) => words.every((word) => wordsOf(name ?? '').includes(word)))
  return ofClass.length > 0 ? ofClass : ofName
}

/** After a class: one's own at once, where there is one. */
async function offerOf(sessionCode: string, context: DialogueContext): Promise<Found> {
  const all = await findCertifiable(context.db, { personId: context.person.id, now: context.now })
  const own = all.find(({ session, others }) => session.code === sessionCode && !others)
  return own === undefined ? say(certificateTexts.none) : begin(own, context)
}

async function chosen(idStart: string, context: DialogueContext): Promise<Found> {
  const all = await findCertifiable(context.db, { personId: context.person.id, now: context.now })
  const found = all.find(({ registrationId }) => registrationId.startsWith(idStart))
  return found === undefined ? say(certificateTexts.notAny) : begin(found, context)
}

async function begin(found: Certifiable, context: DialogueContext): Promise<Found> {
  const step = await take(found, context)
  if (step.status !== 'said') return { say: [] }
  const next = step.next === null ? {} : { next: certificateDialogue.at(step.next) }
  return { say: step.say, ...next, ...(step.effects && { effects: step.effects }) }
}

/** A message that is the code of a certificate and nothing else but the wish to have it checked. */
async function check({ said, text, context }: Asked): Promise<Found | null> {
  const code = findCertificateCode(text)
  const rest = said.replace(CHECK_WORDS, '')
  if (code === null || rest.replaceAll(' ', '') !== code.replaceAll('-', '').toLowerCase()) return null
  const found = await findCertificate(context.db, code)
  if (found === null) return say(certificateTexts.checkedUnknown)
  return say(found.status === 'valid' ? certificateTexts.checked(found) : certificateTexts.checkedRevoked)
}

const say = (text: string): Found => ({ say: [{ text: plainText(text) }] })
