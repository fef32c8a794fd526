import { fileTexts } from '../core/texts/files.ts'
import { webTexts } from '../core/texts/web.ts'
import { ACCEPT } from './accept-file.ts'
import { MAX_FILE_BYTES } from './fetch-file.ts'
import { escapeHtml } from './web/page/escape-html.ts'

export const MAX_MB = MAX_FILE_BYTES / 1024 / 1024

/** A page that says one thing and what to do next. */
export function noticePage(title: string, help: string): string {
  return page(title, `<p>${escapeHtml(help)}</p>`)
}

/** The page for sending one document: a field and a button, no script. `problem` says what was wrong with the last try. */
export function uploadPage(problem: string | null): string {
  const said = problem === null ? '' : `<p class="problem" role="alert">${escapeHtml(problem)}</p>`
  return page(
    fileTexts.uploadTitle,
    `${said}
<p>${escapeHtml(fileTexts.uploadIntro(MAX_MB))}</p>
<form method="post" enctype="multipart/form-data">
<label for="file">${escapeHtml(fileTexts.uploadField)}</label>
<input id="file" name="file" type="file" accept="${ACCEPT}" required>
<button type="submit" class="strong">${escapeHtml(fileTexts.uploadButton)}</button>
</form>
<p class="note">${escapeHtml(fileTexts.uploadSecret)}</p>`,
  )
}

/** What became of a document that was taken, and the way to the next. */
export function uploadedPage(title: string, help: string): string {
  return page(
    title,
    `<p role="status">${escapeHtml(help)}</p>\n<p><a href="">${escapeHtml(fileTexts.uploadAgain)}</a></p>`,
  )
}

function page(title: string, body: string): string {
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
</head>
<body class="single">
<header><p>${webTexts.name}</p></header>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`
}
