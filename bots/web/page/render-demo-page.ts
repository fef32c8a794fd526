import { escapeHtml } from './escape-html.ts'

/** What the page says; the steps name the seat they are done at, and what to type there. */
export type DemoPage = {
  title: string
  intro: string
  sample: string
  seats: Readonly<Record<string, { title: string; short: string; who: string }>>
  steps: readonly { seat: string; text: string; type: string }[]
  fill: string
  step: (number: number, of: number) => string
  next: string
  back: string
}

/** The page with the chats side by side, and a guide that goes through the steps one at a time. */
export function renderDemoPage(page: DemoPage, seats: readonly { name: string }[]): string {
  const steps = page.steps.map(
    (
      { seat, text, type },
      at,
    ) => `<li data-seat="${seat}" data-type="${escapeHtml(type)}"${at === 0 ? '' : ' hidden'}>
<p class="count">${escapeHtml(page.step(at + 1, page.steps.length))} · ${escapeHtml(page.seats[seat]?.title ?? '')}</p>
<p>${escapeHtml(text)}</p>
</li>`,
  )
  const tabs = seats.map(
    ({ name }, at) =>
      `<button type="button" role="tab" data-tab="${name}" aria-selected="${at === 0}" aria-controls="seat-${name}">${escapeHtml(page.seats[name]?.short ?? name)}</button>`,
  )
  const frames = seats.map(
    (
      { name },
      at,
    ) => `<section id="seat-${name}" class="seat"${at === 0 ? ' data-shown' : ''} role="tabpanel">
<h2>${escapeHtml(page.seats[name]?.title ?? name)}</h2>
<p class="who">${escapeHtml(page.seats[name]?.who ?? '')}</p>
<iframe name="${name}" src="/demo/${name}/" title="${escapeHtml(page.seats[name]?.title ?? name)}"></iframe>
</section>`,
  )
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/base.css">
<link rel="stylesheet" href="/assets/demo.css">
<script type="module" src="/assets/demo.js"></script>
</head>
<body class="demo">
<header id="guide">
<h1>${escapeHtml(page.title)}</h1>
<p class="sample">${escapeHtml(page.sample)}</p>
<p class="intro">${escapeHtml(page.intro)}</p>
<ol id="steps" aria-live="polite">
${steps.join('\n')}
</ol>
<div class="row">
<button type="button" id="back" disabled>${escapeHtml(page.back)}</button>
<button type="button" id="fill" class="strong">${escapeHtml(page.fill)}</button>
<button type="button" id="next">${escapeHtml(page.next)}</button>
</div>
</header>
<div id="tabs" role="tablist">
${tabs.join('\n')}
</div>
<main>
${frames.join('\n')}
</main>
</body>
</html>
`
}
