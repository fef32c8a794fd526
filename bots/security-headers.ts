const RULES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
]
const CONTENT_SECURITY_POLICY = [...RULES, "form-action 'none'"].join('; ')

/** Of a page whose form a browser sends by itself, without a script. */
export const FORM_POLICY = [...RULES, "form-action 'self'"].join('; ')

/** Headers of every answer: no inline code, no frames, no guessing of types, no address handed on. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
