import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createLinks, FILE_LINK_MS } from '../../core/links.ts'

const SECRET = 'x'.repeat(32)
const ID = '7c9e6679-7425-40de-944b-e07fc1f90ae7'
const start = new Date('2026-11-21T02:00:00Z')
const clock = { at: start }
const links = createLinks({ publicUrl: 'https://nhipcau.example/', secret: SECRET, now: () => clock.at })
const until = new Date(start.getTime() + FILE_LINK_MS)

const parts = (url: string) => {
  const { pathname, searchParams: query } = new URL(url)
  return { id: pathname.split('/').at(-1) ?? '', exp: query.get('exp'), sig: query.get('sig') }
}
const read = (url: string) => {
  const { id, ...query } = parts(url)
  return links.readFile(id, query)
}

test('a link opens its file until its time is over', () => {
  clock.at = start
  const url = links.file(ID, until)
  expect(url).toMatch(/^https:\/\/nhipcau\.example\/files\//)
  expect(read(url)).toBe('good')
  clock.at = new Date(until.getTime() - 1_000)
  expect(read(url)).toBe('good')
  clock.at = until
  expect(read(url)).toBe('expired')
  clock.at = start
})

test('five hundred changed links open nothing, and none is called expired', () => {
  const { id, exp, sig } = parts(links.file(ID, until))
  const random = seeded(20261121)
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%+ '
  for (let round = 0; round < 500; round += 1) {
    const changed = { id, exp: exp ?? '', sig: sig ?? '' }
    const part = (['id', 'exp', 'sig'] as const)[random(3)] ?? 'sig'
    const at = random(changed[part].length)
    const letter = alphabet[random(alphabet.length)] ?? 'x'
    const cut = [changed[part].slice(0, at), changed[part].slice(at + 1)] as const
    changed[part] =
      [cut.join(letter), cut.join(''), `${cut[0]}${letter}${changed[part].slice(at)}`][random(3)] ?? ''
    const { exp: changedExp, sig: changedSig } = changed
    if (changed.id === id && changedExp === exp && changedSig === sig) continue
    expect(links.readFile(changed.id, { exp: changedExp, sig: changedSig }), JSON.stringify(changed)).toBe(
      'forged',
    )
  }
})

test('a later time, another file and another use do not fit the signature', () => {
  const { id, exp, sig } = parts(links.file(ID, until))
  expect(links.readFile(id, { exp: String(Number(exp) + 1), sig })).toBe('forged')
  expect(links.readFile(randomUUID(), { exp, sig })).toBe('forged')
  expect(links.readFile(id, { exp: `0${exp}`, sig })).toBe('forged')
  expect(links.readFile(id, { exp: null, sig })).toBe('forged')
  expect(links.readFile(id, { exp, sig: null })).toBe('forged')
  expect(links.readUpload(`${id}.${exp}.${sig}`).status).toBe('forged')
})

test('another installation signs otherwise', () => {
  const other = createLinks({
    publicUrl: 'https://nhipcau.example',
    secret: 'y'.repeat(32),
    now: () => start,
  })
  expect(read(other.file(ID, until))).toBe('forged')
})

test('an upload link names an account, until its time is over', () => {
  const token = links.upload(ID, until).split('/').at(-1) ?? ''
  expect(links.readUpload(token)).toEqual({ status: 'good', identityId: ID })
  expect(links.readUpload(`${token}.x`).status).toBe('forged')
  expect(links.readUpload(token.replace(ID, randomUUID())).status).toBe('forged')
  expect(links.readUpload('').status).toBe('forged')
  clock.at = until
  expect(links.readUpload(token).status).toBe('expired')
  clock.at = start
})

/** The same numbers every time: a linear congruential generator (Numerical Recipes). */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}
