import { cuesOf, findCues } from '../find-cue.ts'

/** Means instead of ends. "Ứng dụng" alone is also a verb, and "ai" without capitals is "who". */
const PRODUCTS = cuesOf(
  'phần mềm|ứng dụng (?:di động|điện thoại|trên điện thoại|zalo|web)|app|mini app|chatbot|trợ lý ảo|website|trang web|' +
    'cổng thông tin|nền tảng số|hệ thống (?:phần mềm|camera|máy chủ|quản lý thông minh|thông minh)|camera|máy chủ|' +
    'robot|blockchain|ki-?ốt|kiosk|máy (?:quét|lấy số|tính bảng|photo)|drone|flycam|trí tuệ nhân tạo|iot|gis|mã qr|qr code|' +
    'màn hình cảm ứng',
)
/** Names met in the offices of the city; a statement that asks for one of them closes the door to all others. */
const VENDORS = cuesOf(
  'vnpt|viettel|fpt|misa|vng|bkav|mobifone|cmc|microsoft|google|oracle|cisco|huawei|samsung|hikvision|dahua|esri|' +
    'chatgpt|openai|vnedu|smas|isofh|ioffice|igate|vnptioffice',
)
const ABBREVIATION = /(?<![\p{L}\p{N}])AI(?![\p{L}\p{N}])/u

/** The first vendor, else product, that a text names, in the writer's own words; null when there is none. Never throws. */
export function findNamedSolution(text: string): { kind: 'product' | 'vendor'; quote: string } | null {
  const vendor = findCues(text, VENDORS)[0]
  if (vendor) return { kind: 'vendor', quote: vendor.quote }
  const product = findCues(text, PRODUCTS)[0]?.quote ?? ABBREVIATION.exec(text)?.[0]
  return product === undefined ? null : { kind: 'product', quote: product }
}
