import type { Role } from '../people/roles.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { invitationTexts } from './invitations.ts'

type Held = {
  role: Role
  unit: string | null
  since: Date
  channel: string | null
  invitationId: bigint | null
}

const asWhat = ({ role, unit }: Pick<Held, 'role' | 'unit'>) =>
  unit === null ? invitationTexts.role(role) : `${invitationTexts.role(role)}, ${unit}`

const CHANNELS: Record<string, string> = {
  telegram: 'Telegram',
  'zalo-bot': 'Zalo',
  'zalo-oa': 'Zalo',
  web: 'trang web',
  console: 'máy tính',
}

/** Sentences about ending roles and adding departments. */
export const roleTexts = {
  titles: { endRole: 'kết thúc vai trò', addUnit: 'thêm đơn vị' },

  mayNotEnd: 'Chỉ cán bộ chương trình và người phụ trách đơn vị được kết thúc vai trò của người khác.',
  noneToEnd: 'Không có vai trò nào anh/chị kết thúc được.',
  noneInUnit: (unit: string) =>
    `${unit} không có vai trò nào anh/chị kết thúc được. Anh/chị gõ đơn vị khác, hoặc gõ "hủy".`,
  which: 'Kết thúc vai trò nào? Trợ lý không lưu tên người, nên phân biệt bằng ngày vào và kênh.',
  tooMany: (count: number) =>
    `Có ${count} vai trò. Anh/chị gõ tên đơn vị để trợ lý tìm, ví dụ "phường Sài Gòn", hoặc gõ "hủy" để thôi.`,
  more: 'Xem tiếp',
  held: (held: Held) =>
    `${asWhat(held)}, vào ngày ${vietnamDate(held.since)}` +
    (held.channel === null ? '' : ` qua ${CHANNELS[held.channel] ?? held.channel}`) +
    (held.invitationId === null ? '' : ` (mã mời số ${held.invitationId})`),
  askReason: 'Vì sao kết thúc? Anh/chị viết một câu, ví dụ "chuyển công tác"; người đó sẽ đọc.',
  reasonTooShort: 'Anh/chị viết lý do rõ hơn một chút, hoặc gõ "hủy" để thôi.',
  confirmEnd: (held: Held, reason: string) => `Kết thúc vai trò: ${roleTexts.held(held)}?\nLý do: ${reason}`,
  yesEnd: 'Đúng, kết thúc',
  no: 'Không',
  ended: (role: Role, unit: string | null) =>
    `Đã kết thúc vai trò ${asWhat({ role, unit })}. Người đó đã được báo.`,
  over: 'Vai trò này đã kết thúc từ trước.',
  left: 'Vâng, trợ lý không thay đổi gì.',
  told: (role: Role, unit: string | null, reason: string) =>
    `Vai trò ${asWhat({ role, unit })} của anh/chị trên trợ lý đã kết thúc.\nLý do: ${reason}\n` +
    'Nếu có nhầm lẫn, anh/chị gõ "gặp cán bộ".',

  mayNotAdd: 'Chỉ cán bộ chương trình được thêm đơn vị.',
  askUnit: 'Tên đầy đủ của sở, ban, ngành cần thêm là gì? Ví dụ: Sở Y tế. Phường, xã, đặc khu đã có sẵn.',
  badName: 'Tên này chưa dùng được. Anh/chị gõ tên đầy đủ, từ hai chữ đến 120 ký tự, ví dụ: Sở Y tế.',
  confirmUnit: (name: string) => `Thêm đơn vị "${name}" vào danh sách của Thành phố?`,
  yesAdd: 'Đúng, thêm',
  added: (name: string) => `Đã thêm ${name}.`,
  exists: (name: string) => `${name} đã có trong danh sách, nên trợ lý không thêm nữa.`,

  adminEnded: (role: Role, unit: string | null) => `Đã kết thúc vai trò ${asWhat({ role, unit })}.`,
}
