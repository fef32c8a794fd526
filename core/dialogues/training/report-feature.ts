import type { DialogueContext } from '../../dialogue.ts'
import type { Asked, Feature, Found } from '../../feature.ts'
import { MIME } from '../../files/mime.ts'
import { storeFile } from '../../files/store-file.ts'
import type { SheetContent } from '../../files/write-sheet.ts'
import { plainText } from '../../formatted-text.ts'
import { FILE_LINK_MS } from '../../links.ts'
import { dayTexts } from '../../texts/training-day.ts'
import { reportTexts } from '../../texts/training-reports.ts'
import { unitTexts } from '../../texts/units.ts'
import { FEWEST_SHOWN } from '../../training/feedback/read-feedback.ts'
import { sumFigures } from '../../training/reports/count-registrations.ts'
import { isAbout } from '../../training/reports/is-about.ts'
import { isTrained, type Overview, readOverview } from '../../training/reports/overview.ts'
import { type Reach, reachOf } from '../../training/reports/reach.ts'
import { readSessionReport } from '../../training/reports/session-report.ts'
import { findSessions, type Session } from '../../training/session.ts'
import { findUnits } from '../../units/find-units.ts'
import { UNIT_KINDS, type Unit } from '../../units/unit.ts'
import { sheetsOfOverview, sheetsOfSession, untrainedSheet } from './report-sheets.ts'
import { namedSession } from './which-session.ts'

const SESSION_WORDS = /^(?:(?:xem|gui|lay|cho) )?bao cao (?:lop|buoi|ve lop)(?: lop)?(?: [a-z0-9]{6})?$/
const ALL_WORDS =
  /^(?:(?:xem|gui|lay|cho) )?(?:bao cao|thong ke|tong hop)(?: ket qua)?(?: (?:tap huan|cac lop|dao tao|boi duong|tat ca cac lop|cac lop tap huan))$/
const UNTRAINED_WORDS = new RegExp(
  '^(?:(?:cac|nhung|co|con|cho biet) )*(?:(?:phuong|xa|dac khu|don vi|noi)(?: |$))+(?:nao )?(?:(?:con|van) )?chua (?:co )?' +
    '(?:(?:ai|nguoi|can bo|nao|duoc|di|tham gia|du|tung) )*(?:hoc|tap huan|dao tao|boi duong|du)' +
    '(?: (?:ve|lop|khoa|chuyen de|chu de|noi dung))*(?: (.+))?$',
)

const REPORT_OF = 'report:of:'
const MOST_CHOICES = 6
/** How far back a class is offered without its code. */
const RECENT_MS = 60 * 86_400_000

/** "báo cáo lớp", "báo cáo tập huấn", "phường nào chưa có ai học …": for staff, and of the own unit for who leads one. */
export const trainingReportFeature: Feature = {
  name: 'training-reports',
  async command(asked) {
    const { choice, said, context } = asked
    const isChoice = choice?.startsWith(REPORT_OF) ?? false
    if (choice !== null && !isChoice) return null
    const untrained = UNTRAINED_WORDS.exec(said)
    const isSession = isChoice || SESSION_WORDS.test(said)
    if (!isSession && !ALL_WORDS.test(said) && untrained === null) return null
    const reach = reachOf(context.person.actor)
    if (reach === null) return say(reportTexts.notAllowed)
    const units = inOrder(await findUnits(context.db))
    const reading = { context, reach, units }
    if (untrained !== null)
      return reportUntrained(untrained[1] === undefined ? null : topicIn(asked), reading)
    if (!isSession) return reportAll(reading)
    const session = await wantedSession(asked)
    return 'say' in session ? session : reportSession(session, reading)
  },
}

type Reading = { context: DialogueContext; reach: Reach; units: Unit[] }

async function wantedSession({ choice, text, context }: Asked): Promise<Session | Found> {
  const { db, now } = context
  if (choice !== null) {
    const [chosen] = await findSessions(db, { code: choice.slice(REPORT_OF.length) })
    return chosen ?? say(dayTexts.unknownSession)
  }
  const named = await namedSession(text, context)
  if (named === 'unknown') return say(dayTexts.unknownSession)
  if (named !== null) return named
  const recent = await findSessions(db, { from: new Date(now.getTime() - RECENT_MS), to: now })
  const held = recent.filter(({ state }) => state !== 'cancelled').toReversed()
  const [only] = held
  if (only === undefined) return say(reportTexts.none)
  if (held.length === 1) return only
  const choices = held.slice(0, MOST_CHOICES).map((session) => ({
    id: `${REPORT_OF}${session.code}`,
    label: dayTexts.sessionChoice(session),
  }))
  return { say: [{ text: plainText(reportTexts.whichSession), choices }] }
}

async function reportSession(session: Session, { context, reach, units }: Reading): Promise<Found> {
  const report = await readSessionReport(context.db, { session, units, reach })
  const ofUnits = (test: (line: (typeof report.units)[number]) => boolean) => report.units.filter(test).length
  const text = reach.all
    ? reportTexts.session({
        ...{ session, totals: report.totals, feedback: report.feedback, fewest: FEWEST_SHOWN },
        invited: ofUnits(({ invited }) => invited),
        unitsRegistered: ofUnits(({ registered, unit }) => registered > 0 && unit !== null),
        unitsAttended: ofUnits(({ attended, unit }) => attended > 0 && unit !== null),
      })
    : reportTexts.ownSession(session, ownNames(reach, units), report.totals, report.people)
  return withFile(text, reportTexts.fileOfSession(session.code), sheetsOfSession(report), context)
}

async function reportAll({ context, reach, units }: Reading): Promise<Found> {
  const overview = await readOverview(context.db, { units, reach, now: context.now })
  if (overview.sessions.length === 0) return say(reportTexts.none)
  const of = {
    sessions: overview.sessions.length,
    totals: sumFigures(overview.sessions),
    until: context.now,
  }
  const text = reach.all
    ? reportTexts.overview({
        ...of,
        units: units.filter(isTrained).length,
        untrained: overview.untrained.length,
      })
    : reportTexts.ownOverview({
        ...of,
        unit: ownNames(reach, units),
        classes: overview.sessions.filter(({ attended }) => attended > 0).length,
      })
  return withFile(text, reportTexts.fileOfAll, sheetsOfOverview(overview), context)
}

async function reportUntrained(topic: string | null, { context, reach, units }: Reading): Promise<Found> {
  const about = topic === null ? {} : { about: isAbout(topic) }
  const overview: Overview = await readOverview(context.db, { units, reach, now: context.now, ...about })
  if (overview.sessions.length === 0) return say(reportTexts.noSessionAbout(topic))
  if (!reach.all) {
    const { attended } = sumFigures(overview.sessions)
    return say(reportTexts.ownUntrained({ unit: ownNames(reach, units), topic, attended }))
  }
  const text = reportTexts.untrained({
    ...{ topic, sessions: overview.sessions.length, units: units.filter(isTrained).length },
    untrained: overview.untrained.map(unitTexts.name),
  })
  if (overview.untrained.length === 0) return say(text)
  return withFile(text, reportTexts.fileOfUntrained, [untrainedSheet(overview.untrained)], context)
}

/** What was typed behind the words for learning, with its marks. */
function topicIn({ text }: Asked): string {
  const topic = TOPIC.exec(text.normalize('NFC'))?.[1] ?? text
  return topic.replace(/[\s?.!]+$/u, '').slice(0, 80)
}
const TOPIC =
  /.*?ch[ưu]a.*?(?:h[ọo]c|t[ậa]p hu[ấa]n|[đd][àa]o t[ạa]o|b[ồo]i d[ưu][ỡo]ng|\bd[ựu])(?:\s+(?:v[ềe]|l[ớo]p|kh[óo]a|chuy[êe]n [đd][ềe]|ch[ủu] [đd][ềe]|n[ộo]i dung))*\s+(.+)$/iu

function ownNames(reach: Reach, units: readonly Unit[]): string {
  if (reach.all) return ''
  return units
    .filter(({ code }) => reach.unitCodes.includes(code))
    .map(unitTexts.name)
    .join(', ')
}

/** Wards, communes, the special zone, departments; each by name. */
function inOrder(units: readonly Unit[]): Unit[] {
  const { compare } = new Intl.Collator('vi')
  const rank = ({ kind }: Unit) => UNIT_KINDS.indexOf(kind)
  return units.toSorted((a, b) => rank(a) - rank(b) || compare(a.name, b.name))
}

/** The tables are made before the turn is written. */
async function withFile(
  text: string,
  name: string,
  sheets: SheetContent[],
  { now }: DialogueContext,
): Promise<Found> {
  const { writeBook } = await import('../../files/report-sheet.ts')
  const bytes = await writeBook(sheets)
  const expiresAt = new Date(now.getTime() + FILE_LINK_MS)
  return {
    say: [],
    effects: {
      write: async (tx, { personId, identityId }) => {
        const file = await storeFile(tx, { personId, identityId, name, mime: MIME.xlsx, bytes, expiresAt })
        return [{ text: plainText(text), file }]
      },
    },
  }
}

const say = (text: string): Found => ({ say: [{ text: plainText(text) }] })
