import type { Transaction } from '../../db.ts'

type Issuing = {
  registrationId: string
  personId: string
  code: string
  name: string
  unitName: string | null
  course: string
  days: string
  now: Date
}

/**
 * Writes a certificate for who was there, one for each registration. `issued_already`: by somebody who was faster.
 * `not_any`: it is none of the person's, or the attendance was taken back.
 */
export async function issueCertificate(
  tx: Transaction,
  { registrationId, personId, now, ...paper }: Issuing,
): Promise<'issued' | 'issued_already' | 'not_any'> {
  // Held, so that the attendance is not taken back meanwhile.
  const held = await tx.$queryRaw<{ id: string }[]>`
    select id from "Registration"
    where id = ${registrationId}::uuid and state = 'attended'
      and ("personId" = ${personId}::uuid or ("personId" is null and "registeredById" = ${personId}::uuid))
    for update`
  if (held.length === 0) return 'not_any'
  const { count } = await tx.certificate.createMany({
    data: { ...paper, registrationId, issuedAt: now },
    skipDuplicates: true,
  })
  return count === 1 ? 'issued' : 'issued_already'
}
