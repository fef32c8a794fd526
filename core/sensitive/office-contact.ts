import { fold } from '../vietnamese.ts'

/** Whether a text names an office, and a way to reach one that is not a person's own. Never throws. */
export function findOfficeContact(text: string): { office: boolean; way: boolean } {
  const hasLine =
    /(?<!\p{Nd})\(?(?:0|\+84[ .]?)2\p{Nd}{1,2}\)?[ .-]?\p{Nd}(?:[ .-]?\p{Nd}){6,7}(?!\p{Nd})/u.test(text)
  const hasMail = /@[\p{L}\p{N}.-]*(?<=[@.])gov\.vn(?![\p{L}\p{N}])/iu.test(text)
  const hasAddress =
    /(?<!\p{L})(?:đường|số nhà|địa chỉ|trụ sở|dia chi|tru so|duong)(?!\p{L})/iu.test(text) &&
    /\p{Nd}/u.test(text)
  const hasServiceNumber = /(?<!\p{Nd})(?:1022|1[89]00[ .]?\p{Nd}{4,6})(?!\p{Nd})/u.test(text)
  return { office: namesOffice(text), way: hasLine || hasMail || hasAddress || hasServiceNumber }
}

/** Whether a passage speaks of a public body or a part of one, with or without diacritics. */
export function namesOffice(text: string): boolean {
  return OFFICE.test(fold(text).toLowerCase()) || /(?<!\p{L})sở(?!\p{L})(?! thích| hữu| dĩ)/iu.test(text)
}

/**
 * Whether a telephone number is a public body's fixed line: an area code (02x, Circular 22/2014/TT-BTTTT) with an
 * office named shortly before it or right behind it. A fixed line alone may be somebody's home. `before` is the text
 * as it is kept, masks included, and `after` is read up to the next number or mask: so masking twice gives the same.
 */
export function isOfficeLine(number: string, before: string, after: string): boolean {
  if (!/^(?:02|842|8402|00842)/.test(number.normalize('NFKC').replace(/\P{Nd}/gu, ''))) return false
  const around = `${before.slice(-BEFORE)} ${/^[^\p{Nd}[]{0,60}/u.exec(after)?.[0] ?? ''}`
  return namesOffice(around) && !HOME.test(fold(around).toLowerCase())
}

/** Wide enough for the office's name in the line above. */
const BEFORE = 100
const OFFICE =
  /\b(?:ubnd|uy ban|hdnd|van phong|phong (?:van hoa|kinh te|y te|giao duc|noi vu|tu phap|quan ly|to chuc|hanh chinh|tai chinh|ke hoach|ho tro|cong nghe|khoa hoc|lao dong|nong nghiep|do thi|quan tri|nghiep vu|chuyen mon|tiep)|bo phan|ban quan ly|trung tam|benh vien|tram y te|truong (?:mam non|tieu hoc|trung hoc|thcs|thpt|dai hoc|cao dang)|so (?:y te|khoa hoc|xay dung|giao duc|tai chinh|noi vu|tu phap|cong thuong|nong nghiep|du lich|van hoa|dan toc|quy hoach)|co quan|chi cuc|thue (?:thanh pho|co so|tp)|mot cua|duong day nong|hotline|tong dai|truc ban)\b/
const HOME = /\b(?:nha rieng|nha (?:em|toi|chi|anh|co|chu|ba|ong|minh)|so nha rieng|ca nhan)\b/
