import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export type Asset = { body: string; headers: Record<string, string> }

const TYPES = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' } as const

const FILES = [
  ['page', 'js'],
  ['attach', 'js'],
  ['connection', 'js'],
  ['message-view', 'js'],
  ['new-id', 'js'],
  ['transcript', 'js'],
  ['base', 'css'],
  ['page', 'css'],
  ['messages', 'css'],
  ['upload', 'css'],
  ['certificate', 'css'],
  ['demo', 'js'],
  ['demo', 'css'],
  ['icon', 'svg'],
] as const

/**
 * The files of the chat page by name, read once from the disk.
 * A browser asks each time whether its copy still holds, so a new version is never mixed with an old one for long.
 */
export function loadAssets(): Map<string, Asset> {
  return new Map(
    FILES.map(([name, kind]) => {
      const file = `${name}.${kind}`
      const body = readFileSync(new URL(file, import.meta.url), 'utf8')
      const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
      const headers = { 'content-type': `${TYPES[kind]}; charset=utf-8`, 'cache-control': 'no-cache', etag }
      return [file, { body, headers }]
    }),
  )
}

/** Whether the copy a browser names in `If-None-Match` is this asset. */
export function isCurrent(asset: Asset, ifNoneMatch: string | null): boolean {
  const { etag } = asset.headers
  const named = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''))
  return etag !== undefined && named.includes(etag)
}
