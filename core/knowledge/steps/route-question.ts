import { writeOutTeencode } from '../../search/teencode.ts'
import { findAny, readWords } from '../phrases.ts'
import { type RefusalStatus, ROUTES } from '../routes.ts'
import { requestsIn, sentencesOf } from './split-question.ts'

/**
 * The refusal a message calls for by its words alone, or undefined when it may be answered. In a long story only what
 * is asked can be refused, whatever the background mentions; only a complaint is one wherever it stands.
 */
export function routeQuestion(text: string): RefusalStatus | undefined {
  const isStory = text.split(/\s+/u).length > STORY_WORDS
  const sentences = isStory ? sentencesOf(text) : [text]
  const asking = isStory ? requestsIn(sentences) : sentences
  const requests = readAll(asking.length > 0 ? asking : sentences)
  const all = readAll(sentences)
  return ROUTES.find(({ status, when, unless }) =>
    (status === 'refused_complaint' ? all : requests).some(
      (words) => findAny(words, when) && !findAny(words, unless),
    ),
  )?.status
}

const STORY_WORDS = 30
const readAll = (sentences: string[]) =>
  sentences.flatMap((sentence) => [readWords(sentence), readWords(writeOutTeencode(sentence))])
