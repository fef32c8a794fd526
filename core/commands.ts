import { INVITE_PHRASES } from './dialogues/invite.ts'
import { fold, normalise } from './vietnamese.ts'

export type Command =
  | 'introduce'
  | 'choose_consents'
  | 'withdraw_consents'
  | 'hand_over'
  | 'cancel'
  | 'link'
  | 'unlink'
  | 'choose_channel'
  | 'resume_other'
  | 'invite'

/** Whole messages, folded, without punctuation and leading slash. */
const PHRASES: Record<Command, readonly string[]> = {
  introduce: ['start', 'bat dau', 'gioi thieu', 'gioithieu'],
  choose_consents: [
    'quyen rieng tu',
    'quyenriengtu',
    'du lieu cua toi',
    'chon du lieu',
    'dong y luu du lieu',
  ],
  withdraw_consents: ['rut dong y', 'rut lai dong y', 'rutdongy', 'xoa dong y', 'khong dong y luu nua'],
  hand_over: [
    'gap can bo',
    'gapcanbo',
    'chuyen can bo',
    'chuyen cho can bo',
    'chuyen cau hoi cho can bo',
    'gap nguoi that',
    'noi chuyen voi can bo',
    'noi chuyen voi nguoi that',
    'toi muon gap can bo',
    'cho toi gap can bo',
    'cho gap can bo',
  ],
  link: [
    'lien ket',
    'lienket',
    'lien ket kenh',
    'lien ket tai khoan',
    'ma lien ket',
    'noi tai khoan',
    'noitaikhoan',
    'noi kenh',
  ],
  unlink: ['bo lien ket', 'bolienket', 'huy lien ket', 'ngat lien ket', 'bo noi tai khoan'],
  choose_channel: ['kenh nhan tin', 'kenhnhantin', 'chon kenh nhan tin', 'doi kenh nhan tin'],
  resume_other: ['tiep tuc viec kia', 'tieptucvieckia', 'viec kia', 'lam tiep viec kia'],
  invite: INVITE_PHRASES,
  cancel: ['huy', 'huy bo', 'thoi', 'thoat', 'dung lai', 'bo di', 'cancel'],
}

const COMMANDS = new Map(
  (Object.keys(PHRASES) as Command[]).flatMap((command) =>
    PHRASES[command].map((phrase) => [phrase, command]),
  ),
)

const COURTESY = /\s+(?:a|nha|nhe|di|giup|em|ad|ban|voi)$/

/** The command a message consists of, with or without diacritics, or null: a sentence that contains one is no command. */
export function findCommand(text: string): Command | null {
  const said = plainWords(text.slice(0, 80))
  return COMMANDS.get(said) ?? COMMANDS.get(withoutCourtesy(said)) ?? null
}

/** The words of a text, folded, with single spaces and no punctuation. */
export function plainWords(text: string): string {
  return fold(normalise(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Plain words without the courtesy that ends them ("… giúp em"). */
export const withoutCourtesy = (said: string): string => said.replace(COURTESY, '')
