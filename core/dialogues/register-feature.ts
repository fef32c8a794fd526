import type { Feature } from '../feature.ts'
import { plainText } from '../formatted-text.ts'
import { registeringTexts } from '../texts/registering.ts'
import { organisationFeature } from './alerts/organisation-feature.ts'
import { subscribeFeature } from './alerts/subscribe-feature.ts'
import { trainingFeature } from './training/feature.ts'

/** A bare "đăng ký" may mean several things: which one is asked, and each choice leads where its own words would. */
export const registerFeature: Feature = {
  name: 'register',
  async command(asked) {
    const wanted = WANTED.find(({ id }) => id === asked.choice)
    if (wanted !== undefined) {
      const { feature, said } = wanted
      return (await feature.command?.({ ...asked, choice: null, text: said, said })) ?? null
    }
    // In the middle of something the words may be an answer.
    if (asked.choice !== null || asked.dialogue !== null || !PHRASES.has(asked.said)) return null
    const choices = WANTED.map(({ id, label }) => ({ id, label }))
    return { say: [{ text: plainText(registeringTexts.which), choices }] }
  },
}

const PHRASES = new Set([
  ...['dang ky', 'dang ki', 'dk', 'toi muon dang ky', 'em muon dang ky', 'minh muon dang ky', 'muon dang ky'],
])

/** `said`: the words, folded, that the feature knows. */
const WANTED = [
  {
    ...{ id: 'register:alerts', label: registeringTexts.alerts },
    ...{ feature: subscribeFeature, said: 'dang ky nhan tin' },
  },
  {
    ...{ id: 'register:training', label: registeringTexts.training },
    ...{ feature: trainingFeature, said: 'dang ky tap huan' },
  },
  {
    ...{ id: 'register:organisation', label: registeringTexts.organisation },
    ...{ feature: organisationFeature, said: 'ho so doanh nghiep' },
  },
]
