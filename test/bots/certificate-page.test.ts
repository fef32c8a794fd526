import { expect, test } from 'vitest'
import { certificateTexts } from '../../core/texts/certificates.ts'
import { buildServer, request } from './build-server.ts'

const { page } = certificateTexts
const { server } = buildServer()
const open = async (path: string) => {
  const response = await server.fetch(request(path))
  return { status: response.status, html: await response.text(), headers: response.headers }
}

test('a valid certificate: the course, the day, a name in part, and no script', async () => {
  const { status, html, headers } = await open('/chung-chi/CN-7K2M-NP4Q-R8ST')
  expect(status).toBe(200)
  for (const text of [page.valid, 'Nguyễn T*** L***', '01/12/2026', 'CN-7K2M-NP4Q-R8ST']) {
    expect(html).toContain(text)
  }
  expect(html).toContain('Sở hữu trí tuệ &lt;cơ bản&gt;')
  expect(html).not.toContain('<script')
  expect(headers.get('content-security-policy')).toContain("form-action 'self'")
})

test.each(['/chung-chi/cn7k2mnp4qr8st', '/chung-chi?ma=%20cn%207k2m%20np4q%20r8st'])(
  'a code typed in another way is found: %s',
  async (path) => {
    expect((await open(path)).html).toContain(page.valid)
  },
)

test('without a code the page asks for one', async () => {
  const { status, html } = await open('/chung-chi')
  expect(status).toBe(200)
  expect(html).toContain(page.intro)
  expect(html).toContain('name="ma"')
})

test('a certificate that counts no more says so', async () => {
  const { status, html } = await open('/chung-chi/CN-2222-2222-2222')
  expect(status).toBe(410)
  expect(html).toContain(page.revoked)
})

test('a wrong code is not found, and what was typed is harmless', async () => {
  const { status, html } = await open(`/chung-chi?ma=${encodeURIComponent('"><script>alert(1)</script>')}`)
  expect(status).toBe(404)
  expect(html).toContain(page.unknown)
  expect(html).not.toContain('<script')
})
