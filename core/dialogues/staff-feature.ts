import type { AnyDialogue, DialogueContext } from '../dialogue.ts'
import type { Feature, Found } from '../feature.ts'
import { ADD_UNIT_PHRASES, addUnitDialogue } from './add-unit.ts'
import { END_ROLE_PHRASES, endRoleDialogue } from './end-role.ts'

/** "kết thúc vai trò" and "thêm đơn vị". */
export const staffFeature: Feature = {
  name: 'staff',
  command({ said, choice, context }) {
    if (choice !== null) return null
    if (END_ROLE_PHRASES.includes(said)) return begin(endRoleDialogue, context)
    return ADD_UNIT_PHRASES.includes(said) ? begin(addUnitDialogue, context) : null
  },
}

async function begin(dialogue: AnyDialogue, context: DialogueContext): Promise<Found | null> {
  const step = await dialogue.start(context)
  return step.status === 'said' ? { say: step.say, next: step.next } : null
}
