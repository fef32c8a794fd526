import { describeInterests } from '../../alerts/subscriptions/describe-interests.ts'
import { mergeInterests } from '../../alerts/subscriptions/interests.ts'
import { readInterests } from '../../alerts/subscriptions/read-interests.ts'
import { listPublic, type PublicFilter } from '../../challenges/public/find-public.ts'
import { isOpen, type PublicChallenge } from '../../challenges/public/public-challenge.ts'
import type { ListRequest } from '../../challenges/public/read-list-request.ts'
import { searchPublic } from '../../challenges/public/search-public.ts'
import type { DialogueContext } from '../../dialogue.ts'
import type { Found } from '../../feature.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice } from '../../message.ts'
import { challengeFieldNames } from '../../texts/challenge-fields.ts'
import { challengePages } from '../../texts/challenge-pages.ts'
import { unitTexts } from '../../texts/units.ts'
import { findUnits } from '../../units/find-units.ts'
import { vietnamDate } from '../../vietnam-time.ts'

const PAGE = 5

/** A page of the published challenges somebody asked for; null where the words may well mean something else. */
export async function listChallenges(
  request: ListRequest,
  from: number,
  context: DialogueContext,
): Promise<Found | null> {
  const { db, now } = context
  const wish = await readWish(request, context)
  if (wish === null) return null
  const { filter, about } = wish
  const { challenges, total } = await listPublic(db, filter, { from, count: PAGE, now })
  if (total === 0) return request.sure || filter.unitCodes.length > 0 ? nothing(request, wish, context) : null
  const what = request.openOnly ? challengePages.whatOpen(about) : challengePages.whatAny(about)
  const title = challengePages.listTitle(what, { from: from + 1, to: from + challenges.length, total })
  const isMore = from + challenges.length < total
  return {
    say: [
      {
        text: plainText(`${title}\n${challengePages.pick}`),
        choices: [
          ...challenges.map((each) => ({ id: READ + each.code, label: itemOf(each, now) })),
          ...(isMore ? [moreChoice(request, from + PAGE)] : []),
        ],
      },
    ],
  }
}

type Wish = { filter: PublicFilter; about: string }

async function readWish(
  { about, openOnly, sure }: ListRequest,
  context: DialogueContext,
): Promise<Wish | null> {
  const openAt = openOnly ? context.now : null
  if (about === '') return { filter: { fields: [], unitCodes: [], ids: null, openAt }, about: '' }
  const units = await findUnits(context.db)
  const { wanted, unclear, unknown } = readInterests(about, units)
  const all = [...wanted, ...unclear.map(({ rest, candidates }) => ({ ...rest, unitCodes: candidates }))]
  const fields = [...new Set(all.flatMap((each) => each.fields))]
  const unitCodes = [...new Set(all.flatMap((each) => each.unitCodes))]
  const keywords = [...new Set(all.flatMap((each) => each.keywords))]
  if (fields.length + unitCodes.length === 0 && !sure) return null
  if (keywords.length > 0 && !sure) return null
  if (unknown.length > 0 && !sure) return null
  const words = [...keywords, ...unknown].join(' ')
  const ids = words === '' ? null : await searchPublic(context.db, words)
  const named = [
    ...(fields.length > 0
      ? [challengePages.aboutField(fields.map((field) => challengeFieldNames[field]).join(', '))]
      : []),
    ...(unitCodes.length > 0 ? [placesOf(unitCodes, units)] : []),
    ...(words === '' ? [] : [challengePages.aboutWords(words)]),
  ]
  return { filter: { fields, unitCodes, ids, openAt }, about: challengePages.about(named.join(' ')) }
}

function placesOf(unitCodes: string[], units: Parameters<typeof describeInterests>[1]): string {
  const [place] = mergeInterests([{ everything: false, fields: [], unitCodes, keywords: [] }])
  return place === undefined ? '' : describeInterests(place, units).replace(/^bài toán /, '')
}

/** Where nothing is open, what is over may still be read. */
async function nothing(
  request: ListRequest,
  { filter, about }: Wish,
  { db, now }: DialogueContext,
): Promise<Found> {
  const { total } = await listPublic(db, { ...filter, openAt: null }, { from: 0, count: 1, now })
  if (!request.openOnly || total === 0) return { say: [{ text: plainText(challengePages.nothing(about)) }] }
  const all = { ...moreChoice({ ...request, openOnly: false, sure: true }, 0), label: challengePages.showAll }
  return { say: [{ text: plainText(challengePages.nothingOpen(about, total)), choices: [all] }] }
}

function itemOf(challenge: PublicChallenge, now: Date): string {
  const { title, unit, deadline } = challenge
  const until =
    deadline === null
      ? challengePages.noDeadline
      : isOpen(challenge, now)
        ? challengePages.until(vietnamDate(deadline))
        : challengePages.over
  const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : title
  return challengePages.item(short, unit === null ? null : unitTexts.name(unit), until)
}

const LONGEST_TITLE = 90

const moreChoice = (request: ListRequest, from: number): Choice => ({
  id: LIST + JSON.stringify([from, request.about, request.openOnly, request.sure]),
  label: challengePages.more,
})

/** What a choice "Tiếp" of a list leads to; null for what cannot be read. */
export function readMore(choice: string): { request: ListRequest; from: number } | null {
  try {
    const [from, about, openOnly, sure] = JSON.parse(choice.slice(LIST.length)) as unknown[]
    if (typeof from !== 'number' || typeof about !== 'string') return null
    return { request: { about, openOnly: openOnly === true, sure: sure === true }, from }
  } catch {
    return null
  }
}

export const LIST = 'bt:list:'
export const READ = 'bt:read:'
