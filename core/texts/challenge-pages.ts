import type { ChallengeState } from '../challenges/transitions.ts'

/** What a startup reads of published challenges: lists, pages, following. */
export const challengePages = {
  section: (label: string, text: string) => `${label}: ${text}`,
  head: (of: {
    title: string
    code: string
    unit: string | null
    field: string
    deadline: string | null
    status: string | null
  }) =>
    [
      of.title,
      `Mã: ${of.code}`,
      ...(of.unit === null ? [] : [`Đơn vị: ${of.unit}`]),
      `Lĩnh vực: ${of.field}`,
      of.deadline === null ? 'Hạn gửi giải pháp: chưa có' : `Hạn gửi giải pháp: ${of.deadline}`,
      ...(of.status === null ? [] : [of.status]),
    ].join('\n'),
  vietnamTime: (time: string) => `${time} (giờ Việt Nam)`,
  contact: (contact: string) => `Hỏi thêm: ${contact}`,
  answeredTitle: 'Hỏi đáp đã công bố',
  answered: (question: string, answer: string) => `Hỏi: ${question}\nĐáp: ${answer}`,
  deadlinePassed: 'Đã hết hạn gửi giải pháp.',
  states: {
    ...{
      DRAFT: '',
      UNIT_REVIEW: '',
      SUBMITTED: '',
      RETURNED: '',
      APPROVED: '',
      MERGED: 'Đã gộp vào bài toán khác.',
    },
    PUBLISHED: 'Đang nhận giải pháp.',
    SELECTING: 'Đã hết hạn, đang tuyển chọn đơn vị thực hiện.',
    SELECTED: 'Đã chọn được đơn vị thực hiện.',
    NO_SELECTION: 'Chưa chọn được đơn vị thực hiện.',
    IN_PROGRESS: 'Đang thực hiện.',
    APPLIED: 'Đã đưa vào áp dụng.',
    EVALUATED: 'Đã đánh giá kết quả.',
    CLOSED: 'Đã kết thúc.',
    WITHDRAWN: 'Đã rút.',
    CANCELLED: 'Đã dừng, không tiếp tục.',
    SUPERSEDED: 'Đã được thay bằng bài toán khác.',
  } satisfies Record<ChallengeState, string>,

  listTitle: (what: string, of: { from: number; to: number; total: number }) =>
    of.total <= of.to - of.from + 1 && of.from === 1
      ? `${what}: ${of.total}`
      : `${what}: ${of.total} (đang xem ${of.from}–${of.to})`,
  whatOpen: (about: string) => `Bài toán ${about}còn hạn`,
  whatAny: (about: string) => `Bài toán ${about}đã công bố`,
  pick: 'Chọn số để xem.',
  item: (title: string, unit: string | null, deadline: string) =>
    [title, ...(unit === null ? [] : [unit]), deadline].join(', '),
  until: (date: string) => `hạn ${date}`,
  noDeadline: 'chưa có hạn',
  over: 'hết hạn',
  more: 'Tiếp',
  nothing: (about: string) =>
    `Hiện chưa có bài toán ${about}nào. Muốn trợ lý báo khi có, anh/chị gõ "đăng ký nhận tin".`,
  nothingOpen: (about: string, others: number) =>
    `Hiện không có bài toán ${about}nào còn hạn. Có ${others} bài toán đã hết hạn.`,
  showAll: 'Xem cả bài toán đã hết hạn',
  about: (what: string) => `${what} `,
  aboutField: (fields: string) => `lĩnh vực ${fields}`,
  aboutWords: (words: string) => `về "${words}"`,

  part: (number: number, of: number) => `(${number}/${of})`,
  followChoice: 'Theo dõi bài toán này',
  unfollowChoice: 'Bỏ theo dõi',
  interestChoice: 'Quan tâm, muốn làm',
  askChoice: 'Hỏi đơn vị',
  unknown: (code: string) =>
    `Trợ lý không tìm thấy bài toán ${code} đã công bố. Anh/chị xem lại mã giúp nhé.`,
  withdrawn: (code: string) => `Bài toán ${code} đã được rút, không còn công bố.`,
  merged: (code: string, into: string) =>
    `Bài toán ${code} đã được gộp vào bài toán ${into}. Gõ "xem ${into}" để xem.`,

  confirmFollow: (title: string) =>
    `Theo dõi «${title}»?\nTrợ lý báo khi bài toán được sửa, gia hạn, sắp hết hạn, có hỏi đáp hoặc kết quả.`,
  followYes: 'Theo dõi',
  no: 'Không',
  followed: (code: string, reminded: boolean) =>
    `Đã theo dõi.${reminded ? ' Trợ lý nhắc anh/chị 7 ngày và 1 ngày trước hạn.' : ''}\n` +
    `Thôi: gõ "bỏ theo dõi ${code}".`,
  alreadyFollowing: (code: string) =>
    `Anh/chị đang theo dõi bài toán này rồi. Thôi: gõ "bỏ theo dõi ${code}".`,
  askUnfollow: (title: string) => `Bỏ theo dõi «${title}»?`,
  unfollowYes: 'Bỏ theo dõi',
  unfollowed: (code: string) => `Đã bỏ theo dõi. Theo dõi lại: gõ "theo dõi ${code}".`,
  notFollowing: 'Anh/chị không theo dõi bài toán này.',
  notFollowed: 'Vâng, trợ lý giữ như cũ.',
  confirmInterest: (title: string) =>
    `Ghi nhận anh/chị muốn làm «${title}»?\nChỉ cán bộ chương trình biết có bao nhiêu người quan tâm. Trợ lý cũng theo dõi bài toán giúp anh/chị.`,
  interestYes: 'Ghi nhận',
  interested: (code: string) => `Đã ghi nhận. Thôi: gõ "bỏ theo dõi ${code}".`,
  tooLate: (deadline: string) => `Bài toán này đã hết hạn lúc ${deadline}.`,
  consentFirst:
    'Để báo tin, trợ lý cần anh/chị đồng ý. Anh/chị có đồng ý nhận tin báo về bài toán đã theo dõi không?',
  consentRefused: 'Vâng, trợ lý không theo dõi và không gửi tin.',
  gone: 'Bài toán này không còn công bố, nên trợ lý không gửi câu hỏi.',
}
