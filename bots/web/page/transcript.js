/**
 * What was said on this machine, kept in the browser and shared by its tabs.
 *
 * An entry is one of ours, `{ kind: 'mine', id, text, choice?, at, state }` with state `sending`, `sent`, `failed`
 * or `refused` (then `reason`), or a reply, `{ kind: 'reply', id, parts, choices, at }`.
 */
/** A person a page: the demonstration shows several. */
const KEY = location.pathname === '/' ? 'nhip-cau' : `nhip-cau:${location.pathname}`
const KEPT = 200

/** Opens the transcript; where the browser keeps nothing for pages, it lasts as long as the page. */
export function openTranscript(storage = findStorage()) {
  let state = load(storage) ?? empty()
  const current = () => {
    state = load(storage) ?? state
    return state
  }
  const save = (next) => {
    state = { ...next, entries: next.entries.slice(-KEPT) }
    try {
      storage?.setItem(KEY, JSON.stringify(state))
    } catch {
      // Full or forbidden: the page goes on without it.
    }
  }
  return {
    entries: () => current().entries,
    cursor: () => current().cursor,
    add(entry) {
      const { entries, cursor } = current()
      if (entries.some((known) => known.id === entry.id)) return
      save({ entries: [...entries, entry], cursor })
    },
    /** A reply of the event stream. Ids start again with a new database, so the time is part of the name. */
    addReply({ id, at, parts, choices }) {
      const { entries } = current()
      const name = `${id}@${at}`
      const isNew = !entries.some((known) => known.id === name)
      save({
        entries: isNew ? [...entries, { kind: 'reply', id: name, at, parts, choices }] : entries,
        cursor: id,
      })
    },
    change(id, changes) {
      const { entries, cursor } = current()
      save({ cursor, entries: entries.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)) })
    },
    remove(id) {
      const { entries, cursor } = current()
      save({ cursor, entries: entries.filter((entry) => entry.id !== id) })
    },
    /** Forgets what was said, and keeps the cursor: old replies do not come back. */
    clear() {
      save({ entries: [], cursor: current().cursor })
    },
    onOtherTab(changed) {
      addEventListener('storage', (event) => {
        if (event.key === KEY) changed()
      })
    },
  }
}

const empty = () => ({ entries: [], cursor: '0' })

function findStorage() {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

function load(storage) {
  try {
    const state = JSON.parse(storage?.getItem(KEY) ?? 'null')
    return Array.isArray(state?.entries) && typeof state.cursor === 'string' ? state : undefined
  } catch {
    return undefined
  }
}
