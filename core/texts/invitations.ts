import type { Role } from '../people/roles.ts'

const date = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  timeZone: 'Asia/Ho_Chi_Minh',
})
const time = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
})

const ROLE_TEXTS: Record<Role, string> = {
  guest: 'khách',
  official: 'cán bộ đơn vị',
  unit_lead: 'người phụ trách đơn vị',
  ward_staff: 'cán bộ phường, xã, đặc khu',
  startup: 'doanh nghiệp khởi nghiệp',
  expert: 'chuyên gia',
  programme_staff: 'cán bộ chương trình',
  admin: 'quản trị hệ thống',
}

const asWhat = (role: Role, unit: string | null) =>
  unit === null ? ROLE_TEXTS[role] : `${ROLE_TEXTS[role]}, ${unit}`

const link = (telegram: string | null) =>
  telegram === null ? '' : `\nDùng Telegram thì chỉ cần bấm: ${telegram}`

/** Sentences about invitations, in the chat and on the command line. */
export const invitationTexts = {
  role: (role: Role) => ROLE_TEXTS[role],

  notAllowed:
    'Chỉ cán bộ chương trình và người phụ trách đơn vị được mời người khác. ' +
    'Anh/chị cần mời ai, xin nhắn cán bộ chương trình (gõ "gặp cán bộ").',
  askRole: 'Anh/chị muốn mời người này làm gì?\nGõ "hủy" để thôi.',
  unitNotAllowed: (unit: string, role: Role) =>
    `Anh/chị chưa mời được ${ROLE_TEXTS[role]} vào ${unit}. Anh/chị gõ đơn vị khác, hoặc gõ "hủy" để thôi.`,
  confirm: (role: Role, unit: string | null, days: number) =>
    `Mời một người làm ${asWhat(role, unit)}. Mã mời dùng một lần, trong ${days} ngày. Đúng không?`,
  yes: 'Đúng, tạo mã',
  no: 'Không',
  notCreated: 'Đã thôi, chưa tạo mã mời nào.',
  created: (code: string, telegram: string | null, days: number) =>
    `Mã mời: ${code}\n` +
    `Anh/chị gửi riêng cho người được mời. Người đó nhắn mã này cho trợ lý trên kênh nào cũng được.${link(telegram)}\n` +
    `Mã dùng một lần, trong ${days} ngày, và chỉ hiện ở đây.`,

  joined: (role: Role, unit: string | null) => `Đã nhận mã mời. Từ nay anh/chị là ${asWhat(role, unit)}.`,
  joinedAlready: (role: Role, unit: string | null) =>
    `Anh/chị đã là ${asWhat(role, unit)} rồi. Mã mời này chưa bị dùng.`,
  unknown: 'Trợ lý không nhận ra mã mời này. Anh/chị xem lại từng ký tự rồi gửi lại giúp.',
  expired: 'Mã mời này đã hết hạn. Anh/chị xin mã mới từ người đã mời.',
  revoked: 'Mã mời này đã được thu hồi. Anh/chị hỏi lại người đã mời.',
  used: 'Mã mời này đã có người dùng. Anh/chị xin mã mới từ người đã mời.',
  tooMany: (until: Date) => `Anh/chị đã thử quá nhiều mã. Xin thử lại sau ${time.format(until)}.`,

  adminUsage:
    'Cách dùng:\n' +
    '  npm run admin -- invite --role VAI_TRÒ [--unit "TÊN ĐƠN VỊ"] [--uses SỐ_LẦN] [--days SỐ_NGÀY]\n' +
    '  npm run admin -- list-invitations\n' +
    '  npm run admin -- revoke SỐ\n' +
    '  npm run admin -- add-unit --kind department --name "TÊN" [--alias "TÊN KHÁC"]...\n' +
    '  npm run --silent admin -- campaign [SỐ] [--csv | --summary] [--verify] [--pause | --resume | --cancel]\n' +
    '  npm run admin -- challenge MÃ_BÀI_TOÁN\n' +
    '  npm run admin -- list-roles\n' +
    '  npm run admin -- revoke-role MÃ_VAI_TRÒ --reason "LÝ DO"\n' +
    '  npm run admin -- import-training TỆP [--apply]',
  adminFolderHeld: (folder: string, pid: number) =>
    `Trợ lý đang chạy (tiến trình ${pid}) và giữ thư mục dữ liệu ${folder}. ` +
    'Dừng trợ lý rồi chạy lại lệnh này, hoặc mời ngay trong khung chat: gõ "mời cán bộ".',
  adminRole: (roles: readonly Role[]) => `--role phải là một trong: ${roles.join(', ')}.`,
  adminNumber: (name: string, from: number, to: number) => `${name} phải là số nguyên từ ${from} đến ${to}.`,
  adminUnitNeeded: (role: Role) => `Vai trò ${role} thuộc một đơn vị: thêm --unit "TÊN ĐƠN VỊ".`,
  adminNoUnit: (role: Role) => `Vai trò ${role} không thuộc đơn vị nào: bỏ --unit.`,
  adminUnitUnfit: (role: Role, unit: string) => `Vai trò ${role} không dùng cho ${unit}.`,
  adminUnitUnknown: (name: string) => `Không tìm thấy đơn vị "${name}".`,
  adminUnitAmbiguous: (name: string, candidates: string[]) =>
    [`"${name}" có thể là nhiều đơn vị. Ghi rõ tên hoặc mã số:`, ...candidates].join('\n'),
  adminUnitLine: (code: string, name: string) => `  ${code}  ${name}`,
  adminInvited: (
    made: { id: bigint; code: string; telegram: string | null; uses: number; expiresAt: Date },
    role: Role,
    unit: string | null,
  ) =>
    `Mã mời số ${made.id} cho ${asWhat(role, unit)}: ${made.code}${link(made.telegram)}\n` +
    `Dùng được ${made.uses} lần, đến ${time.format(made.expiresAt)} ngày ${date.format(made.expiresAt)}. ` +
    'Mã chỉ hiện một lần này.',
  adminNoInvitations: 'Chưa có mã mời nào.',
  adminInvitation: (listed: {
    id: bigint
    role: Role
    unit: string | null
    state: 'open' | 'used' | 'expired' | 'revoked'
    usesLeft: number
    joined: number
    expiresAt: Date
  }) =>
    `${listed.id}  ${asWhat(listed.role, listed.unit)}  ` +
    `${INVITATION_STATES[listed.state]}, còn ${listed.usesLeft} lần, ${listed.joined} người đã vào, ` +
    `hạn ${date.format(listed.expiresAt)}`,
  adminRevoked: (id: bigint) => `Đã thu hồi mã mời số ${id}. Người đã vào bằng mã này vẫn giữ vai trò.`,
  adminRevokedAlready: (id: bigint) => `Mã mời số ${id} đã được thu hồi từ trước.`,
  adminInvitationUnknown: (id: string) => `Không có mã mời số ${id}.`,
  adminUnitAdded: (code: string, name: string) => `Đã thêm ${name} (${code}).`,
  adminUnitExists: (code: string, name: string) => `${name} (${code}) đã có trong danh sách.`,
  adminUnitKind: '--kind phải là department: phường, xã, đặc khu đã có sẵn theo Nghị quyết 1685/NQ-UBTVQH15.',
  adminUnitName: '--name là tên đầy đủ, từ 2 đến 120 ký tự, ví dụ "Sở Y tế".',
}

const INVITATION_STATES = {
  open: 'đang dùng được',
  used: 'đã dùng hết',
  expired: 'đã hết hạn',
  revoked: 'đã thu hồi',
}
