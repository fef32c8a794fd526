import type { ChallengeState } from '../challenges/transitions.ts'
import { vietnamDate, vietnamDateTime } from '../vietnam-time.ts'
import { clip, type Named, quoted, STATE_NAMES } from './challenge-states.ts'

const because = (reason: string | null) => (reason === null ? '' : `\nLý do: ${clip(reason, 400)}`)
const open = (code: string) => `Gõ "mở ${code}" để xem.`

/** Who hears of it. `mayOpen`: they can read the whole statement, or everybody can. */
type Hearer = { isAuthor: boolean; mayOpen: boolean }

/** What people are told, without having asked, when a statement moved. */
export const challengeNotices = {
  someUnit: 'Một đơn vị',
  waitsForLead: (named: Named) =>
    `Bài toán ${quoted(named)} đang chờ anh/chị duyệt.\nGõ "mở ${named.code}" để xem và quyết định.`,
  noLead: (named: Named, unit: string) =>
    `${unit} gửi bài toán ${quoted(named)} nhưng chưa có người phụ trách để duyệt.\n` +
    'Anh/chị mời người phụ trách của đơn vị này: gõ "mời cán bộ".',
  waitsForStaff: (named: Named, unit: string) =>
    `${unit} vừa gửi bài toán ${quoted(named)}, chờ chương trình duyệt.\n` +
    `Gõ "mở ${named.code}" để xem, hoặc "hàng chờ duyệt" để xem tất cả.`,
  withdrawnByAuthor: (named: Named, reason: string | null) =>
    `Người soạn đã rút bài toán ${quoted(named)}. Anh/chị không cần duyệt nữa.${because(reason)}`,
  passedByLead: (named: Named) =>
    `Người phụ trách đơn vị đã duyệt bài toán ${quoted(named)} và gửi lên chương trình. ` +
    `Trợ lý sẽ báo anh/chị khi có kết quả.\n${open(named.code)}`,
  returned: (named: Named, by: string, reason: string | null, of: { comments: number } & Hearer) =>
    `Bài toán ${quoted(named)} được ${by} trả lại để sửa.${because(reason)}\n` +
    (of.comments > 0 ? `Kèm ${of.comments} góp ý theo mục. ` : '') +
    (of.isAuthor
      ? `Gõ "mở ${named.code}" để sửa.`
      : `Người soạn đã được báo.${of.mayOpen ? ` ${open(named.code)}` : ''}`),
  approved: (named: Named, { mayOpen }: Hearer) =>
    `Chương trình đã duyệt bài toán ${quoted(named)}. Bản công khai đang được chuẩn bị; trợ lý sẽ báo khi công bố.` +
    (mayOpen ? `\n${open(named.code)}` : ''),
  scheduled: (named: Named, at: Date) =>
    `Bài toán ${quoted(named)} sẽ được công bố lúc ${vietnamDateTime(at)}.`,
  unscheduled: (named: Named) =>
    `Bài toán ${quoted(named)} chưa công bố theo giờ đã hẹn nữa. Trợ lý sẽ báo khi có giờ mới.`,
  published: (named: Named, deadline: Date | null) =>
    `Bài toán ${quoted(named)} đã được công bố.${
      deadline === null ? '' : ` Hạn nhận đề xuất: hết ngày ${vietnamDate(deadline)}.`
    }\n${open(named.code)}`,
  changed: (named: Named, reason: string | null) =>
    `Bản công bố của bài toán ${quoted(named)} vừa được sửa.${because(reason)}\n${open(named.code)}`,
  extended: (named: Named, deadline: Date, reason: string | null) =>
    `Bài toán ${quoted(named)} được gia hạn nhận đề xuất đến hết ngày ${vietnamDate(deadline)}.${because(reason)}`,
  moved: (named: Named, to: ChallengeState, reason: string | null, { mayOpen }: Hearer) =>
    `Bài toán ${quoted(named)}: ${STATE_NAMES[to]}.${because(reason)}${mayOpen ? `\n${open(named.code)}` : ''}`,
  merged: (named: Named, into: Named, reason: string | null, areTwoUnits: boolean) =>
    `Chương trình đã gộp bài toán ${quoted(named)} vào bài toán ${quoted(into)}.` +
    `${areTwoUnits ? ' Hai đơn vị cùng đứng tên.' : ''}${because(reason)}`,
  tookIn: (into: Named, unit: string, areTwoUnits: boolean) =>
    `Bài toán ${quoted(into)} vừa nhận thêm bài toán gần giống của ${unit}.` +
    `${areTwoUnits ? ' Hai đơn vị cùng đứng tên.' : ''}`,
}
