/** What stands in a text where something personal or secret stood. Recognised again when the text is read later. */
export const MASKS = {
  id_number: '[số giấy tờ đã che]',
  phone: '[số điện thoại đã che]',
  bank_account: '[số tài khoản đã che]',
  email: '[thư điện tử đã che]',
  state_secret: '[nội dung đã bỏ vì có dấu độ mật]',
} as const
