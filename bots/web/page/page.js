import { prepareAttaching } from './attach.js'
import { listen, post } from './connection.js'
import { createMessageView } from './message-view.js'
import { newId } from './new-id.js'
import { openTranscript } from './transcript.js'

const SLOW_MS = 45_000

const byId = (id) => document.getElementById(id)
const texts = JSON.parse(byId('texts').textContent)
const scroller = byId('scroll')
const log = byId('log')
const input = byId('text')
const transcript = openTranscript()
const messages = createMessageView({ texts, onChoice: choose, onRetry: retry, onEdit: edit })
const shown = new Map()
const files = prepareAttaching({ button: byId('attach'), input: byId('file'), onChosen: sayFile })
let sending = Promise.resolve()
let isAtEnd = transcript.entries().length > 0
let slow

for (const entry of transcript.entries()) {
  if (entry.state === 'sending') transcript.change(entry.id, { state: 'failed' })
}
show()
log.setAttribute('aria-busy', 'false')
transcript.onOtherTab(show)
const listenAnew = listen({ cursor: transcript.cursor, onReply: receive, onState: showConnection })
prepareComposer()
prepareClearing()
stayAtEnd()

function say(text, choice) {
  const entry = { kind: 'mine', id: newId(), text, choice, at: new Date().toISOString(), state: 'sending' }
  transcript.add(entry)
  show()
  deliver(entry)
}

/** One after the other, so that they arrive in the order they were written. */
function deliver(entry) {
  sending = sending.then(async () => {
    const file = files.fileOf(entry.id)
    const { status, reason } = await post({ ...entry, file }, { onNewCookie: listenAnew })
    if (status !== 'failed') files.forget(entry.id)
    transcript.change(entry.id, { state: status, reason })
    show()
  })
}

function sayFile(file) {
  const text = `${texts.fileSent} ${file.name}`
  const entry = {
    kind: 'mine',
    id: newId(),
    text,
    isFile: true,
    at: new Date().toISOString(),
    state: 'sending',
  }
  files.keep(entry.id, file)
  transcript.add(entry)
  show()
  deliver(entry)
}

function choose(choice, event) {
  say(choice.label, choice.id)
  keepFocus(event)
}

function retry(entry) {
  if (entry.isFile && !files.fileOf(entry.id)) {
    transcript.change(entry.id, { state: 'refused', reason: texts.fileGone })
    show()
    return
  }
  transcript.change(entry.id, { state: 'sending' })
  show()
  deliver(entry)
  input.focus()
}

function edit(entry) {
  transcript.remove(entry.id)
  show()
  if (entry.isFile) {
    files.choose()
    return
  }
  input.value = entry.text
  measure()
  input.focus()
}

function receive(reply) {
  transcript.addReply(reply)
  show()
}

/** Brings the page in line with the transcript, touching only what changed. */
function show() {
  const entries = transcript.entries()
  const known = new Set(entries.map((entry) => entry.id))
  for (const [id, message] of shown) {
    if (!known.has(id)) {
      message.remove()
      shown.delete(id)
    }
  }
  let newest
  for (const entry of entries) {
    const message = shown.get(entry.id)
    if (message && entry.kind === 'mine') messages.restate(message, entry)
    if (!message) {
      newest = messages.view(entry)
      shown.set(entry.id, newest)
      log.append(newest)
    }
  }
  byId('welcome').hidden = entries.length > 0
  byId('clear').hidden = entries.length === 0
  openChoicesOf(findAsking(entries))
  showWaiting(entries.at(-1))
  if (newest) follow(newest, entries)
}

/** The reply whose choices can still be taken: the last one with choices, unless something was said after it. */
function findAsking(entries) {
  const later = entries.slice(
    entries.findLastIndex((entry) => entry.kind === 'mine' && isUnderway(entry)) + 1,
  )
  return later.findLast((entry) => entry.kind === 'reply' && entry.choices.length > 0)?.id
}

function openChoicesOf(asking) {
  for (const [id, message] of shown) {
    for (const button of message.querySelectorAll('button.choice')) button.disabled = id !== asking
  }
}

function showWaiting(last) {
  const waits = last?.kind === 'mine' && isUnderway(last)
  clearTimeout(slow)
  byId('waiting').textContent = waits ? texts.answering : ''
  if (waits) slow = setTimeout(() => (byId('waiting').textContent = texts.answeringSlowly), SLOW_MS)
}

function isUnderway({ state }) {
  return state === 'sending' || state === 'sent'
}

/**
 * To the end; but what does not fit the window is read from its beginning, which is the first reply after our last
 * message. Who has begun to read, or scrolled away, is left alone when more comes.
 */
function follow(newest, entries) {
  const mine = entries.findLastIndex((entry) => entry.kind === 'mine')
  const beginning = shown.get((entries[mine + 1] ?? entries[mine])?.id)
  if (newest !== beginning && !isAtEnd) return
  const room = Math.min(scroller.clientHeight, innerHeight - byId('composer').offsetHeight)
  isAtEnd = log.getBoundingClientRect().bottom - beginning.getBoundingClientRect().top <= room * 0.9
  if (isAtEnd) scrollToEnd()
  else beginning.scrollIntoView({ block: 'start' })
}

function scrollToEnd() {
  byId('waiting').scrollIntoView({ block: 'end' })
}

/** Who reads the end stays there when a message grows a line, the text box grows, or a phone's keyboard opens. */
function stayAtEnd() {
  scroller.addEventListener('scroll', () => {
    isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 40
  })
  const observer = new ResizeObserver(() => isAtEnd && scrollToEnd())
  observer.observe(scroller)
  observer.observe(log)
}

function showConnection(state) {
  const sentences = { open: '', lost: texts.reconnecting, stranger: texts.cookiesNeeded }
  byId('banner').textContent = sentences[state]
  byId('banner').hidden = state === 'open'
}

function prepareComposer() {
  input.addEventListener('input', measure)
  input.addEventListener('keydown', (event) => {
    // Vietnamese keyboards compose: there Enter ends the syllable and not the message.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    submit()
  })
  byId('composer').addEventListener('submit', (event) => {
    event.preventDefault()
    submit()
  })
  for (const example of document.querySelectorAll('[data-example]')) {
    example.addEventListener('click', (event) => {
      say(example.textContent)
      keepFocus(event)
    })
  }
  measure()
}

function submit() {
  const text = input.value.trim()
  if (text !== '' && !isTooLong()) {
    input.value = ''
    measure()
    say(text)
  }
  input.focus()
}

function isTooLong() {
  return input.value.trim().length > Number(input.dataset.max)
}

function measure() {
  input.style.height = 'auto'
  input.style.height = `${input.scrollHeight + input.offsetHeight - input.clientHeight}px`
  const hint = isTooLong() ? texts.tooLong : ''
  if (byId('hint').textContent !== hint) byId('hint').textContent = hint
  input.setAttribute('aria-invalid', String(isTooLong()))
  byId('send').setAttribute('aria-disabled', String(isTooLong() || input.value.trim() === ''))
}

/** The tapped button is gone now. A keyboard goes on in the text box; a finger must not call up the phone's keyboard. */
function keepFocus(event) {
  if (event.detail === 0) input.focus()
  else scroller.focus()
}

function prepareClearing() {
  const dialog = byId('clear-dialog')
  byId('clear').addEventListener('click', () => dialog.showModal())
  byId('clear-cancel').addEventListener('click', () => dialog.close())
  byId('clear-confirm').addEventListener('click', () => {
    dialog.close()
    isAtEnd = false
    transcript.clear()
    show()
    byId('waiting').textContent = texts.cleared
    input.focus()
  })
}
