import type { Kin } from '../../challenges/kin/find-kin.ts'
import { OPEN_TO_JOIN } from '../../challenges/kin/kin-states.ts'
import { parseChallengeState } from '../../challenges/transitions.ts'
import { plainText } from '../../formatted-text.ts'
import type { Choice, Reply } from '../../message.ts'
import { kinTexts } from '../../texts/kin.ts'

/**
 * `ask_join`: to be confirmed first (`joinQuestion`), because joining has no way back. `go_on`: write on, and say in the
 * field `difference` what is different. `cancel`: the draft is kept as it is. `back`: the first question once more.
 */
export type KinChoice =
  | { kind: 'ask_join' | 'join'; challengeId: string }
  | { kind: 'go_on' }
  | { kind: 'cancel' }
  | { kind: 'back' }

const JOIN = 'kin:join:'
const SURE = 'kin:sure:'
const BACK = 'kin:back'
const GO_ON = 'kin:go_on'
const CANCEL = 'kin:cancel'

/** Names the statements that are like the one in hand, at least one, and asks what to do about it. */
export function kinQuestion(kin: readonly Kin[]): Reply {
  const nearest = kin.some(({ level }) => level === 'same') ? 'same' : 'kin'
  const lines = [kinTexts.heading(kin.length, nearest), ...kin.map(describe), kinTexts.ask]
  return {
    text: plainText(lines.join('\n')),
    choices: [
      ...kin.filter(isOpenToJoin).map(joinChoice),
      { id: GO_ON, label: kinTexts.goOn },
      { id: CANCEL, label: kinTexts.cancel },
    ],
  }
}

/** Says what joining does and asks whether the person means it; null where the statement is not open to be joined. */
export function joinQuestion(kin: readonly Kin[], challengeId: string): Reply | null {
  const found = kin.find((each) => each.challengeId === challengeId)
  if (found === undefined || !isOpenToJoin(found)) return null
  return {
    text: plainText(kinTexts.sure(found)),
    choices: [
      { id: `${SURE}${shortenId(challengeId)}`, label: kinTexts.sureJoin },
      { id: BACK, label: kinTexts.sureBack },
    ],
  }
}

/** Reads the id of a choice of `kinQuestion` or `joinQuestion`; null for any other. */
export function readKinChoice(choice: string): KinChoice | null {
  if (choice === GO_ON) return { kind: 'go_on' }
  if (choice === CANCEL) return { kind: 'cancel' }
  if (choice === BACK) return { kind: 'back' }
  return readJoin(choice, JOIN, 'ask_join') ?? readJoin(choice, SURE, 'join')
}

function readJoin(choice: string, prefix: string, kind: 'ask_join' | 'join'): KinChoice | null {
  const challengeId = choice.startsWith(prefix) ? expandId(choice.slice(prefix.length)) : null
  return challengeId === null ? null : { kind, challengeId }
}

function describe(kin: Kin): string {
  const state = parseChallengeState(kin.state)
  return kinTexts.line(kin, OPEN_TO_JOIN.includes(state) ? null : state)
}

const isOpenToJoin = ({ whose, state }: Kin) =>
  whose === 'other' && OPEN_TO_JOIN.includes(parseChallengeState(state))

const joinChoice = ({ challengeId, unitName, code }: Kin): Choice => ({
  id: `${JOIN}${shortenId(challengeId)}`,
  label: kinTexts.join(unitName, code),
})

/** A choice's id has 32 characters at most, and a UUID alone has 36. */
const shortenId = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url')

function expandId(short: string): string | null {
  const hex = Buffer.from(short, 'base64url').toString('hex')
  const parts = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(hex)
  return parts === null ? null : parts.slice(1).join('-')
}
