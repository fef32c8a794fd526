import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The place on loopback where a platform keeps what people send: `keep` gives the address, until `close`. */
export async function startFileHost() {
  const files = new Map<string, Uint8Array>()
  const server = createServer((request, response) => {
    if (request.url === '/elsewhere') return void response.writeHead(302, { location: '/0/a.pdf' }).end()
    const bytes = files.get(request.url ?? '')
    if (bytes === undefined) return void response.writeHead(404).end()
    // Without a length, as content networks often answer.
    response.writeHead(200, { connection: 'close' })
    response.end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server that listens
  const root = `http://127.0.0.1:${port}`
  return {
    root,
    keep(name: string, bytes: Uint8Array): string {
      const place = `/${files.size}/${encodeURIComponent(name)}`
      files.set(place, bytes)
      return root + place
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
