import type { IncomingMessage, ServerResponse } from 'node:http'

/** What goes wrong with a call: whether the work is done first, and what is answered instead. */
export type Fault = { accepted: boolean; answer: { status: number; body: string } | 'cut' | 'half' }

/** An error of the platform, inside HTTP 200 unless said otherwise. */
export const apiError = (
  code: number,
  description: string,
  also: Partial<Fault> & { status?: number } = {},
) => ({
  accepted: also.accepted ?? false,
  answer: {
    status: also.status ?? 200,
    body: JSON.stringify({ ok: false, error_code: code, description }),
  },
})
/** A page of the proxy before the platform. */
export const htmlError = (status: number) => ({
  accepted: false,
  answer: { status, body: `<html><body><h1>${status}</h1></body></html>` },
})

/** Answers as a fault, or a working platform, does. */
export function writeAnswer(response: ServerResponse, answer: Fault['answer']): void {
  if (answer === 'cut') {
    response.socket?.destroy()
    return
  }
  if (answer === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 1_000 })
    response.write('{"ok":true,')
    return
  }
  const type = answer.body.startsWith('<') ? 'text/html' : 'application/json'
  const location = answer.status >= 300 && answer.status < 400 ? { location: '/elsewhere' } : {}
  response.writeHead(answer.status, { 'content-type': type, ...location })
  response.end(answer.body)
}

/** A call's method and parameters, which may come in the address, as JSON or as a form. */
export async function readCall(request: IncomingMessage) {
  const url = new URL(request.url ?? '/', 'http://fake')
  const [, token, method = ''] = /^\/bot([^/]*)\/(.+)$/.exec(url.pathname) ?? []
  return {
    token,
    method,
    params: { ...Object.fromEntries(url.searchParams), ...readBody(await readText(request)) },
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

function readBody(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return Object.fromEntries(new URLSearchParams(body))
  }
}
