import { findPublicByCode } from '../../challenges/public/find-public.ts'
import { follow, isFollowing, unfollow } from '../../challenges/public/follow.ts'
import { deadlineText } from '../../challenges/public/page.ts'
import { isOpen, type PublicChallenge } from '../../challenges/public/public-challenge.ts'
import { findCode } from '../../challenges/public/read-code.ts'
import { plainWords, withoutCourtesy } from '../../commands.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Feature, Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice } from '../../message.ts'
import { type ConsentEntry, hasConsent } from '../../people/consent.ts'
import { challengePages } from '../../texts/challenge-pages.ts'
import { conversation } from '../../texts/conversation.ts'
import { FOLLOW, INTEREST, missing, UNFOLLOW } from './read-challenge.ts'
import { shownNotice } from './shown-notice.ts'

type Wish = 'follow' | 'interest' | 'unfollow'

/**
 * Following one challenge, and noting an interest in it. Each is confirmed by a choice beside whatever the person is
 * doing; the consent to be written to is asked for here where it is missing.
 */
export const followFeature: Feature = {
  name: 'follow-challenge',
  command({ text, choice, context }) {
    if (choice !== null) return hearChoice(choice, context)
    const found = findCode(text, 'BT')
    if (found === null || withoutCourtesy(plainWords(found.after)) !== '') return null
    const wish = WISHES.get(plainWords(found.before))
    return wish === undefined ? null : askFirst(wish, found.code, context)
  },
}

const WISHES = new Map<string, Wish>([
  ...['theo doi', 'theo doi bai toan', 'dang ky', 'dang ky theo doi', 'nhan tin', 'nhan tin ve'].map(
    (phrase): [string, Wish] => [phrase, 'follow'],
  ),
  ...['bo theo doi', 'bo theo doi bai toan', 'thoi theo doi', 'huy theo doi', 'ngung theo doi', 'bo'].map(
    (phrase): [string, Wish] => [phrase, 'unfollow'],
  ),
  ...['quan tam', 'quan tam bai toan', 'toi quan tam', 'muon lam', 'toi muon lam', 'muon tham gia'].map(
    (phrase): [string, Wish] => [phrase, 'interest'],
  ),
])

const CONFIRMED = 'bt:yes:'
const AGREED = 'bt:agree:'
const REFUSED = 'bt:refuse'
const NO = 'bt:no'

function hearChoice(choice: string, context: DialogueContext): Promise<Found | null> | Found | null {
  if (choice === NO) return say(challengePages.notFollowed)
  if (choice === REFUSED) {
    return { ...say(challengePages.consentRefused), effects: { consents: [entry('refused', context)] } }
  }
  if (choice.startsWith(FOLLOW)) return askFirst('follow', choice.slice(FOLLOW.length), context)
  if (choice.startsWith(UNFOLLOW)) return askFirst('unfollow', choice.slice(UNFOLLOW.length), context)
  if (choice.startsWith(INTEREST)) return askFirst('interest', choice.slice(INTEREST.length), context)
  if (!choice.startsWith(CONFIRMED) && !choice.startsWith(AGREED)) return null
  const [, , wish, code = ''] = choice.split(':')
  const isKnown = wish === 'follow' || wish === 'interest' || wish === 'unfollow'
  return isKnown ? apply(wish, code, choice.startsWith(AGREED), context) : null
}

async function askFirst(wish: Wish, code: string, context: DialogueContext): Promise<Found> {
  const challenge = await findPublicByCode(context.db, code)
  if (challenge === null)
    return wish === 'unfollow' ? askUnfollowHidden(code) : say(await missing(code, context))
  const isFollowed = await isFollowing(context.db, { challengeId: challenge.id, personId: context.person.id })
  if (wish === 'unfollow' && !isFollowed) return say(challengePages.notFollowing)
  if (wish === 'follow' && isFollowed) return say(challengePages.alreadyFollowing(code))
  if (wish === 'interest' && !isOpen(challenge, context.now)) return say(lateText(challenge))
  const { title } = challenge
  const [question, yes] = {
    follow: [challengePages.confirmFollow(title), challengePages.followYes],
    interest: [challengePages.confirmInterest(title), challengePages.interestYes],
    unfollow: [challengePages.askUnfollow(title), challengePages.unfollowYes],
  }[wish] as [string, string]
  return ask(question, [
    { id: `${CONFIRMED}${wish}:${code}`, label: yes },
    { id: NO, label: challengePages.no },
  ])
}

/** What was withdrawn can still be unfollowed. */
const askUnfollowHidden = (code: string): Found =>
  ask(challengePages.askUnfollow(code), [
    { id: `${CONFIRMED}unfollow:${code}`, label: challengePages.unfollowYes },
    { id: NO, label: challengePages.no },
  ])

async function apply(wish: Wish, code: string, agreed: boolean, context: DialogueContext): Promise<Found> {
  if (wish === 'unfollow') return stopFollowing(code)
  const challenge = await findPublicByCode(context.db, code)
  if (challenge === null) return say(await missing(code, context))
  if (wish === 'interest' && !isOpen(challenge, context.now)) return say(lateText(challenge))
  if (!agreed && !hasConsent(context.consents, 'alerts')) {
    const question = ask(challengePages.consentFirst, [
      { id: `${AGREED}${wish}:${code}`, label: conversation.agree },
      { id: REFUSED, label: conversation.disagree },
    ])
    return { ...question, say: [...shownNotice(context), ...question.say] }
  }
  const isReminded = isOpen(challenge, context.now) && challenge.deadline !== null
  const text = wish === 'follow' ? challengePages.followed(code, isReminded) : challengePages.interested(code)
  return {
    ...say(text),
    effects: {
      ...(agreed && { consents: [entry('granted', context)] }),
      async write(tx, by) {
        await follow(tx, { ...by, challengeId: challenge.id }, wish === 'interest')
        return []
      },
    },
  }
}

const stopFollowing = (code: string): Found => ({
  say: [],
  effects: {
    async write(tx, { personId, now }) {
      const row = await tx.challenge.findUnique({ where: { code }, select: { id: true } })
      const isDone = row !== null && (await unfollow(tx, { challengeId: row.id, personId, now }))
      return [{ text: plainText(isDone ? challengePages.unfollowed(code) : challengePages.notFollowing) }]
    },
  },
})

function lateText({ state, deadline }: PublicChallenge): string {
  if (state !== 'PUBLISHED' || deadline === null) return challengePages.states[state]
  return challengePages.tooLate(deadlineText(deadline))
}

const entry = (choice: 'granted' | 'refused', { notice }: DialogueContext): ConsentEntry => ({
  purpose: 'alerts',
  choice,
  noticeVersion: notice.version,
})

const ask = (text: string, choices: Choice[]): Found => ({ say: [{ text: plainText(text), choices }] })
const say = (text: string): Found => ({ say: [{ text: plainText(text) }] })
