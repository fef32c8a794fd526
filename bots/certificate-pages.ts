import { certificateTexts } from '../core/texts/certificates.ts'
import { webTexts } from '../core/texts/web.ts'
import { CERTIFICATE_PATH } from '../core/training/certificate/certificate-path.ts'
import type { CheckedCertificate } from '../core/training/certificate/find-certificate.ts'
import { vietnamDate } from '../core/vietnam-time.ts'
import { escapeHtml } from './web/page/escape-html.ts'

const { page: texts } = certificateTexts

/** The page with a field for the code, and nothing found yet. */
export const askPage = (): string => page(texts.title, `<p>${escapeHtml(texts.intro)}</p>\n${form('')}`)

/** No certificate has this code: what was typed stands in the field again. */
export const unknownPage = (typed: string): string =>
  page(texts.unknown, `<p class="problem" role="alert">${escapeHtml(texts.unknownHelp)}</p>\n${form(typed)}`)

/** What everybody may know of a certificate, valid or not any more. */
export function foundPage(found: CheckedCertificate): string {
  const isValid = found.status === 'valid'
  const facts: [string, string][] = [
    [texts.name, found.name],
    ...(found.unitName === null ? [] : [[texts.unit, found.unitName] satisfies [string, string]]),
    [texts.course, found.course],
    [texts.days, found.days],
    [texts.issued, vietnamDate(found.issuedAt)],
    [texts.code, found.code],
  ]
  const list = facts
    .map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('\n')
  return page(
    isValid ? texts.valid : texts.revoked,
    `${isValid ? '' : `<p class="problem" role="alert">${escapeHtml(texts.revokedHelp)}</p>\n`}<dl>
${list}
</dl>
<p class="note">${escapeHtml(texts.masked)}</p>
<p><a href="${CERTIFICATE_PATH}">${escapeHtml(texts.another)}</a></p>`,
    isValid ? 'valid' : 'revoked',
  )
}

/** A form that works without a script. */
const form = (typed: string) => `<form method="get" action="${CERTIFICATE_PATH}">
<label for="ma">${escapeHtml(texts.field)}</label>
<input id="ma" name="ma" type="text" value="${escapeHtml(typed)}" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60" required>
<button type="submit" class="strong">${escapeHtml(texts.button)}</button>
</form>`

function page(title: string, body: string, kind = ''): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} - ${webTexts.name}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/base.css">
<link rel="stylesheet" href="/assets/upload.css">
<link rel="stylesheet" href="/assets/certificate.css">
</head>
<body class="single certificate ${kind}">
<header><p>${webTexts.name}</p></header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`
}
