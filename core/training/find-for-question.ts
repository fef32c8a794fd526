import type { Unit } from '../units/unit.ts'
import { readPlaceOrUnit, type UnitMention } from './read-unit-mention.ts'
import type { When } from './read-when.ts'
import { isFor } from './register.ts'
import type { ScheduleQuestion } from './schedule-question.ts'
import type { Session } from './session.ts'
import { topicWords, wordsOf } from './topic-words.ts'

/** What the schedule has to say. `sessions`: not yet over and not cancelled, the earliest first. */
export type Schedule = {
  sessions: readonly Session[]
  units: readonly Unit[]
  /** The units of who asks. */
  own: readonly Unit[]
  /** Ids of the sessions that who asks has a seat in or waits for. */
  registered: readonly string[]
}

/** `missing`: what nothing was found for. `instead`: the next ones without that. */
export type ForQuestion =
  | { status: 'found'; sessions: Session[]; mine: boolean }
  | { status: 'none'; missing: ('time' | 'topic' | 'unit')[]; instead: Session[] }
  | { status: 'empty' }
  | { status: 'not_ours' }

/** Finds the sessions a question is about: by code, time, unit or place, and topic. */
export function findForQuestion(question: ScheduleQuestion, schedule: Schedule): ForQuestion {
  const { sessions } = schedule
  if (question.codes.length > 0) {
    const named = sessions.filter(({ code }) => question.codes.includes(code))
    return named.length > 0 ? found(named) : { status: 'none', missing: [], instead: [...sessions] }
  }
  if (sessions.length === 0) return question.certain ? { status: 'empty' } : { status: 'not_ours' }
  const own = sessions.filter(({ id }) => schedule.registered.includes(id))
  if (question.mine && own.length > 0) {
    const then = own.filter((session) => isThen(session, question.when))
    if (then.length > 0) return { status: 'found', sessions: then, mine: true }
  }

  const unit =
    question.ownUnit && schedule.own.length > 0
      ? { as: 'audience' as const, units: [...schedule.own], words: [] }
      : readPlaceOrUnit(question.rest, schedule.units)
  const topic = topicWords(question.rest, unit?.words ?? [])
  const byTopic = matchTopic(sessions, topic)
  if (!question.certain && byTopic === null && unit === null) return { status: 'not_ours' }
  const isAbout =
    topic.explicit && byTopic === null ? () => false : (each: Session) => byTopic?.has(each.id) ?? true
  const fits = {
    time: (each: Session) => isThen(each, question.when),
    unit: (each: Session) => unit === null || isOf(each, unit),
    topic: isAbout,
  }
  const all = Object.entries(fits) as [keyof typeof fits, (each: Session) => boolean][]
  const fitting = sessions.filter((each) => all.every(([, test]) => test(each)))
  if (fitting.length > 0) return found(fitting)
  const missing = all.flatMap(([name, test]) => (sessions.some(test) ? [] : [name]))
  if (!question.certain) return { status: 'not_ours' }
  // What is nowhere is left out; where everything is somewhere, the time gives way.
  const kept = all.filter(([name]) => !(missing.length === 0 ? ['time'] : missing).includes(name))
  const instead = sessions.filter((each) => kept.every(([, test]) => test(each)))
  return { status: 'none', missing: missing.length === 0 ? ['time'] : missing, instead }
}

const found = (sessions: Session[]): ForQuestion => ({ status: 'found', sessions, mine: false })

/** Whether people meet in a stretch of time. */
const isThen = ({ times }: Session, when: When | null) =>
  when === null || times.some(({ from, to }) => from < when.to && to > when.from)

function isOf(session: Session, { as, units, words }: UnitMention): boolean {
  const isNamed = units.some(({ code }) => session.unitCodes.includes(code))
  if (as === 'audience') return isNamed || units.some((unit) => isFor(session, unit))
  const place = ` ${wordsOf([session.place, session.bridgePoint].join(' ')).join(' ')} `
  return isNamed || (words.length > 0 && place.includes(` ${words.join(' ')} `))
}

/** The ids of the sessions that most of the words stand in; null where no word says anything of any session. */
function matchTopic(sessions: readonly Session[], { words }: { words: string[] }): Set<string> | null {
  if (words.length === 0) return null
  const scores = sessions.map((session) => {
    const stands = wordsOf([session.course, ...session.topics, session.trainer ?? ''].join(' , '))
    const known = new Set([...stands, ...pairsOf(stands)])
    const count = (of: string[]) => of.filter((each) => known.has(each)).length
    return { id: session.id, words: count(words), score: count(words) + count(pairsOf(words)) }
  })
  const best = Math.max(...scores.map(({ score }) => score))
  if (Math.max(...scores.map((each) => each.words)) * 2 < words.length || best === 0) return null
  return new Set(scores.filter(({ score }) => score === best).map(({ id }) => id))
}

/** Neighbours: "trí tuệ nhân tạo" is more than the "trí tuệ" of another class and the "nhãn" of a third. */
const pairsOf = (words: readonly string[]) => words.slice(1).map((word, at) => `${words[at]} ${word}`)
