import { createCertificateRoutes } from '../../bots/certificate-routes.ts'
import { findCertificateCode } from '../../core/training/certificate/certificate-code.ts'
import type { CheckedCertificate } from '../../core/training/certificate/find-certificate.ts'

const VALID: CheckedCertificate = {
  status: 'valid',
  code: 'CN-7K2M-NP4Q-R8ST',
  name: 'Nguyễn T*** L***',
  unitName: 'Phường Sài Gòn',
  course: 'Sở hữu trí tuệ <cơ bản>',
  days: '01/12/2026',
  issuedAt: new Date('2026-12-02T03:00:00Z'),
}
const REVOKED: CheckedCertificate = { ...VALID, status: 'revoked', code: 'CN-2222-2222-2222' }

/** The page for checking certificates over two of them, one of which counts no more. */
export const buildCertificateRoutes = () =>
  createCertificateRoutes({
    find: async (typed) => [VALID, REVOKED].find(({ code }) => code === findCertificateCode(typed)) ?? null,
  })
