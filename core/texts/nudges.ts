import { vietnamDate, vietnamDateTime } from '../vietnam-time.ts'
import { type Named, quoted } from './challenge-states.ts'

type Idle = Named & { isReturned: boolean; since: Date; missing: number }

const left = (missing: number) =>
  missing === 0 ? 'Bài đã đủ các mục cần có, chỉ còn gửi đi.' : `Bài còn ${missing} mục cần viết.`

/** What is said of drafts that lie idle. */
export const nudgeTexts = {
  one: (draft: Idle) =>
    [
      draft.isReturned
        ? `Bài toán ${quoted(draft)} được trả lại để sửa, anh/chị chưa viết tiếp từ ngày ${vietnamDate(draft.since)}.`
        : `Bài toán ${quoted(draft)} còn soạn dở từ ngày ${vietnamDate(draft.since)}.`,
      left(draft.missing),
      `Để viết tiếp, anh/chị gõ "mở ${draft.code}". Không muốn được nhắc nữa, gõ "thôi nhắc".`,
    ].join('\n'),
  several: (drafts: readonly Idle[]) =>
    [
      `Anh/chị còn ${drafts.length} bài toán viết dở:`,
      ...drafts
        .slice(0, MOST_NAMED)
        .map((draft) => `• ${quoted(draft)}, từ ngày ${vietnamDate(draft.since)}`),
      ...(drafts.length > MOST_NAMED ? [`• và ${drafts.length - MOST_NAMED} bài khác`] : []),
      `Để viết tiếp một bài, anh/chị gõ "mở" và mã của bài, ví dụ "mở ${drafts[0]?.code}". Không muốn được nhắc nữa, gõ "thôi nhắc".`,
    ].join('\n'),

  stopped:
    'Trợ lý sẽ không nhắc về các bản nháp này nữa. Bản nháp vẫn được giữ, anh/chị viết tiếp lúc nào cũng được.',
  nothingToStop: 'Anh/chị không có bản nháp nào đang được nhắc.',

  /** To staff: a statement whose time had come and which could not be published. */
  notPublished: (challenge: Named, publishAt: Date) =>
    `Bài toán ${quoted(challenge)} được hẹn công bố lúc ${vietnamDateTime(publishAt)} nhưng chưa công bố được vì còn thiếu nội dung, đầu mối hoặc hạn nộp đã qua. Anh/chị gõ "mở ${challenge.code}" để xem.`,
}

/** More do not fit on a phone's screen. */
const MOST_NAMED = 3
