import type { Awaitable, Effects } from '../dialogue.ts'
import { plainText } from '../formatted-text.ts'
import type { ChannelName, Reply } from '../message.ts'
import type { Account, PendingLink } from '../people/accounts.ts'
import { JOIN } from '../people/find-pending-link.ts'
import { type FoundLink, LINK_CODE_MS } from '../people/link-code.ts'
import { linking } from '../texts/linking.ts'
import { type Aside, aside, type Begun, type GoingOn, repeatQuestion, resumeOther, titleOf } from './go-on.ts'

/**
 * The questions here are prompts beside the person's dialogue, not a dialogue of their own: whatever they were in the
 * middle of stays where it is until they have decided.
 */
export type Linking = GoingOn & {
  accounts: Account[]
  /** Set when the open question is whether to join, and the answer may still be yes. */
  pendingLink: PendingLink | null
}

/** "liên kết": a code to type on another channel. */
export function giveLinkCode(before: Linking, code: string): Awaitable<Aside> {
  const effects: Effects = { accounts: { kind: 'issue_code', code } }
  return aside(linking.codeGiven(code, MINUTES), before, effects)
}

/** A code was typed: asks for a yes that names the other channel, or says why not. */
export function answerLinkCode(found: FoundLink, before: Linking): Awaitable<Aside> {
  switch (found.status) {
    case 'found':
      return question(linking.confirm(linking.channels[found.channel]), before, [
        { id: JOIN + found.codeId, label: linking.join },
        { id: `${JOIN}no`, label: linking.doNotJoin },
      ])
    case 'own':
      return aside(linking.codeOwn, before)
    case 'linked_already':
      return aside(linking.codeLinkedAlready, before)
    case 'expired':
      return aside(linking.codeExpired, before)
    case 'unknown':
      return aside(linking.codeUnknown, before)
    case 'limited':
      return aside(linking.codeLimited(MINUTES), before)
  }
}

/** "bỏ liên kết": asks first, naming whom the account parts from, and whom it stays with. */
export function askToPart(before: Linking): Awaitable<Aside> {
  const { others, stillWith } = sidesOf(before)
  if (others === null) return aside(linking.nothingToPart, before)
  return question(linking.confirmPart(others, stillWith), before, [
    { id: `${PART}yes`, label: linking.part },
    { id: `${PART}no`, label: linking.doNotPart },
  ])
}

/** What a choice of the questions above leads to; null for a choice of another question. */
export function chooseLinking(choice: string, before: Linking): Awaitable<Aside> | null {
  switch (choice) {
    case `${JOIN}no`:
      return aside(linking.notJoined, before)
    case `${PART}yes`:
      return part(before)
    case `${PART}no`:
      return aside(linking.notParted, before)
    case GO_ON_HERE:
      return repeatQuestion(before)
    case GO_ON_THERE:
      return resumeOther(before)
    default:
      return choice.startsWith(JOIN) ? join(before) : null
  }
}

const PART = 'part:'
const GO_ON_HERE = 'go-on:here'
const GO_ON_THERE = 'go-on:there'
const MINUTES = LINK_CODE_MS / 60_000

function join(before: Linking): Awaitable<Aside> {
  const { pendingLink: pending, accounts, dialogue, shelved, context } = before
  if (pending === null) return aside(linking.codeUnknown, before)
  const there = linking.channels[pending.channel]
  const here = accounts.find((account) => account.here)?.channel ?? pending.channel
  const effects: Effects = { accounts: { kind: 'join', pending, notice: noticeOf(here) } }
  const kept = [...shelved, ...pending.shelved]
  if (pending.dialogue === null)
    return aside(linking.joined(there), { dialogue, shelved: kept, context }, effects)
  if (dialogue === null) {
    const goOn = linking.goOnFrom(there, titleOf(pending.dialogue))
    const text = `${linking.joined(there)}\n\n${goOn}`
    // What was begun there is still that person's, until the turn is written.
    const theirs = { ...context, person: { ...context.person, id: pending.personId } }
    return aside(text, { dialogue: pending.dialogue, shelved: kept, context: theirs }, effects)
  }
  const both = { dialogue, shelved: [pending.dialogue, ...kept] }
  const asked = question(`${linking.whichToGoOn(there)}\n${linking.otherKept}`, both, [
    { id: GO_ON_HERE, label: linking.goOnHere(titleOf(dialogue)) },
    { id: GO_ON_THERE, label: linking.goOnThere(there, titleOf(pending.dialogue)) },
  ])
  return { ...asked, say: [{ text: plainText(linking.joined(there)) }, ...asked.say], effects }
}

/** What was begun on the other side leaves with it, so nothing of it is repeated here. */
function part(before: Linking): Awaitable<Aside> {
  const { others, stillWith } = sidesOf(before)
  if (others === null) return aside(linking.nothingToPart, before)
  const effects: Effects = { accounts: { kind: 'part' } }
  const text = linking.parted(others, stillWith)
  const { accounts, dialogue, shelved } = before
  const stays = accounts.some(({ identityId, leaves }) => identityId === dialogue?.by && !leaves)
  if (stays) return aside(text, before, effects)
  return { say: [{ text: plainText(text) }], dialogue, shelved, effects }
}

/** The channels on either side of the parting, by name; null for a side that has none. */
function sidesOf({ accounts }: Linking): { others: string | null; stillWith: string | null } {
  const named = (these: Account[]) =>
    [...new Set(these.map(({ channel }) => linking.channels[channel]))].join(', ') || null
  return {
    others: named(accounts.filter(({ leaves }) => leaves)),
    stillWith: named(accounts.filter(({ leaves, here }) => !leaves && !here)),
  }
}

function question(text: string, { dialogue, shelved }: Begun, choices: NonNullable<Reply['choices']>): Aside {
  return { say: [{ text: plainText(text), choices }], dialogue, shelved }
}

const noticeOf = (channel: ChannelName): Reply => ({
  text: plainText(linking.joinedNotice(linking.channels[channel])),
})
