import { createHash } from 'node:crypto'

export type Event = Record<string, unknown> & { app_id: string; timestamp: string }

/** How a webhook request of the platform may look; by default as it should. */
export type Shape = {
  /** The body instead of the event as compact JSON: another spacing, another order of keys, escapes. */
  body?: string
  signature?: string | null
  /** Where the timestamp that is signed can be read. */
  timestampIn?: 'header' | 'body'
}

/** The signature of the webhook pages, written independently of the code under test. */
export function signEvent(body: string, { app_id, timestamp }: Event, secretKey: string): string {
  const signed = Buffer.from(app_id + body + timestamp + secretKey, 'utf8')
  return `mac=${createHash('sha256').update(signed).digest('hex')}`
}

/** A webhook request as the platform sends it. */
export function buildWebhook(event: Event, secretKey: string, shape: Shape = {}): Request {
  const body = shape.body ?? JSON.stringify(event)
  const headers = new Headers({ 'content-type': 'application/json' })
  const signature = shape.signature === undefined ? signEvent(body, event, secretKey) : shape.signature
  if (signature !== null) headers.set('x-zevent-signature', signature)
  if (shape.timestampIn !== 'body') headers.set('x-zevent-timestamp', event.timestamp)
  return new Request('http://localhost/webhooks/zalo-oa', { method: 'POST', headers, body })
}
