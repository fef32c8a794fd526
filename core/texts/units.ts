import type { Unit, UnitKind } from '../units/unit.ts'

const KIND_NAMES: Record<UnitKind, string> = {
  ward: 'Phường ',
  commune: 'Xã ',
  specialZone: 'Đặc khu ',
  department: '',
}

/** What units are called, and what is said when a name is not understood. */
export const unitTexts = {
  name: ({ kind, name }: Pick<Unit, 'kind' | 'name'>) => `${KIND_NAMES[kind]}${name}`,
  /** The present name, with the former districts where there were any: people know those best. */
  nameWithArea: (unit: Unit) => {
    const areas = [...new Set(unit.aliases.flatMap((alias) => alias.areas.slice(0, 1)))]
    const name = unitTexts.name(unit)
    return areas.length === 0 ? name : `${name} (${areas.join(', ')} trước đây)`
  },

  askName: 'Đơn vị nào? Anh/chị gõ tên phường, xã, đặc khu hoặc sở, ban, ngành; tên cũ cũng được.',
  askWhich: 'Tên này có thể là các đơn vị sau. Anh/chị chọn giúp:',
  askInArea: (area: string) => `${area} nay gồm các đơn vị sau. Anh/chị chọn giúp:`,
  tooMany: (count: number) =>
    `Tên này ứng với ${count} đơn vị. Anh/chị gõ tên phường, xã cụ thể hơn giúp trợ lý.`,
  notFound:
    'Trợ lý chưa tìm thấy đơn vị này. Anh/chị gõ lại tên, ví dụ "phường Bến Nghé", hoặc gõ "hủy" để thôi.',
}
