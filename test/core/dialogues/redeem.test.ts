import { expect, test } from 'vitest'
import { redeem, redeemReply } from '../../../core/dialogues/redeem.ts'
import { hashInvitationCode } from '../../../core/people/invitation-code.ts'

const CODE = 'MOI-K7W3P-A4RTB-Q9XZ2'

test('a message with a code asks for it to be tried, by its hash alone', () => {
  const wanted = { effects: { redeem: { codeHash: hashInvitationCode(CODE) } } }
  expect(redeem(`/start ${CODE}`)).toEqual(wanted)
  expect(redeem(CODE.toLowerCase())).toEqual(wanted)
  expect(redeem('/start')).toBeNull()
  expect(redeem('mời cán bộ')).toBeNull()
})

test('what came of it is said in a sentence of its own', () => {
  const unit = { kind: 'ward', name: 'Sài Gòn' }
  const sentences = [
    redeemReply({ status: 'joined', role: 'official', unit }),
    redeemReply({ status: 'joined', role: 'expert', unit: null }),
    redeemReply({ status: 'joined_already', role: 'official', unit }),
    redeemReply({ status: 'refused_unknown' }),
    redeemReply({ status: 'refused_expired' }),
    redeemReply({ status: 'refused_revoked' }),
    redeemReply({ status: 'refused_used' }),
    redeemReply({ status: 'refused_too_many', until: new Date('2026-11-21T08:15:00Z') }),
  ].map((reply) => reply.text.text)
  expect(new Set(sentences).size).toBe(sentences.length)
  expect(sentences[0]).toContain('Phường Sài Gòn')
  expect(sentences.at(-1)).toContain('15:15')
})
