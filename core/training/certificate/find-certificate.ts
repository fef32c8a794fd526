import type { Transaction } from '../../db.ts'
import { findCertificateCode } from './certificate-code.ts'
import { maskName } from './mask-name.ts'

/** What everybody may know of a certificate. `revoked`: whoever has it is not counted as there any more. */
export type CheckedCertificate = {
  status: 'valid' | 'revoked'
  code: string
  /** Masked in part. */
  name: string
  unitName: string | null
  course: string
  days: string
  issuedAt: Date
}

/** Looks up a certificate by its code, as somebody typed it. Null where there is none. */
export async function findCertificate(tx: Transaction, typed: string): Promise<CheckedCertificate | null> {
  const code = findCertificateCode(typed)
  if (code === null) return null
  const found = await tx.certificate.findUnique({
    where: { code },
    include: { registration: { select: { state: true } } },
  })
  if (found === null) return null
  const { name, unitName, course, days, issuedAt, registration } = found
  const status = registration.state === 'attended' ? 'valid' : 'revoked'
  return { status, code, name: maskName(name), unitName, course, days, issuedAt }
}
