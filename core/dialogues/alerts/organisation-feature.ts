import { findOrganisation, removeOrganisation } from '../../alerts/subscriptions/organisations.ts'
import { CHALLENGE_FIELDS } from '../../challenge-fields.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Feature, Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import { organisationTexts } from '../../texts/organisations.ts'
import { begin } from './begin.ts'
import { organisationDialogue, shownOf } from './organisation.ts'
import { nextStep, subscribeDialogue } from './subscribe.ts'
import { FIELDS_CHOICE } from './subscribe-draft.ts'

/** The profile of a startup: described, shown, described anew, removed; and the alerts of its fields. */
export const organisationFeature: Feature = {
  name: 'organisation',
  async command({ said, choice, context }) {
    if (choice?.startsWith(FIELDS_CHOICE)) return subscribeTo(choice.slice(FIELDS_CHOICE.length), context)
    if (choice === CHANGE)
      return begin(organisationDialogue, { status: 'said', ...(await firstQuestion(context)) })
    if (choice === REMOVE) return remove
    if (choice === KEEP) return say(organisationTexts.unchanged)
    if (choice !== null || !PHRASES.has(said)) return null
    const known = await findOrganisation(context.db, context.person.id)
    if (known === null)
      return begin(organisationDialogue, { status: 'said', ...(await firstQuestion(context)) })
    return {
      say: [
        {
          text: plainText(organisationTexts.shown(shownOf(known))),
          choices: [
            { id: CHANGE, label: organisationTexts.change },
            { id: REMOVE, label: organisationTexts.remove },
            { id: KEEP, label: organisationTexts.keep },
          ],
        },
      ],
    }
  },
}

const firstQuestion = async (context: DialogueContext) => {
  const next = { at: 'name' as const }
  return { say: (await organisationDialogue.ask(organisationDialogue.at(next), context)) ?? [], next }
}

const remove: Found = {
  say: [{ text: plainText(organisationTexts.removed) }],
  effects: {
    async write(tx, { personId }) {
      await removeOrganisation(tx, personId)
      return []
    },
  },
}

async function subscribeTo(list: string, context: DialogueContext): Promise<Found | null> {
  const fields = CHALLENGE_FIELDS.filter((field) => list.split(',').includes(field))
  if (fields.length === 0) return say(organisationTexts.unchanged)
  const wanted = [{ everything: false, fields, unitCodes: [], keywords: [] }]
  const draft = { wanted, unclear: [], only: false, rhythm: null, guided: false }
  return begin(subscribeDialogue, await nextStep(draft, context))
}

const say = (text: string): Found => ({ say: [{ text: plainText(text) }] })

const CHANGE = 'organisation:change'
const REMOVE = 'organisation:remove'
const KEEP = 'organisation:keep'
const PHRASES = new Set([
  ...[
    'dang ky doanh nghiep',
    'ho so doanh nghiep',
    'doanh nghiep cua toi',
    'khai ho so doanh nghiep',
    'ho so cong ty',
  ],
  ...[
    'dang ky startup',
    'ho so startup',
    'startup cua toi',
    'dang ky cong ty',
    'dang ky doanh nghiep khoi nghiep',
  ],
  ...['dang ky to chuc', 'ho so to chuc', 'hosodoanhnghiep'],
])
