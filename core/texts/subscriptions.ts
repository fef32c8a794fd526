import type { Rhythm } from '../alerts/subscriptions/rhythm.ts'

/** "Y tế, Giáo dục hoặc Thuế". */
const or = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} hoặc ${parts.at(-1)}`

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

const RHYTHMS: Record<Rhythm, string> = {
  instant: 'gửi ngay khi công bố',
  daily: 'gộp thành một tin mỗi ngày, gửi lúc 8 giờ sáng',
  weekly: 'gộp thành một tin mỗi tuần, gửi lúc 8 giờ sáng thứ Hai',
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** "Gửi ngay khi công bố, không gửi từ 21:00 đến 07:00": a digest comes at an hour of its own. */
const how = (rhythm: Rhythm, quiet: string | null) =>
  capital(RHYTHMS[rhythm]) + (rhythm === 'instant' && quiet !== null ? `, không gửi từ ${quiet}` : '')

/** Sentences of subscribing to alerts, and of hearing less. */
export const subscriptionTexts = {
  title: 'đăng ký nhận tin bài toán',

  everything: 'tất cả bài toán mới',
  interests: (of: { fields: readonly string[]; places: readonly string[]; keywords: readonly string[] }) =>
    `bài toán ${[
      ...(of.fields.length > 0 ? [`lĩnh vực ${or(of.fields)}`] : []),
      ...(of.places.length > 0 ? [`của ${or(of.places)}`] : []),
      ...(of.keywords.length > 0 ? [`có chữ ${or(of.keywords.map((each) => `"${each}"`))}`] : []),
    ].join(', ')}`,
  formerArea: (area: string, count: number) => `${area} trước đây (nay là ${count} phường, xã)`,
  morePlaces: (count: number) => `${count} nơi khác`,

  askInterests:
    'Anh/chị muốn nhận tin bài toán về gì?\n' +
    'Chọn một số, hoặc gõ nhiều mục cách nhau bằng dấu phẩy: lĩnh vực, nơi, từ khóa. ' +
    'Ví dụ: y tế, quận 1 cũ, camera',
  allChoice: 'Tất cả bài toán mới',
  notUnderstood: 'Trợ lý chưa rõ anh/chị muốn nhận tin về gì. Anh/chị gõ ví dụ: y tế, phường Tân Định',
  unknownUnit: (typed: string) =>
    `Trợ lý chưa tìm thấy nơi "${typed}". Anh/chị gõ lại tên, ví dụ: phường Tân Định`,
  askUnit: (typed: string) => `"${typed}" nay có thể là các nơi sau. Anh/chị chọn giúp:`,
  allPlaces: 'Tất cả các nơi trên',
  manyPlaces: (typed: string, count: number) =>
    `"${typed}" nay có thể là ${count} nơi. Nhận tin của tất cả nhé?`,
  anotherPlace: 'Không, gõ tên khác',

  askRhythm: 'Anh/chị muốn nhận tin thế nào?',
  rhythmChoices: {
    instant: 'Ngay khi công bố',
    daily: 'Mỗi ngày một tin, lúc 8 giờ sáng',
    weekly: 'Mỗi tuần một tin, sáng thứ Hai',
  } satisfies Record<Rhythm, string>,

  confirm: (
    wanted: readonly string[],
    of: { only: boolean; rhythm: Rhythm; ended: boolean; quiet: string | null },
  ) =>
    `${of.only ? 'Từ nay trợ lý chỉ báo khi có' : 'Trợ lý sẽ báo anh/chị khi có'}:\n${list(wanted)}\n` +
    `${how(of.rhythm, of.quiet)}.\n` +
    `${of.only ? 'Các đăng ký khác sẽ thôi.\n' : ''}` +
    `${of.ended ? 'Các đăng ký từ trước khi anh/chị dừng không còn.\n' : ''}Đúng ý anh/chị không?`,
  yes: 'Đúng',
  change: 'Không, sửa lại',

  askConsent: 'Để gửi tin, trợ lý cần anh/chị đồng ý. Anh/chị có đồng ý nhận tin báo đã đăng ký không?',
  consentRefused: 'Vâng, trợ lý không đăng ký và không gửi tin. Anh/chị vẫn xem được: gõ "bài toán còn hạn".',
  done: (rhythm: Rhythm) =>
    `Đã đăng ký. ${capital(RHYTHMS[rhythm])}.\n` +
    'Xem hoặc đổi: gõ "đăng ký của tôi". Thôi nhận: gõ "DỪNG".',
  tooMany: (most: number) =>
    `Anh/chị đã có ${most} đăng ký, nhiều nhất có thể. Gõ "đăng ký của tôi" để xem và bỏ bớt.`,

  mine: (
    wanted: readonly string[],
    of: { rhythm: Rhythm; quiet: string | null; following: number; note: string | null },
  ) =>
    [
      ...(of.note === null ? [] : [of.note]),
      wanted.length === 0
        ? 'Anh/chị chưa đăng ký nhận tin bài toán mới.'
        : `${of.note === null ? 'Anh/chị đang nhận tin' : 'Các đăng ký của anh/chị'}:\n${list(wanted)}`,
      ...(of.following > 0 ? [`Đang theo dõi riêng ${of.following} bài toán.`] : []),
      `${how(of.rhythm, of.quiet)}.`,
      wanted.length === 0
        ? 'Muốn nhận tin, gõ "đăng ký nhận tin".'
        : 'Đổi: gõ "ít hơn", "bỏ theo dõi" và tên mục, "tạm dừng 2 tuần" hoặc "DỪNG".',
    ].join('\n'),
  noConsentNote: 'Anh/chị chưa đồng ý nhận tin, nên trợ lý không gửi. Gõ "đăng ký nhận tin" để đồng ý.',
  stoppedNote: 'Anh/chị đang dừng nhận tin. Gõ "nhận tin lại" để nhận.',
  pausedNote: (until: string) =>
    `Anh/chị đang tạm dừng nhận tin đến ${until}. Gõ "nhận tin lại" để nhận ngay.`,
  none: 'Anh/chị chưa đăng ký nhận tin. Gõ "đăng ký nhận tin" để bắt đầu.',

  stopped: 'Đã dừng. Trợ lý không gửi tin báo nào cho anh/chị nữa.\nMuốn nhận lại, gõ "nhận tin lại".',
  resumed: (wanted: readonly string[]) =>
    wanted.length === 0
      ? 'Vâng, trợ lý gửi tin lại cho anh/chị. Anh/chị chưa đăng ký mục nào: gõ "đăng ký nhận tin".'
      : `Vâng, trợ lý gửi tin lại:\n${list(wanted)}`,
  resumeNeedsConsent:
    'Để nhận tin lại, anh/chị gõ "đăng ký nhận tin": trợ lý sẽ hỏi lại sự đồng ý của anh/chị.',
  askPause: 'Anh/chị muốn tạm dừng nhận tin bao lâu?',
  pauseChoices: { week: '1 tuần', twoWeeks: '2 tuần', month: '1 tháng' },
  paused: (until: string) =>
    `Đã tạm dừng đến ${until}.\nMuốn nhận lại sớm hơn, gõ "nhận tin lại". ` +
    'Xem bài toán bất cứ lúc nào: gõ "bài toán còn hạn".',
  pauseTooLong: (days: number) => `Tạm dừng được nhiều nhất ${days} ngày. Muốn thôi hẳn, anh/chị gõ "DỪNG".`,

  rhythmSet: (rhythm: Rhythm) => `Vâng, từ nay tin ${RHYTHMS[rhythm]}.`,
  rhythmWords: 'Đổi lại: gõ "nhận ngay", "hằng ngày" hoặc "hằng tuần".',
  less: (from: Rhythm, to: Rhythm) => `Hiện nay tin ${RHYTHMS[from]}.\nĐổi thành ${RHYTHMS[to]}?`,
  lessYes: 'Đổi',
  lessNo: 'Không đổi',
  keepOne: 'Anh/chị đang nhận mỗi tuần một tin. Muốn ít hơn nữa, anh/chị chọn một:',
  keep: (wanted: string) => `Chỉ ${wanted}`,
  choice: capital,
  pauseInstead: 'Tạm dừng một tháng',
  stopInstead: 'Dừng hẳn',
  kept: (wanted: string) => `Vâng, từ nay trợ lý chỉ báo khi có ${wanted}.`,
  unchanged: 'Vâng, trợ lý giữ như cũ.',
  gone: 'Đăng ký này không còn. Gõ "đăng ký của tôi" để xem.',

  quietSet: (hours: string) => `Vâng, trợ lý không gửi tin từ ${hours}. Tin đến lúc đó sẽ gửi sau giờ này.`,
  quietOff: 'Vâng, tin gửi vào giờ nào cũng được. Đặt lại: gõ "giờ yên lặng 21h-7h".',
  quietNow: (hours: string | null) =>
    `${hours === null ? 'Hiện nay tin gửi vào giờ nào cũng được.' : `Trợ lý không gửi tin từ ${hours}.`} ` +
    'Muốn đổi, gõ ví dụ "giờ yên lặng 22h-6h30", hoặc "giờ yên lặng tắt".',
  quietUnclear: 'Trợ lý chưa rõ giờ. Anh/chị gõ ví dụ: giờ yên lặng 22h-6h30',
  hours: (from: string, to: string) => `${from} đến ${to}`,

  askEnd: 'Anh/chị muốn bỏ đăng ký nào?',
  ended: (wanted: string) => `Đã bỏ: ${wanted}.`,
  notSubscribed: 'Anh/chị không có đăng ký nào như vậy. Gõ "đăng ký của tôi" để xem.',
  keepAll: 'Không bỏ gì',

  why: (title: string, code: string, reason: string) =>
    `Tin gần nhất là về bài toán «${title}» (${code}). Anh/chị nhận vì ${reason}.\n` +
    'Muốn bớt: gõ "ít hơn". Thôi hẳn: gõ "DỪNG".',
  whyDigest: (count: number, reason: string) =>
    `Tin gần nhất gộp ${count} bài toán. Anh/chị nhận vì ${reason}.\nMuốn bớt: gõ "ít hơn". Thôi hẳn: gõ "DỪNG".`,
  becauseSubscribed: (wanted: readonly string[], since: string) =>
    `từ ngày ${since} anh/chị đăng ký ${wanted.join('; ')}`,
  becauseEnded: (wanted: readonly string[], since: string) =>
    `từ ngày ${since} anh/chị đăng ký ${wanted.join('; ')}; đăng ký này nay đã bỏ`,
  becauseFollowed: (since: string) => `anh/chị theo dõi riêng bài toán này từ ngày ${since}`,
  becauseGone: 'khi đó anh/chị có theo dõi, nay không còn',
  noAlertYet: 'Trợ lý chưa gửi anh/chị tin báo nào.',
}
