import { formTexts } from '../texts/forms.ts'
import { chooseOption, pickOptions } from './choose-option.ts'
import { chooseUnit } from './choose-unit.ts'
import { stepMore, stepPiece } from './indicators.ts'
import { readQuestion } from './is-question.ts'
import type { Place } from './place.ts'
import { at, type FormSaid, fieldAt, moved, type Outcome, type Run } from './run.ts'
import { finishText, takeText } from './take-text.ts'
import { stepTooLong } from './too-long.ts'
import { isCourtesy } from './words.ts'

/**
 * What the question of a place makes of a message that is no command. `mode` `answer`: the person has said that it is
 * meant as the answer, so it is not looked at as a question any more.
 */
export function stepPlace(run: Run, place: Place, said: FormSaid, mode: 'free' | 'answer' = 'free'): Outcome {
  switch (place.at) {
    case 'end': {
      if (said.choice !== null) return { status: 'ending', choice: said.choice }
      if (readQuestion(said.text)) return { status: 'not_for_me' }
      return moved(run, at(place), isCourtesy(said.text) ? [] : [formTexts.answerWithChoice])
    }
    case 'indicator':
      return stepPiece(run, place, said)
    case 'more_indicators':
      return stepMore(run, place, said)
    case 'too_long':
      return stepTooLong(run, place, said)
    case 'picking':
      return pickOptions(run, place, said)
    case 'naming_unit':
      return chooseUnit(run, place, said)
    case 'collecting':
      if (said.choice === 'form:done') return finishText(run, place)
      return takeText(run, place, said, mode)
    case 'asking': {
      const { kind } = fieldAt(run, place)
      if (kind === 'choice') return chooseOption(run, place, said)
      return kind === 'unit' ? chooseUnit(run, place, said) : takeText(run, place, said, mode)
    }
  }
}
