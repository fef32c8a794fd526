import { vietnamDate, vietnamDateTime, vietnamTime } from '../vietnam-time.ts'
import { unitTexts } from './units.ts'

type Named = { course: string; code: string }
type Person = {
  name: string | null
  unit: Parameters<typeof unitTexts.name>[0] | null
  state: string
}

const named = ({ course, code }: Named) => `${course} (${code})`

const MARKS: Record<string, string> = {
  attended: ' ✓',
  waiting: ' (đang chờ chỗ)',
  offered: ' (đang chờ chỗ)',
  gone: ' (đã rút tên)',
}

const nameOf = ({ name }: Pick<Person, 'name'>) => name ?? '(chưa ghi tên)'
const names = (people: readonly Person[]) => people.map(nameOf).join('; ')

const GO_ON = (present: number, total: number) =>
  `Có mặt ${present}/${total}.\nGõ số khác, "tiếp" để sang trang, "xem lại" để xem từ đầu, hoặc "xong".`

/** The day of a class: checking in by code, and the list that staff tick. */
export const dayTexts = {
  askCode: 'Anh/chị gõ mã 4 số đang chiếu ở lớp, ví dụ "điểm danh 4821".',
  notACode: 'Mã điểm danh gồm 4 chữ số, ví dụ "điểm danh 4821". Anh/chị gõ lại mã đang chiếu ở lớp.',
  present: (session: Named) => `Đã điểm danh anh/chị ở lớp ${named(session)}. Chúc anh/chị học tốt.`,
  presentAlready: (session: Named, at: Date) =>
    `Anh/chị đã được điểm danh ở lớp ${named(session)} lúc ${vietnamDateTime(at)}.`,
  noSeat: (session: Named, waits: boolean) =>
    `Mã đúng, nhưng anh/chị ${waits ? 'còn đang chờ chỗ ở lớp' : 'chưa có tên trong danh sách lớp'} ${named(session)}. ` +
    'Anh/chị báo cán bộ phụ trách lớp để được ghi tên và điểm danh.',
  wrong:
    'Mã này không đúng hoặc đã đổi. Mã đổi 5 phút một lần, anh/chị gõ mã đang chiếu. ' +
    'Nếu vẫn không được, anh/chị nhờ cán bộ phụ trách lớp điểm danh.',
  nothingOn:
    'Lúc này không có lớp nào đang điểm danh. Điểm danh mở từ 30 phút trước giờ học đến 2 giờ sau khi học xong.',
  tooMany: (until: Date) =>
    `Anh/chị đã gõ sai mã nhiều lần. Xin thử lại sau ${vietnamTime(until)}, hoặc nhờ cán bộ phụ trách lớp điểm danh.`,

  codeNotForYou:
    'Mã điểm danh do giảng viên hoặc cán bộ phụ trách lớp đưa ra tại lớp. Có mã, anh/chị gõ "điểm danh" và 4 số.',
  code: (session: Named, code: string, until: Date) =>
    `Mã điểm danh lớp ${named(session)}:\n\n${code}\n\n` +
    `Từ ${vietnamTime(until)} có mã mới; mã này còn dùng thêm 5 phút. Lấy mã mới: gõ lại "mã điểm danh".\n` +
    'Học viên nhắn cho trợ lý: "điểm danh" và 4 số này.',
  codeLater: (session: Named, opens: Date) =>
    `Lớp ${named(session)} bắt đầu điểm danh lúc ${vietnamDateTime(opens)}.`,
  codeOver: (session: Named) => `Lớp ${named(session)} đã hết giờ điểm danh.`,
  unknownSession: 'Trợ lý không tìm thấy lớp này. Anh/chị kiểm tra lại mã lớp, ví dụ LOP-7K2MNP.',
  whichCode: 'Anh/chị lấy mã điểm danh của lớp nào?',
  whichList: 'Anh/chị xem danh sách lớp nào?',
  noneSoon: 'Trong 7 ngày tới không có lớp nào.',
  sessionChoice: ({ course, startsAt }: { course: string; startsAt: Date }) =>
    `${course}, ${vietnamTime(startsAt)} ngày ${vietnamDate(startsAt).slice(0, 5)}`,

  listTitle: 'điểm danh theo danh sách',
  staffOnly: 'Danh sách lớp chỉ dành cho cán bộ của chương trình.',
  list: (of: {
    session: Named
    people: readonly Person[]
    first: number
    total: number
    present: number
    words: string | null
  }) => {
    const { session, people, first, total, present, words } = of
    const head = `Lớp ${named(session)}: có mặt ${present}/${total}${words === null ? '' : `, tìm "${words}"`}`
    const lines = people.map((person, at) => {
      const unit = person.unit === null ? '' : `, ${unitTexts.name(person.unit)}`
      return `${first + at}. ${nameOf(person)}${unit}${MARKS[person.state] ?? ''}`
    })
    return `${head}\n${lines.join('\n')}`
  },
  listHelp: (of: { more: boolean; open: boolean; first: number; last: number }) => {
    const example = of.first === of.last ? `"${of.first}"` : `"${of.first}, ${of.last}"`
    const how = of.open
      ? `Gõ số người có mặt, ví dụ ${example}, hoặc "tất cả", "tất cả trừ ${of.last}". Sai thì gõ "bỏ ${of.first}".`
      : 'Ngoài giờ điểm danh nên trợ lý chỉ cho xem.'
    return `${how}${of.more ? ' Trang sau: "tiếp".' : ''} Tìm người: "tìm" và tên. Dừng: "xong".`
  },
  addHelp: 'Người chưa có tên: gõ "thêm", họ tên, dấu phẩy, đơn vị.',
  listEmpty: (session: Named) => `Lớp ${named(session)} chưa có ai trong danh sách.`,
  noneFound: (words: string) => `Không có ai khớp với "${words}". Gõ "xem hết" để xem lại cả danh sách.`,
  outside: (first: number, last: number) =>
    `Trang này có số từ ${first} đến ${last}. Anh/chị gõ số trong trang, hoặc gõ "tiếp" để sang trang khác.`,
  lastPage: 'Đây là trang cuối.',
  confirmPresent: (people: readonly Person[]) => `Điểm danh có mặt ${people.length} người: ${names(people)}?`,
  confirmUndo: (people: readonly Person[]) => `Bỏ điểm danh ${people.length} người: ${names(people)}?`,
  yes: 'Đúng',
  no: 'Không',
  nobodyToMark: 'Những người này đã được điểm danh rồi.',
  nobodyToUndo: 'Những người này chưa được điểm danh.',
  marked: (count: number, present: number, total: number) =>
    `${count === 0 ? 'Người khác vừa điểm danh những người này rồi.' : `Đã điểm danh ${count} người.`} ${GO_ON(present, total)}`,
  unmarked: (count: number, present: number, total: number) =>
    `${count === 0 ? 'Người khác vừa bỏ điểm danh những người này rồi.' : `Đã bỏ điểm danh ${count} người.`} ${GO_ON(present, total)}`,
  tooLate:
    'Đã ngoài giờ điểm danh (từ 30 phút trước giờ học đến 2 giờ sau khi học xong) nên trợ lý không ghi gì.',
  badAdd: 'Anh/chị gõ "thêm", họ tên, dấu phẩy rồi đơn vị. Ví dụ: thêm Nguyễn Văn An, phường Sài Gòn',
  whichUnit: (units: string[]) =>
    `Đơn vị này có thể là: ${units.slice(0, 6).join('; ')}. Anh/chị gõ lại cả dòng với tên đầy đủ.`,
  confirmAdd: (name: string, unit: string) => `Ghi thêm ${name}, ${unit} vào danh sách và điểm danh có mặt?`,
  added: (name: string) => `Đã ghi thêm và điểm danh ${name}.`,
  markedOne: (name: string) => `${name} đã có trong danh sách. Đã điểm danh.`,
  presentOne: (name: string) => `${name} đã được điểm danh từ trước.`,
  notDone: 'Vâng, trợ lý không ghi gì.',
  closed: (session: Named, present: number, total: number) =>
    `Lớp ${named(session)}: có mặt ${present}/${total}. Khi cần, anh/chị gõ "danh sách lớp".`,
}
