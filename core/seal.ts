import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export type Seal = {
  /** The text as it may be stored. `label` says what it is: it only opens under the same one. */
  close(text: string, label: string): string
  /** The text again, or null when it was sealed with another secret, under another label, or was changed. */
  open(sealed: string, label: string): string | null
}

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts short secrets for storage: AES-256-GCM (NIST SP 800-38D), a random nonce each time, under a key derived from
 * `secret` with HKDF-SHA-256 (RFC 5869) for this `use` alone. `secret` has to be random, not a password.
 */
export function createSeal({ secret, use }: { secret: string; use: string }): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', use, KEY_BYTES))
  return {
    close(text, label) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')
    },
    open(sealed, label) {
      const bytes = Buffer.from(sealed, 'base64')
      const [nonce, tag] = [
        bytes.subarray(0, NONCE_BYTES),
        bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES),
      ]
      if (tag.length < TAG_BYTES) return null
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
      decipher.setAAD(Buffer.from(label)).setAuthTag(tag)
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
        return Buffer.concat([text, decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}
