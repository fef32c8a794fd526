import { plainWords, withoutCourtesy } from '../commands.ts'

/** What a whole message tells the form to do. `target`: the number or the name of a field, as typed. */
export type FormCommand =
  | { kind: (typeof KINDS)[number] }
  | { kind: 'edit' | 'view'; target: string; sure: boolean }

const KINDS = [
  ...(['back', 'skip', 'stop', 'go_on', 'preview', 'cancel', 'repeat', 'help', 'example'] as const),
  ...(['done', 'more', 'which', 'missing', 'attach'] as const),
] as const

/** Folded whole messages. */
const PHRASES: Record<(typeof KINDS)[number], string> = {
  back: 'quay lai, lui, lui lai, tro lai, cau truoc, muc truoc, ve cau truoc, quay lai cau truoc, ' + 'back',
  skip:
    'bo qua, bo qua cau nay, bo qua muc nay, qua cau khac, cau khac, cau sau, de sau, ' +
    'tra loi sau, khong biet, chua biet, toi khong biet, toi chua biet, em khong biet, khong ro, ' +
    'skip',
  stop:
    'dung, dung lai, tam dung, dung o day, thoi, thoat, nghi, luu, luu lai, luu va thoat, ' +
    'de mai, de mai lam tiep, mai lam tiep, hom khac, de hom khac, lam sau, ket thuc, stop',
  go_on: 'tiep tuc, tiep, lam tiep, di tiep, tiep theo, tiep tuc soan, soan tiep, giu nguyen, giu',
  preview:
    'xem lai, xem truoc, xem ban nhap, xem lai ban nhap, xem toan bo, xem lai toan bo, xem het, ' +
    'xem bai toan, xem lai bai toan, toi da ghi gi, da ghi gi roi',
  cancel:
    'huy, huy bo, bo di, huy ban nhap, bo ban nhap, xoa ban nhap, xoa, xoa het, khong lam nua, ' + 'cancel',
  repeat: 'nhac lai, nhac lai cau hoi, hoi lai, lap lai, dang hoi gi, cau hoi la gi, cau hoi gi',
  help:
    'giup, giup toi, giup em, giup voi, tro giup, huong dan, cach lam, help, khong hieu, ' +
    'toi khong hieu, em khong hieu, chua hieu, la sao, nghia la sao',
  example: 'vi du, cho vi du, xem vi du, cho xin vi du, cho toi vi du, vi du nhu the nao, mau, xem mau',
  done: 'xong, xong roi, da xong, het, het roi, het y, het y roi, du roi, xong muc nay, chi vay',
  more: 'them, viet them, ghi them, bo sung, them nua, con nua, chua xong, viet tiep',
  which: 'sua, sua lai, chinh sua, sua muc, sua muc khac, sua cau khac, sua mot muc, sua tiep',
  missing:
    'con thieu gi, thieu gi, con gi nua, con muc nao, muc con thieu, cac muc con thieu, ' +
    'con bao nhieu muc',
  attach:
    'gui tep, gui file, dinh kem, dinh kem tep, gui anh, gui hinh, tai tep len, gui tai lieu, ' +
    'gui van ban, upload',
}

const COMMANDS = new Map(
  KINDS.flatMap((kind) => PHRASES[kind].split(', ').map((phrase) => [phrase, kind] as const)),
)

const EDIT = /^(?:sua|chinh|chinh sua|doi|quay lai|ve)(?: lai)?(?: (?:muc|cau|so|phan|y))* (.+)$/
const VIEW = /^xem(?: lai)?(?: (?:muc|cau|so|phan|y))* (.+)$/
const LONGEST = 120

/**
 * The command that a message consists of, with or without diacritics and a closing courtesy; null for anything else.
 * "Sửa …" and "xem …" may begin an answer as well: they are `sure` where a number follows, otherwise only when a field
 * of that name is found.
 */
export function readCommand(text: string): FormCommand | null {
  if (text.length > LONGEST) return null
  const said = plainWords(text)
  const bare = withoutCourtesies(said)
  const kind = COMMANDS.get(said) ?? COMMANDS.get(bare)
  if (kind) return { kind }
  return targeted('edit', EDIT.exec(bare)) ?? targeted('view', VIEW.exec(bare))
}

/** Plain words without the courtesies that close them: "… giúp em nhé" has several. */
export const withoutCourtesies = (said: string): string => {
  const bare = withoutCourtesy(said)
  return bare === said ? said : withoutCourtesies(bare)
}

function targeted(kind: 'edit' | 'view', found: RegExpExecArray | null): FormCommand | null {
  const target = found?.[1]
  return target === undefined ? null : { kind, target, sure: /^\d{1,2}$/.test(target) }
}

const COURTESIES: ReadonlySet<string> = new Set(
  (
    'ok, oke, okie, okay, vang, da, da vang, u, uh, uhm, ' +
    'alo, hi, hello, roi, duoc, chao, chao em, chao ban, xin chao, chao tro ly, ' +
    'cam on, cam on em, cam on ban, cam on tro ly, em oi, tro ly oi, ad oi, thanks, vang a, da duoc'
  ).split(', '),
)

/** Words, or signs without any ("👍", "...", ":)"), that keep a conversation going and answer nothing that is asked. */
export const isCourtesy = (text: string): boolean =>
  text.length <= LONGEST && (SIGNS.test(text) || COURTESIES.has(withoutCourtesies(plainWords(text))))

/** "%" and the like are no such signs: they answer what a measure is counted in. */
const SIGNS = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\ufe0f|[\s.,…!?~^:;()-])+$/u
