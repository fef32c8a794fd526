import type { Transaction } from '../db.ts'
import { plainText } from '../formatted-text.ts'
import type { Role } from '../people/roles.ts'
import { queueNotice } from '../sending/queue-notice.ts'
import { roleTexts } from '../texts/roles.ts'
import { unitTexts } from '../texts/units.ts'
import { parseUnitKind } from '../units/unit.ts'

type Ended = {
  grantId: string
  personId: string
  role: Role
  unitCode: string | null
  reason: string
  now: Date
}

/** Tells a person that a role of theirs ended, and why, in the transaction that ended it; gives the unit's name. */
export async function tellRoleEnded(tx: Transaction, ended: Ended): Promise<string | null> {
  const { grantId, personId, role, unitCode, reason, now } = ended
  const row = unitCode === null ? null : await tx.unit.findUnique({ where: { code: unitCode } })
  const unit = row && unitTexts.name({ ...row, kind: parseUnitKind(row.kind) })
  await queueNotice(tx, {
    key: `role-ended-${grantId}`,
    personId,
    reply: { text: plainText(roleTexts.told(role, unit, reason)) },
    purpose: 'reminder',
    now,
  })
  return unit
}
