import { chatIdOf, type Seat } from '../../bots/demo-seats.ts'
import { problemStatementForm } from '../../core/challenges/statement-form.ts'
import type { Transaction } from '../../core/db.ts'
import type { Answers } from '../../core/forms/form.ts'
import type { Core } from '../../core/open-core.ts'
import { CONSENT_PURPOSES, noticeVersion } from '../../core/people/consent.ts'
import type { Role } from '../../core/people/roles.ts'
import { referenceCode } from '../../core/reference-code.ts'
import { conversation } from '../../core/texts/conversation.ts'
import { demoTexts } from '../../core/texts/demo.ts'

/** A real ward, so that the city's own list stays as it is; what is said about it is marked as a sample. */
const WARD = '26740'

const ROLES: Record<string, { role: Role; unitCode: string | null }[]> = {
  // The lead of the unit drafts it, so that three chats are enough.
  official: [{ role: 'unit_lead', unitCode: WARD }],
  startup: [{ role: 'startup', unitCode: null }],
  staff: [{ role: 'programme_staff', unitCode: null }],
}

/**
 * Puts the sample people, a draft that lacks its last answers, and a subscription into an empty database. Everybody has
 * agreed to everything, and nobody has quiet hours: the demonstration is watched at any hour.
 */
export async function seedDemo(core: Core, seats: readonly Seat[]): Promise<void> {
  await core.database.prisma.$transaction(async (tx) => {
    for (const seat of seats) {
      const account = await seatPerson(tx, seat, core)
      if (seat.name === 'official') await seedDraft(tx, account, core)
      if (seat.name === 'startup') await subscribe(tx, account, core)
    }
  })
}

type Account = { personId: string; identityId: string }

async function seatPerson(tx: Transaction, seat: Seat, { now, newId, settings }: Core): Promise<Account> {
  const [personId, identityId] = [newId(), newId()]
  const at = now()
  await tx.person.create({ data: { id: personId, introducedAt: at, consentOfferedAt: at } })
  const chatId = chatIdOf(seat)
  await tx.identity.create({
    data: {
      id: identityId,
      personId,
      homeId: personId,
      channel: 'web',
      externalId: chatId,
      chatId,
      lastInboundAt: at,
    },
  })
  const notice = conversation.consentNotice(settings.operatorName, settings.keepTextDays)
  await tx.consent.createMany({
    data: CONSENT_PURPOSES.map((purpose) => ({
      personId,
      identityId,
      purpose,
      choice: 'granted',
      noticeVersion: noticeVersion(notice),
      channel: 'web',
    })),
  })
  const grants = ROLES[seat.name] ?? []
  await tx.roleGrant.createMany({ data: grants.map((grant) => ({ ...grant, personId, identityId })) })
  await tx.alertPreference.create({ data: { personId, quietFrom: 0, quietTo: 0 } })
  return { personId, identityId }
}

async function seedDraft(tx: Transaction, { personId, identityId }: Account, { now, newId }: Core) {
  await tx.challenge.create({
    data: {
      code: `BT-${referenceCode(newId()).slice(3, 8)}`,
      name: demoTexts.draftName,
      authorId: personId,
      identityId,
      unitCode: WARD,
      formVersion: problemStatementForm.version,
      answers: draftAnswers(),
      touchedAt: now(),
      createdAt: now(),
    },
  })
}

const draftAnswers = (): Answers => ({
  field: { kind: 'choice', id: 'local_governance' },
  proposing_unit: { kind: 'unit', code: WARD },
  support_wanted: { kind: 'choices', ids: ['inno_coffee'] },
  problem_class: { kind: 'choices', ids: ['service', 'process'] },
  indicators: { kind: 'indicators', rows: [demoTexts.indicator] },
  ...Object.fromEntries(
    Object.entries(demoTexts.answers).map(([id, text]) => [id, { kind: 'text', text }] as const),
  ),
})

async function subscribe(tx: Transaction, { personId, identityId }: Account, { now }: Core) {
  await tx.subscription.create({
    data: { personId, identityId, fields: ['local_governance', 'health'], createdAt: now() },
  })
}
