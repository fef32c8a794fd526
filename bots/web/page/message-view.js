/** Shown as on a platform without buttons: the choices are read, and their number is typed. */
const TYPED = document.documentElement.dataset.typed === 'yes'

/** Builds the elements of a message. Text goes in as text only, never as markup. */
export function createMessageView({ texts, onChoice, onRetry, onEdit }) {
  return { view: (entry) => (entry.kind === 'mine' ? viewMine(entry) : viewReply(entry)), restate }

  function viewMine(entry) {
    const message = viewMessage(entry, texts.you, 'mine')
    message.append(element('p', 'text', entry.text))
    restate(message, entry)
    return message
  }

  /** Shows what became of a message, and leaves the rest alone: a screen reader does not read it again. */
  function restate(message, entry) {
    if (message.dataset.state === entry.state) return
    message.dataset.state = entry.state
    message.querySelector('.state')?.remove()
    if (entry.state === 'sending') message.append(element('p', 'state', texts.sending))
    if (entry.state === 'failed') message.append(viewTrouble(texts.failed, texts.retry, () => onRetry(entry)))
    if (entry.state === 'refused') {
      message.append(
        viewTrouble(entry.reason ?? texts.unreadable, entry.isFile ? texts.attachHelp : texts.edit, () =>
          onEdit(entry),
        ),
      )
    }
  }

  function viewReply(entry) {
    const message = viewMessage(entry, texts.assistant, 'reply')
    message.append(viewText(entry.parts))
    if (entry.choices.length > 0 && TYPED) {
      const lines = entry.choices.map((choice, index) => `${index + 1}. ${choice.label}`)
      message.append(element('p', 'typed', [...lines, texts.typeNumber].join('\n')))
    } else if (entry.choices.length > 0) {
      const list = element('ol', 'choices')
      list.setAttribute('aria-label', texts.choices)
      entry.choices.forEach((choice, index) => {
        const button = viewButton(`${index + 1}. ${choice.label}`, (event) => onChoice(choice, event))
        button.className = 'choice'
        list.append(wrap('li', button))
      })
      message.append(list)
    }
    return message
  }
}

function viewMessage(entry, author, kind) {
  const message = element('article', kind)
  const head = element('p', 'head')
  const time = element('time', '', formatTime(new Date(entry.at), new Date()))
  time.dateTime = entry.at
  head.append(element('span', 'author', author), ' ', time)
  message.append(head)
  return message
}

function viewText(parts) {
  const text = element('div', 'text')
  let quote
  for (const { text: words, ...part } of parts) {
    // A quotation ends its line by itself.
    const shown = quote && !part.quote ? words.replace(/^\n/, '') : words
    if (!part.quote) quote = undefined
    if (part.quote && !quote) {
      quote = element('blockquote', '')
      text.append(quote)
    }
    const target = quote ?? text
    target.append(viewPart({ ...part, text: shown }))
  }
  return text
}

function viewPart({ text, bold, url }) {
  const link = isWebLink(url) ? element('a', '', text) : undefined
  if (link) {
    link.href = url
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
  }
  const inner = link ?? document.createTextNode(text)
  return bold ? wrap('strong', inner) : inner
}

function viewTrouble(sentence, action, onClick) {
  const trouble = element('p', 'state trouble', `${sentence} `)
  trouble.append(viewButton(action, onClick))
  return trouble
}

function viewButton(label, onClick) {
  const button = element('button', '', label)
  button.type = 'button'
  button.addEventListener('click', onClick)
  return button
}

function element(name, className, text) {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

function wrap(name, child) {
  const made = document.createElement(name)
  made.append(child)
  return made
}

function isWebLink(url) {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol)
  } catch {
    return false
  }
}

const two = (number) => String(number).padStart(2, '0')

function formatTime(at, now) {
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`
  const isToday = at.toDateString() === now.toDateString()
  return isToday ? time : `${time} ${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`
}
