const byId = (id) => document.getElementById(id)
const steps = [...byId('steps').children]
const tabs = [...document.querySelectorAll('[data-tab]')]
let at = 0

/** Shows one step, and on a narrow window the chat it is done in. */
function show(next) {
  at = Math.min(Math.max(next, 0), steps.length - 1)
  for (const [index, step] of steps.entries()) step.hidden = index !== at
  byId('guide').classList.toggle('begun', at > 0)
  byId('back').disabled = at === 0
  byId('next').disabled = at === steps.length - 1
  byId('fill').hidden = steps[at].dataset.type === ''
  open(steps[at].dataset.seat)
}

function open(seat) {
  for (const tab of tabs) tab.setAttribute('aria-selected', String(tab.dataset.tab === seat))
  for (const section of document.querySelectorAll('.seat')) {
    section.toggleAttribute('data-shown', section.id === `seat-${seat}`)
  }
}

/** Puts the words of the step into the chat's own field: sending them is for the person to do. */
function fill() {
  const { seat, type } = steps[at].dataset
  const input = document.querySelector(`iframe[name="${seat}"]`).contentDocument?.getElementById('text')
  if (!input) return
  input.value = type
  input.dispatchEvent(new Event('input', { bubbles: true }))
  input.focus()
}

byId('back').addEventListener('click', () => show(at - 1))
byId('next').addEventListener('click', () => show(at + 1))
byId('fill').addEventListener('click', fill)
for (const tab of tabs) tab.addEventListener('click', () => open(tab.dataset.tab))
show(0)
