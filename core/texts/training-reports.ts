import { vietnamDate, vietnamDateTime } from '../vietnam-time.ts'

type Named = { course: string; code: string; startsAt: Date }
type Figures = { registered: number; attended: number; absent: number; waiting: number }
type Feedback =
  | { status: 'hidden'; count: number }
  | { status: 'shown'; count: number; useful: number | null; clear: number | null; comments: string[] }

/** "4,3" of 5; what nobody answered is a dash. */
const mark = (average: number | null) => (average === null ? '–' : average.toFixed(1).replace('.', ','))

const feedbackLine = (feedback: Feedback, fewest: number) => {
  if (feedback.count === 0) return 'Đánh giá: chưa có phiếu nào.'
  if (feedback.status === 'hidden')
    return `Đánh giá: ${feedback.count} phiếu; dưới ${fewest} phiếu nên chưa cho xem điểm.`
  return `Đánh giá (${feedback.count} phiếu, thang 5): có ích ${mark(feedback.useful)}; dễ hiểu ${mark(feedback.clear)}.`
}

const figuresLine = ({ registered, attended, absent, waiting }: Figures) =>
  `Đăng ký ${registered} người, có mặt ${attended}${absent === 0 ? '' : `, vắng ${absent}`}${waiting === 0 ? '' : `, đang chờ chỗ ${waiting}`}.`

/** As many names as a phone takes in at a glance. */
const SHOWN = 10
const some = (names: readonly string[]) =>
  names.length <= SHOWN
    ? names.join(', ')
    : `${names.slice(0, SHOWN).join(', ')} và ${names.length - SHOWN} nơi khác (xem trong tệp)`

const about = (topic: string | null) => (topic === null ? 'tập huấn' : `«${topic}»`)

const STATES: Record<string, string> = {
  registered: 'đã đăng ký',
  attended: 'có mặt',
  absent: 'vắng',
  waiting: 'đang chờ chỗ',
  offered: 'đang chờ chỗ',
}

/** Reports on training: who was invited, who registered, who came, what they thought of it. */
export const reportTexts = {
  notAllowed: 'Báo cáo lớp học chỉ dành cho cán bộ của chương trình và người phụ trách đơn vị.',
  whichSession: 'Anh/chị xem báo cáo lớp nào?',
  none: 'Chưa có lớp nào đã học để báo cáo.',

  session: (of: {
    session: Named
    totals: Figures
    invited: number
    unitsRegistered: number
    unitsAttended: number
    feedback: Feedback | null
    fewest: number
  }) =>
    [
      `Báo cáo lớp ${of.session.course} (${of.session.code}), ${vietnamDate(of.session.startsAt)}`,
      figuresLine(of.totals),
      `Số đơn vị được mời ${of.invited}; có người đăng ký ${of.unitsRegistered}; có người dự ${of.unitsAttended}.`,
      ...(of.feedback === null ? [] : [feedbackLine(of.feedback, of.fewest)]),
      'Số liệu từng đơn vị và danh sách người học ở trong tệp.',
    ].join('\n'),
  ownSession: (
    session: Named,
    unit: string,
    totals: Figures,
    people: { name: string | null; state: string }[],
  ) =>
    [
      `${unit}, lớp ${session.course} (${session.code}), ${vietnamDate(session.startsAt)}`,
      totals.registered + totals.waiting === 0 ? 'Đơn vị chưa có ai đăng ký lớp này.' : figuresLine(totals),
      ...people
        .slice(0, SHOWN)
        .map(({ name, state }) => `- ${name ?? '(chưa ghi tên)'}: ${STATES[state] ?? state}`),
      ...(people.length > SHOWN ? [`… và ${people.length - SHOWN} người khác trong tệp.`] : []),
    ].join('\n'),

  overview: (of: { sessions: number; totals: Figures; units: number; untrained: number; until: Date }) =>
    [
      `Tập huấn đến ${vietnamDateTime(of.until)}: ${of.sessions} lớp.`,
      figuresLine(of.totals),
      of.untrained === 0
        ? `Cả ${of.units} phường, xã, đặc khu đều đã có người dự.`
        : `${of.units - of.untrained}/${of.units} phường, xã, đặc khu đã có người dự; ${of.untrained} nơi chưa có ai.`,
      'Số liệu từng lớp và từng đơn vị ở trong tệp. Xem một chủ đề: gõ "phường nào chưa có ai học" và tên chủ đề.',
    ].join('\n'),
  ownOverview: (of: { unit: string; sessions: number; classes: number; totals: Figures; until: Date }) =>
    [
      `${of.unit}, tập huấn đến ${vietnamDateTime(of.until)}`,
      of.classes === 0
        ? `Đã có ${of.sessions} lớp; đơn vị chưa có ai dự.`
        : `Đơn vị có người dự ${of.classes}/${of.sessions} lớp.`,
      figuresLine(of.totals),
    ].join('\n'),

  noSessionAbout: (topic: string | null) =>
    `Chưa có lớp nào về ${about(topic)} diễn ra, nên chưa nơi nào có người dự.`,
  untrained: (of: { topic: string | null; sessions: number; units: number; untrained: string[] }) =>
    [
      `Về ${about(of.topic)}: đã có ${of.sessions} lớp; ${of.units - of.untrained.length}/${of.units} phường, xã, đặc khu có người dự.`,
      of.untrained.length === 0
        ? 'Không còn nơi nào chưa có ai dự.'
        : `${of.untrained.length} nơi chưa có ai dự: ${some(of.untrained)}.`,
    ].join('\n'),
  ownUntrained: (of: { unit: string; topic: string | null; attended: number }) =>
    of.attended === 0
      ? `${of.unit} chưa có ai dự lớp về ${about(of.topic)}.`
      : `${of.unit} đã có ${of.attended} lượt người dự lớp về ${about(of.topic)}.`,

  state: (state: string) => STATES[state] ?? state,
  mark,
  feedback: feedbackLine,
  sheets: {
    units: 'Theo đơn vị',
    people: 'Người học',
    sessions: 'Theo lớp',
    untrained: 'Chưa có ai dự',
    comments: 'Góp ý',
    noUnit: '(không thuộc đơn vị nào)',
    invited: 'x',
    columns: {
      unit: 'Đơn vị',
      invited: 'Được mời',
      registered: 'Đăng ký',
      attended: 'Có mặt',
      absent: 'Vắng',
      waiting: 'Đang chờ chỗ',
      name: 'Họ và tên',
      state: 'Tình trạng',
      at: 'Điểm danh lúc',
      code: 'Mã lớp',
      course: 'Lớp',
      day: 'Ngày',
      invitedUnits: 'Số đơn vị được mời',
      feedbackCount: 'Số phiếu đánh giá',
      useful: 'Có ích (thang 5)',
      clear: 'Dễ hiểu (thang 5)',
      classes: 'Số lớp có người dự',
      formerProvince: 'Tỉnh, thành phố trước 01/07/2025',
      comment: 'Góp ý (không ghi tên)',
    },
  },
  fileOfSession: (code: string) => `Báo cáo lớp ${code}.xlsx`,
  fileOfAll: 'Báo cáo tập huấn.xlsx',
  fileOfUntrained: 'Đơn vị chưa có người học.xlsx',
}
