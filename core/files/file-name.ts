/** In characters, with the ending: what every file system and platform takes. */
const LONGEST = 120

/**
 * A name that can be stored, sent in a header and saved on any computer: composed letters (NFC), no path, no control
 * characters, none of the signs that Windows forbids or that would end a quoted name. The ending is kept.
 */
export function safeFileName(name: string): string {
  const clean = name
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}\ufffd]/gu, ' ')
    .replaceAll(/["*/:;<>?\\|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s.]+|[\s.]+$/g, '')
  const ending = endingOf(clean)
  const stem = [...clean.slice(0, clean.length - ending.length)].slice(0, LONGEST - ending.length)
  return `${stem.join('').trim() || 'tep'}${ending}`
}

/** ".docx" of "Báo cáo.docx", small letters as written; '' where there is none. */
export const endingOf = (name: string): string => /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? ''

/**
 * The header that has a browser save a file under its name: the plain form for old programs, and the real name in
 * UTF-8 (RFC 6266 with RFC 8187).
 */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
