import net from 'node:net'

const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

const connect = net.Socket.prototype.connect

/** No test may depend on, or disturb, anything outside this machine. */
Object.defineProperty(net.Socket.prototype, 'connect', {
  value: function (this: net.Socket, ...args: unknown[]) {
    const host = hostOf(args)
    if (!LOOPBACK.includes(host)) throw new Error(`The network is closed in tests: ${host}`)
    return Reflect.apply(connect, this, args)
  },
})

/** The host in any form of `socket.connect`: (port, host), (path), (options), or Node's own list of normalised ones. */
function hostOf([first, second]: unknown[]): string {
  if (Array.isArray(first)) return hostOf(first)
  if (typeof first === 'string') return 'localhost'
  if (typeof first !== 'object' || first === null) return typeof second === 'string' ? second : 'localhost'
  const host: unknown = Reflect.get(first, 'host')
  return typeof host === 'string' ? host.replace(/^\[|\]$/g, '') : 'localhost'
}
