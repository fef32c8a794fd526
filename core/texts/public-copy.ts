/** What stands in the public text where something was covered. */
export const PUBLIC_MASKS = {
  name: '[tên người đã che]',
  phone: '[số điện thoại đã che]',
  email: '[thư điện tử đã che]',
  id_number: '[số giấy tờ đã che]',
  bank_account: '[số tài khoản đã che]',
  code: '[mã số đã che]',
  birth: '[năm sinh đã che]',
  address: '[địa chỉ đã che]',
  system: '[tên hệ thống đã che]',
  secret: '[thông tin đăng nhập đã che]',
  confidential: '[phần không công bố]',
  state_secret: '[nội dung đã bỏ vì có dấu độ mật]',
} as const

/** What was found, for staff. */
export const FLAG_NAMES: Record<keyof typeof PUBLIC_MASKS, string> = {
  name: 'tên người',
  phone: 'số điện thoại',
  email: 'thư điện tử',
  id_number: 'số giấy tờ',
  bank_account: 'số tài khoản',
  code: 'mã hồ sơ, mã thẻ, biển số',
  birth: 'ngày, năm sinh',
  address: 'địa chỉ nhà',
  system: 'tên hệ thống, máy chủ',
  secret: 'thông tin đăng nhập',
  confidential: 'phần người soạn yêu cầu không công bố',
  state_secret: 'dấu độ mật',
}

type Found = { kind: keyof typeof PUBLIC_MASKS; quote: string }

const flagLine = ({ kind, quote }: Found) => `${FLAG_NAMES[kind]}${quote === '' ? '' : ` «${quote}»`}`

/** What was found in a text, in one line. */
export const listOf = (flags: readonly Found[]) => {
  const lines = [...new Set(flags.map(flagLine))]
  const shown = lines.slice(0, 6).join('; ')
  return lines.length > 6 ? `${shown}; và ${lines.length - 6} chỗ khác` : shown
}

/** What is said while staff go through the public copy of a statement. */
export const publicCopyTexts = {
  begin: (count: number, flagged: number) =>
    `Bản công khai có ${count} mục. Trợ lý thấy ${flagged} mục có chỗ nên che, và hỏi từng mục.`,
  field: (of: {
    name: string
    at: number
    count: number
    internal: string
    shown: string
    flags: readonly Found[]
  }) =>
    `Mục ${of.name} (${of.at}/${of.count})\n\nBản nội bộ:\n${of.internal}\n\nCông chúng thấy:\n${of.shown}\n\nCần che: ${listOf(of.flags)}.`,
  accept: 'Dùng bản đã che',
  edit: 'Tự viết lại',
  keep: 'Giữ nguyên, không che',
  askText: (name: string) => `Anh/chị gõ nội dung công chúng sẽ thấy ở mục ${name}.`,
  tooShort: 'Nội dung này ngắn quá. Anh/chị gõ lại, hoặc gõ "hủy" để thôi.',
  tooLong: (most: number) => `Nội dung này dài hơn ${most} chữ cái. Anh/chị gõ bản ngắn hơn.`,
  stillThere: (flags: readonly Found[]) =>
    `Nội dung này vẫn còn ${listOf(flags)}. Ai cũng sẽ đọc được. Anh/chị chọn:`,
  acceptCovered: 'Che những chỗ đó',
  keepTyped: 'Vẫn công khai như vậy',
  again: 'Gõ lại',
  rest: (count: number, isAll: boolean) =>
    `${isAll ? `Cả ${count} mục` : `${count} mục còn lại`} không có chỗ nào cần che. Dùng nguyên văn cho bản công khai?`,
  useRest: 'Dùng nguyên văn',
  readFirst: 'Đọc lại nội dung trước',
  done: 'Bản công khai đã xong.',
  ready: 'Bản công khai đã có. Anh/chị muốn xem hay sửa mục nào? Gõ số hoặc tên mục để sửa.',
  read: 'Đọc bản công khai',
  toMenu: 'Về phần quyết định',
  kept: (name: string) => `Đã ghi mục ${name}.`,

  askChange: 'Sửa mục nào của bản đã công bố? Anh/chị gõ số hoặc tên mục.',
  present: (name: string, text: string) =>
    `Mục ${name} hiện công bố:\n${text}\n\nAnh/chị gõ nội dung mới cho mục này.`,
  notPublic: 'Mục này không có trong bản công bố. Anh/chị chọn mục khác.',
  changed: (names: string[]) => `Đã ghi bản sửa cho: ${names.join('; ')}. Chưa đăng.`,
  another: 'Sửa thêm mục khác',
  post: 'Đăng bản sửa',
  drop: 'Thôi, không sửa',
}
