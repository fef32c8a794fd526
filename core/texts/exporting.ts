import type { Choice } from '../message.ts'

const KINDS = { docx: 'Word', pdf: 'PDF' } as const

/** Sentences around getting a statement as a document. */
export const exportTexts = {
  ready: (kind: keyof typeof KINDS, code: string, missing: number) =>
    `Đây là bản ${KINDS[kind]} của bài toán ${code}.` +
    (missing === 0 ? '' : `\nCòn ${missing} chỗ ghi [cần bổ sung].`),
  which: 'Anh/chị muốn xuất bài toán nào?',
  kind: 'Anh/chị muốn nhận loại tệp nào?',
  kinds: [
    { kind: 'docx', label: 'Word (sửa và trình ký được)' },
    { kind: 'pdf', label: 'PDF (để đọc và in)' },
  ] as const satisfies readonly { kind: keyof typeof KINDS; label: string }[],
  statement: (code: string, title: string): Choice['label'] => `${code}: ${title}`,
  none:
    'Anh/chị chưa có bài toán nào để xuất. Gõ "soạn bài toán" để bắt đầu.\n' +
    'Nếu có mã bài toán, anh/chị gõ kèm mã. Ví dụ: xuất word BT-7K2QX.',
  notFound: (code: string) =>
    `Trợ lý không thấy bài toán ${code}, hoặc bài toán này chưa được công bố. Anh/chị kiểm tra lại mã giúp trợ lý.`,
} as const
