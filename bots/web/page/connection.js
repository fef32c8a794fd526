const SHOW_LOST_AFTER_MS = 3_000
/** The server gives a sign of life every 15 seconds. */
const SILENT_MS = 40_000
const POST_TIMEOUT_MS = 20_000
const FILE_TIMEOUT_MS = 120_000
const REOPEN_MS = [1_000, 2_000, 5_000, 10_000]

/**
 * Listens for replies after `cursor()`. Calls `onReply` for each, and `onState` with `open`, `lost` or `stranger`
 * (the browser keeps no cookie). Listens only while the page is seen, because a browser opens few connections to a
 * site and every tab would hold one. Gives back how to start listening anew, which a new cookie makes necessary.
 */
export function listen({ cursor, onReply, onState }) {
  let source
  let failures = 0
  let silent
  let reopening
  let lost

  const alive = () => {
    failures = 0
    clearTimeout(lost)
    lost = undefined
    clearTimeout(silent)
    silent = setTimeout(open, SILENT_MS)
    onState('open')
  }
  const shut = () => {
    clearTimeout(silent)
    clearTimeout(reopening)
    source?.close()
    source = undefined
  }
  function open() {
    shut()
    if (document.visibilityState === 'hidden') return
    const opened = new EventSource(`events?after=${encodeURIComponent(cursor())}`)
    source = opened
    opened.onopen = alive
    opened.addEventListener('beat', alive)
    opened.addEventListener('reply', (event) => {
      alive()
      onReply(JSON.parse(event.data))
    })
    opened.onerror = () => {
      lost ??= setTimeout(() => onState('lost'), SHOW_LOST_AFTER_MS)
      if (opened.readyState === EventSource.CLOSED) reopenLater()
    }
  }
  function reopenLater() {
    const wait = REOPEN_MS[Math.min(failures, REOPEN_MS.length - 1)]
    failures += 1
    clearTimeout(reopening)
    reopening = setTimeout(async () => {
      const known = await introduce()
      if (known === 'stranger' && failures > 1) onState('stranger')
      open()
    }, wait)
  }

  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? shut() : open(),
  )
  addEventListener('pageshow', (event) => event.persisted && open())
  addEventListener('online', open)
  open()
  return open
}

/**
 * Posts one message and tells what became of it: `{ status: 'sent' }`, `{ status: 'failed' }` (worth another try,
 * with the same id) or `{ status: 'refused', reason }` (it must be changed first). `onNewCookie` is called when the
 * browser had lost its cookie and got another.
 */
export async function post(message, { onNewCookie }) {
  let answer = await tryPost(message)
  if (answer?.status === 401) {
    await introduce()
    onNewCookie()
    answer = await tryPost(message)
  }
  if (answer?.ok) return { status: 'sent' }
  if (answer && [400, 413, 415].includes(answer.status)) {
    const { message: reason } = await answer.json().catch(() => ({}))
    return { status: 'refused', reason: typeof reason === 'string' ? reason : undefined }
  }
  return { status: 'failed' }
}

async function tryPost({ id, text, choice, file }) {
  if (file) return tryPostFile(id, file)
  try {
    return await fetch('webhooks/web', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, text, choice }),
      signal: AbortSignal.timeout(POST_TIMEOUT_MS),
    })
  } catch {
    return undefined
  }
}

async function tryPostFile(id, file) {
  const form = new FormData()
  form.set('file', file, file.name)
  try {
    return await fetch(`webhooks/web/files?id=${encodeURIComponent(id)}`, {
      method: 'POST',
      body: form,
      signal: AbortSignal.timeout(FILE_TIMEOUT_MS),
    })
  } catch {
    return undefined
  }
}

/** Asks for the page once more, from its own origin: that is what gives a browser its cookie. */
async function introduce() {
  try {
    await fetch('.', { method: 'HEAD', signal: AbortSignal.timeout(POST_TIMEOUT_MS) })
    const answer = await fetch('events', { method: 'HEAD', signal: AbortSignal.timeout(POST_TIMEOUT_MS) })
    return answer.status === 401 ? 'stranger' : 'known'
  } catch {
    return 'unknown'
  }
}
