import type { Transaction } from '../../db.ts'
import type { DialogueContext, Effects, Writer } from '../../dialogue.ts'
import { TryLater } from '../../errors.ts'
import { MIME } from '../../files/mime.ts'
import { storeFile } from '../../files/store-file.ts'
import { plainText } from '../../formatted-text.ts'
import { FILE_LINK_MS } from '../../links.ts'
import type { Reply } from '../../message.ts'
import { certificateTexts } from '../../texts/certificates.ts'
import { unitTexts } from '../../texts/units.ts'
import { certificateCode } from '../../training/certificate/certificate-code.ts'
import { CERTIFICATE_PATH } from '../../training/certificate/certificate-path.ts'
import { daysOf } from '../../training/certificate/days-of.ts'
import type { Certifiable } from '../../training/certificate/find-certifiable.ts'
import { issueCertificate } from '../../training/certificate/issue-certificate.ts'

/**
 * Draws the certificate of somebody who was there, before the turn is written, and gives what writes it: the certificate
 * where there was none, and the file. The name and the code of one that was made before stay as they were.
 */
export async function makeCertificate(
  of: Certifiable,
  name: string,
  context: DialogueContext,
): Promise<Pick<Effects, 'write'>> {
  const { registrationId, session, certificate } = of
  const { now, programme } = context
  const paper = certificate ?? {
    code: certificateCode(context.newId()),
    name,
    unitName: of.unit === null ? null : unitTexts.name(of.unit),
    course: session.course,
    days: daysOf(session.times),
    issuedAt: now,
  }
  const url = `${programme.publicUrl}${CERTIFICATE_PATH}/${paper.code}`
  // Loaded when first needed: the library behind it is large.
  const { renderCertificate } = await import('../../files/certificate-pdf.ts')
  const bytes = await renderCertificate({ ...paper, programme: programme.name, url })
  const write = async (tx: Transaction, { personId, identityId }: Writer): Promise<Reply[]> => {
    if (certificate === null) {
      const { issuedAt: _, ...columns } = paper
      const issued = await issueCertificate(tx, { ...columns, registrationId, personId, now })
      // The paper that was just drawn has another code than the one that counts: draw that one.
      if (issued === 'issued_already') throw new TryLater(0)
      if (issued === 'not_any') return [{ text: plainText(certificateTexts.notAny) }]
    }
    const file = await storeFile(tx, {
      ...{ personId, identityId, bytes, mime: MIME.pdf },
      name: certificateTexts.fileName(paper.name, session.code),
      expiresAt: new Date(now.getTime() + FILE_LINK_MS),
    })
    return [{ text: plainText(certificateTexts.ready({ ...paper, url })), file }]
  }
  return { write }
}
