import type { Session } from '../session.ts'
import { topicWords, wordsOf } from '../topic-words.ts'

/** Whether a session is about what somebody typed: every word that says something stands in its course or topics. */
export function isAbout(topic: string): (session: Pick<Session, 'course' | 'topics'>) => boolean {
  const { words } = topicWords(`ve ${topic}`, [])
  return ({ course, topics }) => {
    const stand = wordsOf([course, ...topics].join(' , '))
    return words.every((word) => stand.includes(word))
  }
}
