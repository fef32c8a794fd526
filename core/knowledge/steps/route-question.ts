import { findAny, type Word } from '../phrases.ts'
import { type RefusalStatus, ROUTES } from '../routes.ts'

/** The refusal a question calls for by its words alone, or undefined when it may be answered. */
export function routeQuestion(readings: Word[][]): RefusalStatus | undefined {
  return ROUTES.find((route) =>
    readings.some((words) => findAny(words, route.when) && !findAny(words, route.unless)),
  )?.status
}
