import type { ChannelName } from '../message.ts'

/** Sentences of joining a person's channels: codes, confirmations, and going on with what was begun elsewhere. */
export const linking = {
  channels: {
    telegram: 'Telegram',
    'zalo-bot': 'Zalo',
    'zalo-oa': 'Zalo Official Account',
    web: 'trang web',
    console: 'cửa sổ dòng lệnh',
  } satisfies Record<ChannelName, string>,

  titles: {
    consent: 'chọn dữ liệu được lưu',
    handover: 'chuyển câu hỏi cho cán bộ',
    invite: 'mời người tham gia',
  },

  codeGiven: (code: string, minutes: number) =>
    `Mã liên kết: ${code}\nSang kênh anh/chị muốn nối, gõ cho trợ lý: liên kết ${code}\n` +
    `Mã dùng một lần, trong ${minutes} phút. Anh/chị đừng đưa mã cho ai.`,

  confirm: (channel: string) =>
    `Nối với tài khoản ${channel} của anh/chị?\n` +
    'Hai nơi sẽ dùng chung việc đang làm, lựa chọn về dữ liệu và vai trò. ' +
    'Chỉ nối khi chính anh/chị vừa lấy mã này, không phải người khác đưa.',
  join: 'Nối',
  doNotJoin: 'Không',
  notJoined: 'Vâng, trợ lý không nối.',
  joined: (channel: string) =>
    `Đã nối với tài khoản ${channel}. Từ giờ anh/chị nhắn ở đâu cũng được. Muốn tách ra, gõ "bỏ liên kết".`,
  joinedNotice: (channel: string) =>
    `Tài khoản này vừa được nối với tài khoản ${channel}. ` +
    'Nếu không phải anh/chị làm, hãy gõ "bỏ liên kết" ngay tại đây để tách ra và lấy lại phần của mình, ' +
    'rồi gõ "gặp cán bộ" để báo.',

  codeOwn:
    'Đây là mã của chính kênh này. Anh/chị gõ mã ở kênh khác, nơi muốn nối với tài khoản này, giúp trợ lý nhé.',
  codeLinkedAlready: 'Hai kênh này đã nối với nhau rồi, anh/chị không cần nối lại.',
  codeExpired: 'Mã đã hết hạn. Anh/chị gõ "liên kết" ở kênh kia để lấy mã mới.',
  codeUnknown: 'Mã không đúng hoặc không còn dùng được. Anh/chị gõ "liên kết" ở kênh kia để lấy mã mới.',
  codeLimited: (minutes: number) =>
    `Đã có quá nhiều mã không đúng, nên trợ lý tạm ngừng nhận mã. Anh/chị thử lại sau ${minutes} phút nhé.`,

  whichToGoOn: (channel: string) =>
    `Anh/chị đang làm dở hai việc, một ở đây và một ở ${channel}. Làm tiếp việc nào trước?`,
  goOnHere: (title: string) => `Việc ở đây: ${title}`,
  goOnThere: (channel: string, title: string) => `Việc ở ${channel}: ${title}`,
  otherKept: 'Việc còn lại được giữ: khi cần, anh/chị gõ "tiếp tục việc kia".',
  goOnFrom: (channel: string, title: string) => `Anh/chị làm tiếp việc đang dở ở ${channel}: ${title}.`,
  resumed: (title: string) => `Anh/chị làm tiếp: ${title}.`,
  nothingShelved: 'Không có việc nào đang để lại.',

  confirmPart: (others: string, stillWith: string | null) =>
    `Tách kênh này khỏi tài khoản ${others}?\n` +
    'Vai trò, câu hỏi, việc đang làm và lựa chọn về dữ liệu có từ bên nào thì về bên đó.' +
    stillLinked(stillWith),
  part: 'Tách',
  doNotPart: 'Không',
  parted: (others: string, stillWith: string | null) =>
    `Đã tách khỏi tài khoản ${others}. Phần của bên nào đã về bên đó.${stillLinked(stillWith)}\n` +
    'Muốn xem lại lựa chọn về dữ liệu, anh/chị gõ "quyền riêng tư".',
  notParted: 'Vâng, các kênh vẫn nối với nhau.',
  nothingToPart: 'Kênh này chưa nối với kênh nào. Muốn nối, anh/chị gõ "liên kết".',

  choosePreferred: (current: string | null) =>
    `Anh/chị muốn nhận tin báo qua kênh nào trước?${current === null ? '' : ` Hiện nay: ${current}.`}`,
  preferred: (channel: string) =>
    `Vâng, tin báo sẽ gửi qua ${channel} trước; không gửi được thì qua kênh khác của anh/chị.`,
  oneChannelOnly: (channel: string) =>
    `Tin báo đang gửi qua ${channel}, kênh duy nhất của anh/chị. Muốn nối thêm kênh, gõ "liên kết".`,
}

const stillLinked = (channels: string | null) =>
  channels === null ? '' : ` Kênh này vẫn nối với ${channels}.`
