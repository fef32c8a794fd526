import type { SavedDialogue, Step } from '../../dialogue.ts'
import type { Asked, Feature, Found } from '../../feature.ts'
import { isStaff } from '../../people/permissions.ts'
import { findSessionCodes } from '../../training/training-code.ts'
import { addSessionDialogue } from './add-session.ts'
import { answerSchedule, REGISTER_CHOICE } from './answer-schedule.ts'
import { changeFor, changeSessionDialogue } from './change-session.ts'
import { importScheduleDialogue, scheduleTemplate } from './import-schedule.ts'
import { leaveSessionDialogue } from './leave-session.ts'
import { answerOffer, showMine } from './my-registrations.ts'
import { registerDialogue, registerFor } from './register.ts'
import { registerColleaguesDialogue } from './register-colleagues.ts'

/** Classes: asking when and where, registering, and what staff do for it. */
export const trainingFeature: Feature = {
  name: 'training',
  async command(asked) {
    if (ADD.test(asked.said)) return begun(await addSessionDialogue.start(asked.context))
    return (await registering(asked)) ?? (await changing(asked)) ?? (await importing(asked))
  },
  answer: answerSchedule,
}

const REGISTER = [
  ...[
    'dang ky hoc',
    'dang ky lop',
    'dang ky lop hoc',
    'dang ky tap huan',
    'dang ky lop tap huan',
    'dang ky di hoc',
  ],
  ...['toi muon dang ky hoc', 'em muon dang ky hoc', 'toi muon dang ky tap huan', 'em muon dang ky tap huan'],
  ...['dang ky khoa hoc', 'ghi danh', 'toi muon dang ky lop', 'em muon dang ky lop'],
]
const COLLEAGUES = [
  ...['dang ky cho don vi', 'dang ky cho dong nghiep', 'dang ky thay dong nghiep', 'dang ky ho dong nghiep'],
  ...['dang ky hoc cho don vi', 'dang ky hoc cho dong nghiep', 'dang ky lop cho don vi', 'dang ky danh sach'],
]
const MINE = [
  ...[
    'lop cua toi',
    'lop cua em',
    'lop cua minh',
    'lich hoc cua toi',
    'lich hoc cua em',
    'lich hoc cua minh',
  ],
  ...['cac lop cua toi', 'lop toi dang ky', 'lop da dang ky', 'toi dang ky lop nao', 'toi dang ky lop gi'],
]
const LEAVE = [
  ...['huy dang ky', 'huy dang ky hoc', 'huy dang ky lop', 'huy lop', 'rut dang ky', 'bo dang ky', 'huy cho'],
  ...['khong di hoc duoc', 'toi khong di hoc duoc', 'huy dang ky lop hoc', 'huy dang ky tap huan'],
]
const ACCEPT = ['nhan cho', 'toi nhan cho', 'em nhan cho', 'dong y nhan cho', 'nhan cho hoc']
const REFUSE = ['nhuong cho', 'toi nhuong cho', 'em nhuong cho', 'khong nhan cho', 'tu choi cho']

async function registering({ said, choice, text, context }: Asked): Promise<Found | null> {
  if (choice?.startsWith(REGISTER_CHOICE)) {
    return entered(await registerFor(choice.slice(REGISTER_CHOICE.length), context))
  }
  const [code] = findSessionCodes(text)
  if (code !== undefined && /^(?:\w+ )?(?:muon )?dang ky\b/.test(said))
    return entered(await registerFor(code, context))
  if (REGISTER.includes(said)) return begun(await registerDialogue.start(context))
  if (COLLEAGUES.includes(said)) return begun(await registerColleaguesDialogue.start(context))
  if (MINE.includes(said)) return showMine(context)
  if (LEAVE.includes(said)) return begun(await leaveSessionDialogue.start(context))
  if (ACCEPT.includes(said)) return answerOffer('accept', context)
  return REFUSE.includes(said) ? answerOffer('refuse', context) : null
}

const ADD = /^(?:them|tao|nhap) (?:mot |1 )?(?:lop|buoi)(?: (?:moi|tap huan|hoc))*$/
const CHANGE = /^(?:sua|doi|chinh) lop\b/
const CANCEL = /^huy lop lop\b/

async function changing({ said, text, context }: Asked): Promise<Found | null> {
  const isCancelling = CANCEL.test(said)
  const [code] = findSessionCodes(text)
  if (!isCancelling && !(CHANGE.test(said) && (code !== undefined || said.split(' ').length <= 3)))
    return null
  // Whoever is not staff can only mean their own seat.
  if (isCancelling && !isStaff(context.person.actor)) return begun(await leaveSessionDialogue.start(context))
  const step = await changeFor(code ?? null, isCancelling ? 'cancel' : null, context)
  if (step.status !== 'said') return null
  const next = step.next === null ? null : changeSessionDialogue.at(step.next)
  return { say: step.say, next, ...(step.effects && { effects: step.effects }) }
}

const IMPORT = [
  'nhap lich',
  'nhap lich tap huan',
  'gui lich tap huan',
  'tai lich tap huan',
  'them lich tap huan',
]
const TEMPLATE = ['mau lich', 'mau lich tap huan', 'tep mau lich', 'file mau lich', 'lay mau lich']
const SHEET = /\.(?:xlsx|xls|csv)$/i

async function importing({ said, attachment, context, dialogue }: Asked): Promise<Found | null> {
  if (IMPORT.includes(said)) return begun(await importScheduleDialogue.start(context))
  if (!isStaff(context.person.actor)) return null
  if (TEMPLATE.includes(said)) return scheduleTemplate(context)
  // A spreadsheet out of the blue, from who keeps the schedule, is one.
  const isSheet = attachment?.kind === 'file' && SHEET.test(attachment.name ?? '')
  if (!isSheet || dialogue !== null) return null
  const empty = importScheduleDialogue.at({ at: 'file' })
  const step = await importScheduleDialogue.resume(empty, { text: '', choice: null, attachment }, context)
  return step && begun(step)
}

function begun(step: Step<SavedDialogue>): Found | null {
  if (step.status !== 'said') return null
  return { say: step.say, next: step.next, ...(step.effects && { effects: step.effects }) }
}

/** A step of the registration that was entered with a class known. */
function entered(step: Awaited<ReturnType<typeof registerFor>>): Found | null {
  if (step.status !== 'said') return null
  const next = step.next === null ? null : registerDialogue.at(step.next)
  return { say: step.say, next, ...(step.effects && { effects: step.effects }) }
}
