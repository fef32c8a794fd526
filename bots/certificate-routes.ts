import type { CheckedCertificate } from '../core/training/certificate/find-certificate.ts'
import { askPage, foundPage, unknownPage } from './certificate-pages.ts'
import { FORM_POLICY } from './security-headers.ts'

export type CertificateDeps = {
  /** Null where there is none by that code. Throws when the database is away. */
  find(typed: string): Promise<CheckedCertificate | null>
}

/** The public page on which anybody checks a certificate; throws when the database is away. */
export type CertificateRoutes = {
  /** `code` is the end of the address, of a QR code; a typed one comes as the query `ma`. */
  show(request: Request, code: string | undefined): Promise<Response>
}

export function createCertificateRoutes({ find }: CertificateDeps): CertificateRoutes {
  return {
    async show(request, code) {
      const typed = code ?? new URL(request.url).searchParams.get('ma')?.trim() ?? ''
      if (typed === '') return html(200, askPage())
      const found = await find(typed)
      if (found === null) return html(404, unknownPage(typed.slice(0, LONGEST)))
      return html(found.status === 'valid' ? 200 : 410, foundPage(found))
    },
  }
}

/** What is shown again of what was typed. */
const LONGEST = 60

const html = (status: number, body: string) =>
  new Response(body, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy': FORM_POLICY,
    },
  })
