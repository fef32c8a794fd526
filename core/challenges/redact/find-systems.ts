import type { Span } from './span.ts'

/**
 * Where a text gives away how to reach or enter a system: addresses of machines, their names, names of internal software
 * after a word that announces one, paths, accounts and passwords. Portals that everybody uses are left alone.
 */
export function findSystems(text: string): Span[] {
  const found: Span[] = []
  for (const { pattern, kind, group } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const hit = group === undefined ? match[0] : (match.groups?.[group] ?? '')
      const start = match.index + match[0].lastIndexOf(hit)
      if (hit === '' || isKnown(hit)) continue
      found.push({ start, end: start + hit.length, kind })
    }
  }
  return found
}

/** Portals and applications for everybody, and standards that only look like machines. */
const KNOWN =
  /^(?:https?:\/\/)?(?:www\.)?(?:dichvucong\.gov\.vn|dichvucong\.hochiminhcity\.gov\.vn|hochiminhcity\.gov\.vn|data\.hochiminhcity\.gov\.vn|thuvienphapluat\.vn|vbpl\.vn|chinhphu\.vn)(?:\/[^\s]*)?$|^(?:VNeID|Zalo|Telegram|Facebook|Messenger|YouTube|Google|Excel|Word|PowerPoint|Windows|AI|IoT|GIS|SMS|QR|UBND|TTHC|LGSP|NGSP|API|CSDL|CNTT|GPS|OCR|PDF|[45]G|Wi-?Fi|iHanoi|HCM|TPHCM)$|^(?:COVID|ISO|TCVN|QCVN|IEC|BT|CV|TT|NQ|KH|QD|QĐ|NĐ|HD)[-–]?\d|^H[0-9N]{1,2}N[0-9]$/iu

const isKnown = (hit: string) => KNOWN.test(hit.replace(/[.,;:)\]]+$/, ''))

type Pattern = { pattern: RegExp; kind: Span['kind']; group?: string }

const PATTERNS: Pattern[] = [
  { pattern: /\b(?:https?|ftp|sftp|rdp|ssh|file|smb):\/\/[^\s<>"']+/giu, kind: 'system' },
  { pattern: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5}|\/\d{1,2})?(?![\d.]*\d)/gu, kind: 'system' },
  { pattern: /(?<![\p{L}\d:])(?:[0-9a-f]{1,4}:){3,7}:?[0-9a-f]{1,4}(?![\p{L}\d:])/giu, kind: 'system' },
  {
    pattern:
      /(?<![\p{L}\p{N}@.-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,5}(?:local|lan|internal|corp|intra|localdomain|vn|com|net|org|info|io|gov|edu)(?::\d{2,5})?(?:\/[^\s,;)]*)?(?![\p{L}\p{N}])/giu,
    kind: 'system',
  },
  {
    pattern: /(?<![\p{L}\p{N}/-])[A-Z]{2,}[A-Z0-9]*[-_][A-Z0-9_-]*\d[A-Z0-9_-]*(?![\p{L}\p{N}])/gu,
    kind: 'system',
  },
  {
    pattern:
      /(?<![\p{L}\p{N}/-])(?:srv|svr|server|db|app|web|dc|vm|sql|ora|oracle|fw|nas|host|node|mail|file|backup|ad)[-_]?(?:[a-z0-9]+[-_])*[a-z]*\d+(?![\p{L}\p{N}])/giu,
    kind: 'system',
  },
  {
    pattern:
      /\\\\[^\s\\]+(?:\\[^\s,;]+)*|(?<![\p{L}])[A-Z]:\\[^\s,;]+|(?<![\p{L}\p{N}.])\/(?:var|etc|home|opt|srv|mnt|usr)\/[^\s,;]+/gu,
    kind: 'system',
  },
  {
    pattern:
      /(?:[Pp]hần mềm|[Pp]han mem|[Hh]ệ thống|[Hh]e thong|[Ứứ]ng dụng|[Uu]ng dung|[Cc]ơ sở dữ liệu|[Cc]o so du lieu|CSDL|[Mm]áy chủ|[Mm]ay chu|[Ss]erver|[Mm]odule|[Aa]pp)(?:\s+\p{Ll}+){0,6}?\s+(?<name>(?=\p{L}*(?:\p{Ll}\p{Lu}|\p{Lu}{2}|\p{N}|[-_]\p{L}))[\p{L}\p{N}]+(?:[-_.][\p{L}\p{N}]+)*)/gu,
    kind: 'system',
    group: 'name',
  },
  {
    pattern:
      /(?:mật khẩu|mat khau|password|passwd|pass|mk|mã pin|ma pin|otp|api[ _-]?key|token|khóa api)(?:\s+\p{L}{2,12}){0,3}?\s*(?:là|la|:|=|-)?\s*(?<value>(?=\S*[\d@#$!%&*_])\S{4,})/giu,
    kind: 'secret',
    group: 'value',
  },
  {
    pattern:
      /(?:tài khoản|tai khoan|tên đăng nhập|ten dang nhap|username|user|login|account)\s*(?:là|la|:|=)\s*(?<value>[^\s,;]{3,})/giu,
    kind: 'secret',
    group: 'value',
  },
  { pattern: /(?<![\p{L}\p{N}.])@[a-z0-9_.]{3,}/giu, kind: 'secret' },
]
