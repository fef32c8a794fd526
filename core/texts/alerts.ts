import type { CampaignKind, CampaignState } from '../alerts/campaign.ts'

type Told = {
  code: string
  title: string
  unit: string | null
  field: string
  /** "23:59 30/12/2026", Vietnam time. */
  deadline: string | null
  note: string | null
}

const lines = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join('\n')

const about = ({ code, title, unit, field, deadline }: Told) =>
  lines(
    `«${title}» (${code})`,
    unit === null ? null : `Đơn vị: ${unit}`,
    `Lĩnh vực: ${field}`,
    deadline === null ? null : `Hạn: ${deadline} (giờ Việt Nam)`,
  )

const number = new Intl.NumberFormat('vi-VN')

/** What people are told of challenges without having asked just now, and what staff are told of the telling. */
export const alertTexts = {
  published: (told: Told) => lines('Bài toán mới', about(told), `Xem nội dung: gõ "xem ${told.code}"`),
  changed: (told: Told) =>
    lines(
      'Bài toán anh/chị theo dõi vừa được sửa',
      about(told),
      told.note === null ? null : `Nội dung sửa: ${told.note}`,
      `Xem bản mới: gõ "xem ${told.code}"`,
    ),
  deadlineExtended: (told: Told) =>
    lines('Bài toán anh/chị theo dõi được gia hạn', about(told), `Xem nội dung: gõ "xem ${told.code}"`),
  /** Below every alert: why it came, and the word that ends them. */
  footer: 'Vì sao có tin này: gõ "vì sao". Ngừng nhận: gõ "DỪNG".',

  kinds: {
    published: 'bài toán mới',
    changed: 'bản sửa',
    deadline_extended: 'gia hạn',
    reminder: 'nhắc hạn',
    answer: 'trả lời câu hỏi',
    result: 'kết quả',
  } satisfies Record<CampaignKind, string>,
  states: {
    fanning: 'đang gửi',
    sending: 'đang gửi',
    finished: 'đã gửi xong',
    paused: 'đang tạm dừng',
    cancelled: 'đã hủy',
  } satisfies Record<CampaignState, string>,

  notStaff: 'Phần này dành cho cán bộ chương trình.',
  noCampaigns: 'Chưa có đợt gửi tin nào.',
  list: (
    listed: {
      id: bigint
      kind: CampaignKind
      code: string
      state: CampaignState
      sent: number
      people: number
    }[],
  ) =>
    [
      'Các đợt gửi tin gần đây:',
      ...listed.map(
        ({ id, kind, code, state, sent, people }) =>
          `- Đợt ${id}: ${alertTexts.kinds[kind]} ${code}, ${alertTexts.states[state]}, đã gửi ${number.format(sent)}/${number.format(people)} người`,
      ),
      'Xem một đợt: gõ "đợt" và số, ví dụ "đợt 1".',
    ].join('\n'),
  unknownCampaign: (id: string) => `Không có đợt gửi tin số ${id}. Gõ "chiến dịch" để xem danh sách.`,
  summary: (of: {
    id: bigint
    kind: CampaignKind
    code: string
    title: string
    state: CampaignState
    why: string | null
    counts: readonly { what: string; people: number }[]
    people: number
  }) =>
    lines(
      `Đợt ${of.id}: ${alertTexts.kinds[of.kind]} ${of.code} «${of.title}»`,
      `${alertTexts.states[of.state][0]?.toUpperCase()}${alertTexts.states[of.state].slice(1)}${of.why === null ? '' : ` (${alertTexts.whys[of.why] ?? of.why})`}.`,
      `Người nhận: ${number.format(of.people)}`,
      ...of.counts.map(({ what, people }) => `- ${what}: ${number.format(people)}`),
    ),
  whys: {
    staff: 'cán bộ yêu cầu',
    operator: 'người vận hành yêu cầu',
    failure_rate: 'quá nhiều tin lỗi',
  } as Record<string, string>,
  outcomes: {
    waiting: 'chờ gửi',
    deferred: 'chờ gửi, đã hoãn (giờ yên lặng hoặc tạm dừng)',
    sent: 'đã gửi',
    sentLate: 'trong số đó gửi sau khi hoãn',
    digest: 'đọc trong tin tổng hợp',
    undeliverable: 'không gửi được (người nhận chặn)',
    unknown: 'không rõ đã tới chưa',
    failed: 'lỗi',
  },
  reasons: {
    unsubscribed: 'đã bỏ đăng ký',
    stopped: 'đã dừng nhận tin',
    consent_withdrawn: 'không còn đồng ý nhận tin',
    paused_by_reader: 'người nhận tạm dừng',
    withdrawn: 'bài toán đã rút',
    not_open: 'bài toán không còn nhận đề xuất',
    superseded: 'đã có bản mới hơn',
    deadline_passed: 'đã quá hạn',
    cancelled: 'đợt gửi đã hủy',
  } as Record<string, string>,
  withheldBecause: (reason: string) => `không gửi (${alertTexts.reasons[reason] ?? reason})`,

  whichToPause: 'Tạm dừng đợt gửi nào?',
  whichToResume: 'Gửi tiếp đợt nào?',
  whichToCancel: 'Hủy đợt gửi nào?',
  nothingToPause: 'Không có đợt nào đang gửi.',
  nothingToResume: 'Không có đợt nào đang tạm dừng.',
  nothingToCancel: 'Không có đợt nào đang gửi hay tạm dừng.',
  confirmPause: (id: bigint, code: string, left: number) =>
    `Tạm dừng đợt ${id} (${code})? Còn ${number.format(left)} người chưa được gửi. Gửi tiếp lúc nào cũng được.`,
  confirmResume: (id: bigint, code: string, left: number) =>
    `Gửi tiếp đợt ${id} (${code}) cho ${number.format(left)} người còn lại?`,
  confirmCancel: (id: bigint, code: string, left: number) =>
    `Hủy đợt ${id} (${code})? ${number.format(left)} người còn lại sẽ không nhận tin này. Hủy rồi không gửi tiếp được.`,
  choiceOf: (id: bigint, code: string, kind: CampaignKind) => `Đợt ${id}: ${alertTexts.kinds[kind]} ${code}`,
  yesPause: 'Tạm dừng',
  yesResume: 'Gửi tiếp',
  yesCancel: 'Hủy đợt gửi',
  no: 'Thôi',
  leftAsIs: 'Vâng, trợ lý để nguyên.',
  paused: (id: bigint) => `Đã tạm dừng đợt ${id}. Muốn gửi tiếp: gõ "gửi tiếp".`,
  resumed: (id: bigint) => `Đang gửi tiếp đợt ${id}.`,
  cancelled: (id: bigint) => `Đã hủy đợt ${id}. Người đã nhận tin không bị ảnh hưởng.`,
  changedMeanwhile: (id: bigint, state: CampaignState) =>
    `Đợt ${id} vừa được thay đổi: ${alertTexts.states[state]}. Gõ "chiến dịch" để xem lại.`,
  alarm: (id: bigint, code: string) =>
    `Đợt gửi ${id} (${code}) tự tạm dừng vì quá nhiều tin lỗi.\n` +
    `Anh/chị xem chi tiết: gõ "đợt ${id}". Sau khi xử lý xong, gõ "gửi tiếp".`,

  adminUnknown: (id: string) => `Không có đợt gửi tin số ${id}.`,
  adminNotNow: (id: bigint, state: CampaignState) =>
    `Đợt ${id} ${alertTexts.states[state]}: không làm được việc này.`,
  adminLedgerHead: 'số;người;kênh;kết quả;lý do;đã hoãn vì;lúc;mã tin của nền tảng',
  adminHash: (hash: string) => `Mã băm của sổ: ${hash}`,
  adminNotFinished: 'Đợt này chưa gửi xong: sổ và mã băm còn thay đổi.',
  adminVerified: 'Sổ khớp với mã băm lưu lúc gửi xong: không có dòng nào bị sửa.',
  adminTampered: (saved: string, now: string) =>
    `SỔ ĐÃ BỊ SỬA sau khi gửi xong.\n  Mã băm lúc gửi xong: ${saved}\n  Mã băm bây giờ:      ${now}`,
  adminLine: (of: {
    id: bigint
    kind: CampaignKind
    code: string
    state: CampaignState
    people: number
    at: string
  }) =>
    `${of.id}  ${of.at}  ${alertTexts.kinds[of.kind]} ${of.code}, ${alertTexts.states[of.state]}, ${number.format(of.people)} người`,
}
