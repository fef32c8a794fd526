import { expect, test } from 'vitest'
import { createDemoSeats } from '../../bots/demo-seats.ts'
import { demoTexts } from '../../core/texts/demo.ts'

const TOKEN = 'a'.repeat(22)
const seats = [{ name: 'official', token: TOKEN, typed: true }]

/** What the assistant's own pages were asked for, and by whom. */
async function ask(path: string): Promise<string> {
  const asked: string[] = []
  const front = createDemoSeats(seats, demoTexts, async ({ url, headers }) => {
    asked.push(`${url} ${headers.get('cookie')}`)
    return new Response()
  })
  await front(new Request(`http://127.0.0.1:3000${path}`, { method: 'POST', headers: { cookie: 'own=1' } }))
  return asked.join()
}

test('what is asked for below a seat is asked for by the person who sits there', async () => {
  expect(await ask('/demo/official/webhooks/web/files?id=7')).toBe(
    `http://127.0.0.1:3000/webhooks/web/files?id=7 nhip_cau=${TOKEN}`,
  )
  expect(await ask('/demo/nobody/events')).toBe('http://127.0.0.1:3000/demo/nobody/events own=1')
})

test.each(['/demo/official//', '/demo/official//evil.example/events', '/demo/official/../events'])(
  'no way of writing an address leads elsewhere: %s',
  async (path) => {
    expect(await ask(path)).toMatch(/^http:\/\/127\.0\.0\.1:3000\//)
  },
)
