import type { Meeting, Session } from '../../core/training/session.ts'
import type { Unit } from '../../core/units/unit.ts'

/** The clock of the set: a Saturday. */
export const SCHEDULE_NOW = new Date('2026-11-21T09:00:00+07:00')

const at = (day: string, from: string, to: string): Meeting => ({
  from: new Date(`${day}T${from}:00+07:00`),
  to: new Date(`${day}T${to}:00+07:00`),
})
const communes = ['ward', 'commune', 'specialZone']

type Made = Pick<Session, 'course' | 'times'> & Partial<Session> & { area?: string }

/** Twelve classes, by the names the questions expect them under. `area`: for the units of a former district only. */
const CLASSES: Record<string, Made> = {
  shtt: {
    course: 'Sở hữu trí tuệ cho cấp xã',
    times: [at('2026-11-24', '08:00', '11:30')],
    place: 'Hội trường A, 244 Điện Biên Phủ, phường Xuân Hòa',
    topics: ['Sáng chế', 'Nhãn hiệu'],
    tiers: communes,
  },
  dutoan: {
    course: 'Lập dự toán nhiệm vụ khoa học và công nghệ',
    times: [at('2026-11-26', '13:30', '16:30')],
    link: 'https://zoom.us/j/1',
  },
  cds: {
    course: 'Chuyển đổi số và công cụ số cấp xã',
    times: [at('2026-12-01', '08:00', '11:30'), at('2026-12-02', '08:00', '11:30')],
    place: 'UBND phường Thủ Đức',
    area: 'Thủ Đức',
  },
  attt: {
    course: 'An toàn thông tin',
    times: [at('2026-11-22', '08:00', '11:00')],
    link: 'https://zoom.us/j/2',
  },
  debai: {
    course: 'Viết đề bài đổi mới sáng tạo',
    times: [at('2026-11-23', '13:30', '17:00')],
    place: 'Trường Cán bộ Thành phố',
  },
  shtt2: {
    course: 'Sở hữu trí tuệ nâng cao',
    times: [at('2026-12-15', '08:00', '11:30')],
    place: 'Hội trường A, 244 Điện Biên Phủ, phường Xuân Hòa',
    seats: 30,
    taken: 30,
  },
  ai: {
    course: 'Trí tuệ nhân tạo trong công vụ',
    times: [at('2026-12-10', '08:00', '11:30')],
    place: 'Hội trường đặc khu Côn Đảo',
    area: 'Côn Đảo',
  },
  dautu: {
    course: 'Đầu tư công',
    times: [at('2026-12-29', '08:00', '11:30')],
    place: 'Sở Tài chính',
    tiers: ['department'],
  },
  dulieu: {
    course: 'Dữ liệu mở',
    times: [at('2027-01-12', '08:00', '11:30')],
    link: 'https://zoom.us/j/3',
  },
  cchc: {
    course: 'Cải cách hành chính',
    times: [at('2026-12-05', '08:00', '11:30')],
    place: 'Trung tâm hành chính Bình Dương',
    area: 'Bình Dương',
  },
  quantri: {
    course: 'Quản trị dự án',
    times: [at('2026-11-28', '08:00', '17:00')],
    place: 'Trường Cán bộ Thành phố',
    trainer: 'TS. Trần Minh Khôi',
  },
  tthc: {
    course: 'Thủ tục hành chính trực tuyến',
    times: [at('2026-12-08', '13:30', '16:30')],
    place: 'UBND phường Sài Gòn',
    unitCodes: ['26740'],
  },
}

/** The classes as sessions; their ids are the names above. `areaUnits` gives the codes of an area's units. */
export function scheduleSessions(areaUnits: (area: string) => Unit[]): Session[] {
  return Object.entries(CLASSES)
    .map(([id, { area, times, ...made }]) => ({
      id,
      code: `LOP-${id.toUpperCase()}`,
      startsAt: times[0]?.from ?? SCHEDULE_NOW,
      endsAt: times.at(-1)?.to ?? SCHEDULE_NOW,
      place: null,
      link: null,
      bridgePoint: null,
      trainer: null,
      topics: [],
      materials: [],
      tiers: [],
      unitCodes: area === undefined ? [] : areaUnits(area).map(({ code }) => code),
      seats: null,
      seatsPerUnit: null,
      registerBy: null,
      state: 'open' as const,
      cancelReason: null,
      revision: 0,
      changedAt: SCHEDULE_NOW,
      taken: 0,
      times,
      ...made,
    }))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
}

export const CLASS_NAMES = Object.keys(CLASSES)
