import type { UnitKind } from '../units/unit.ts'
import { unitTexts } from './units.ts'

/** Words of the documents that the assistant makes: the fixed parts of an administrative paper, and its notes. */
export const documentTexts = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  superior: ['UBND THÀNH PHỐ HỒ CHÍ MINH'],
  committee: 'ỦY BAN NHÂN DÂN',
  noUnit: ['[TÊN ĐƠN VỊ]'],
  number: 'Số:        /',
  placeAndDate: '…………, ngày …… tháng …… năm 20……',

  proposal: 'PHIẾU ĐỀ XUẤT BÀI TOÁN ĐỔI MỚI SÁNG TẠO',
  published: 'BÀI TOÁN ĐỔI MỚI SÁNG TẠO KHU VỰC CÔNG',
  subject: (title: string) => `Về việc: ${title}`,
  code: (code: string) => `Mã bài toán: ${code}`,
  publishedNote: (version: number, at: string, deadline: string | null) =>
    `Bản công bố lần ${version}, ngày ${at}${deadline === null ? '' : `. Nhận đề xuất giải pháp đến hết ngày ${deadline}`}`,
  publishedContact: (contact: string) => `Đầu mối trả lời: ${contact}`,
  /** Said on paper, below the title, where a model wrote a part that nobody has approved yet. */
  aiDraft: 'Bản nháp, có AI hỗ trợ. Phần có dấu (*) do AI gợi ý, người soạn đã xem lại.',
  draft: 'Bản nháp, chưa được phê duyệt.',
  aiMark: ' (*)',
  watermark: 'BẢN NHÁP',

  indicatorHead: ['Chỉ số', 'Đơn vị', 'Trước', 'Mục tiêu', 'Thời hạn', 'Nguồn số liệu'],
  recipients: 'Nơi nhận:',
  recipientList: ['- Sở Khoa học và Công nghệ;', '- Lưu: VT.'],
  signatureNote: '(Ký, ghi rõ họ tên, đóng dấu)',
} as const

/** Who signs for a unit: the head of a people's committee on its behalf (Decree 30/2020/NĐ-CP, Annex I, II.7). */
export function signingOffice(unit: { kind: UnitKind; name: string } | null): string[] {
  if (unit === null) return ['THỦ TRƯỞNG ĐƠN VỊ']
  if (unit.kind !== 'department') return ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']
  return [/^Sở /.test(unit.name) ? 'GIÁM ĐỐC' : 'THỦ TRƯỞNG ĐƠN VỊ']
}

/** A unit's name as a letterhead has it, line by line. */
export function letterheadName(unit: { kind: UnitKind; name: string } | null): readonly string[] {
  if (unit === null) return documentTexts.noUnit
  if (unit.kind === 'department') return [unit.name.toLocaleUpperCase('vi')]
  return [documentTexts.committee, unitTexts.name(unit).toLocaleUpperCase('vi')]
}
