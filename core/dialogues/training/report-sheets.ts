import type { SheetContent } from '../../files/write-sheet.ts'
import { reportTexts } from '../../texts/training-reports.ts'
import { unitTexts } from '../../texts/units.ts'
import type { Overview } from '../../training/reports/overview.ts'
import type { SessionReport } from '../../training/reports/session-report.ts'
import type { Unit } from '../../units/unit.ts'
import { vietnamDate, vietnamDateTime } from '../../vietnam-time.ts'

const { sheets: texts } = reportTexts
const { columns: titles } = texts

/** Column titles with their widths in characters. */
const WIDE: readonly string[] = [titles.unit, titles.course, titles.name, titles.formerProvince]
const columns = (...names: string[]) =>
  names.map((title) => ({ title, width: title === titles.comment ? 80 : WIDE.includes(title) ? 34 : 14 }))

const nameOf = (unit: Unit | null) => (unit === null ? texts.noUnit : unitTexts.name(unit))

/** The sheets of one session: its units, its people, and what they wrote where that is shown. */
export function sheetsOfSession({ units, people, feedback }: SessionReport): SheetContent[] {
  const comments = feedback?.status === 'shown' ? feedback.comments : []
  return [
    {
      name: texts.units,
      columns: columns(
        ...[titles.unit, titles.invited, titles.registered, titles.attended, titles.absent, titles.waiting],
      ),
      rows: units.map((line) => [
        nameOf(line.unit),
        line.invited ? texts.invited : null,
        ...[line.registered, line.attended, line.absent, line.waiting],
      ]),
    },
    {
      name: texts.people,
      columns: columns(titles.name, titles.unit, titles.state, titles.at),
      rows: people.map(({ name, unit, state, attendedAt }) => [
        ...[name, nameOf(unit), reportTexts.state(state)],
        attendedAt === null ? null : vietnamDateTime(attendedAt),
      ]),
    },
    ...(comments.length === 0
      ? []
      : [
          {
            name: texts.comments,
            columns: columns(titles.comment),
            rows: comments.map((comment) => [comment]),
          },
        ]),
  ]
}

/** The sheets of all sessions: one line a session, one line a unit, and who has nobody trained. */
export function sheetsOfOverview(overview: Overview): SheetContent[] {
  return [sessionsSheet(overview), unitsSheet(overview), untrainedSheet(overview.untrained)]
}

/** The units nobody of which came. */
export const untrainedSheet = (units: readonly Unit[]): SheetContent => ({
  name: texts.untrained,
  columns: columns(titles.unit, titles.formerProvince),
  rows: units.map((unit) => [unitTexts.name(unit), unit.formerProvince]),
})

const sessionsSheet = ({ sessions }: Overview): SheetContent => ({
  name: texts.sessions,
  columns: columns(
    ...[titles.code, titles.course, titles.day, titles.invitedUnits, titles.registered, titles.attended],
    ...[titles.absent, titles.feedbackCount, titles.useful, titles.clear],
  ),
  rows: sessions.map(({ session, invited, registered, attended, absent, feedback }) => [
    ...[session.code, session.course, vietnamDate(session.startsAt), invited, registered, attended, absent],
    feedback?.count ?? null,
    feedback?.status === 'shown' ? rounded(feedback.useful) : null,
    feedback?.status === 'shown' ? rounded(feedback.clear) : null,
  ]),
})

const unitsSheet = ({ units }: Overview): SheetContent => ({
  name: texts.units,
  columns: columns(titles.unit, titles.classes, titles.registered, titles.attended, titles.absent),
  rows: units.map(({ unit, classes, registered, attended, absent }) => [
    ...[unitTexts.name(unit), classes, registered, attended, absent],
  ]),
})

/** One digit: more would tell apart who answered last. */
const rounded = (average: number | null) => (average === null ? null : Math.round(average * 10) / 10)
