import { webTexts } from '../../../core/texts/web.ts'
import { MAX_TEXT } from '../parse.ts'
import { escapeHtml } from './escape-html.ts'

/** What the chooser of files offers; the server looks at what comes. */
const ACCEPT = '.docx,.pdf,.xlsx,.csv,.txt,image/*'

/**
 * The chat page as HTML; `typed`: without buttons for choices, as on a platform that has none;
 * `framed`: within a page that has a header already. Its sentences reach the script as a block of data, which runs nothing.
 */
export function renderPage({
  typed = false,
  framed = false,
}: {
  typed?: boolean
  framed?: boolean
} = {}): string {
  const text = escapeAll(webTexts)
  const examples = webTexts.examples.map(
    (question) =>
      `<li><button type="button" class="choice" data-example>${escapeHtml(question)}</button></li>`,
  )
  return `<!doctype html>
<html lang="vi"${typed ? ' data-typed="yes"' : ''}${framed ? ' data-framed="yes"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${text.role}">
<title>${text.title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/base.css">
<link rel="stylesheet" href="/assets/page.css">
<link rel="stylesheet" href="/assets/messages.css">
<script type="application/json" id="texts">${JSON.stringify(webTexts).replaceAll('<', '\\u003c')}</script>
<link rel="modulepreload" href="/assets/attach.js">
<link rel="modulepreload" href="/assets/connection.js">
<link rel="modulepreload" href="/assets/message-view.js">
<link rel="modulepreload" href="/assets/new-id.js">
<link rel="modulepreload" href="/assets/transcript.js">
<script type="module" src="/assets/page.js"></script>
</head>
<body>
<a class="skip" href="#text">${text.skip}</a>
<header>
<div id="bar">
<h1>${text.name}</h1>
<p>${text.role}</p>
</div>
<div id="caution">
<p>${text.canBeWrong}</p>
<button type="button" id="clear" hidden>${text.clear}</button>
</div>
</header>
<p id="banner" role="status" hidden></p>
<main id="scroll" tabindex="0" aria-labelledby="conversation">
<h2 id="conversation" class="unseen">${text.conversation}</h2>
<noscript><p class="note">${text.noScript}</p></noscript>
<section id="welcome" aria-labelledby="welcome-title">
<h2 id="welcome-title">${text.welcome}</h2>
<p>${text.welcomeHelp}</p>
<ul class="choices">
${examples.join('\n')}
</ul>
<p class="note">${text.keepSecret}</p>
</section>
<div id="log" role="log" aria-live="polite" aria-busy="true" aria-labelledby="conversation"></div>
<p id="waiting" role="status"></p>
</main>
<form id="composer" aria-label="${text.compose}" autocomplete="off" novalidate>
<label for="text" class="unseen">${text.question}</label>
<p id="hint" role="status"></p>
<div class="row">
<textarea id="text" rows="1" data-max="${MAX_TEXT}" enterkeyhint="send" placeholder="${text.placeholder}" aria-describedby="hint"></textarea>
<button type="button" id="attach" aria-label="${text.attachHelp}">${text.attach}</button>
<input type="file" id="file" accept="${ACCEPT}" hidden>
<button type="submit" id="send">${text.send}</button>
</div>
</form>
<dialog id="clear-dialog" aria-labelledby="clear-ask" aria-describedby="clear-explain">
<h2 id="clear-ask">${text.clearAsk}</h2>
<p id="clear-explain">${text.clearExplain}</p>
<div class="row">
<button type="button" id="clear-confirm" class="strong">${text.clearConfirm}</button>
<button type="button" id="clear-cancel" autofocus>${text.clearCancel}</button>
</div>
</dialog>
</body>
</html>
`
}

function escapeAll<T extends Record<string, unknown>>(texts: T): { [K in keyof T]: string } {
  const pairs = Object.entries(texts).map(([key, value]) => [key, escapeHtml(String(value))])
  return Object.fromEntries(pairs)
}
