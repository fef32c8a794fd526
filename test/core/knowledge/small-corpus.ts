import type { Section } from '../../../core/knowledge/corpus-types.ts'

const PLAN = { id: 'ke-hoach', title: 'Kế hoạch 2022–2025', position: 1 }
const HELP = { id: 'ho-tro', title: 'Ba hình thức hỗ trợ', position: 2 }
const GAPS = { id: 'chua-co', title: 'Điều tài liệu không nêu', position: 3 }

const NEWS = { title: 'Bài về kế hoạch', publisher: 'Khoa học và Phát triển', date: '08/09/2022' }
const UNDATED = { title: 'Bài tổng kết', publisher: 'Trang tin Thành ủy' }

/** A corpus of six sections: enough for every way an answer can end. */
export const SMALL_CORPUS: Section[] = [
  section(PLAN, 'nhom-nhiem-vu', 'Kế hoạch có 3 nhóm nhiệm vụ', {
    text: 'Kế hoạch 2022–2025 có 3 nhóm nhiệm vụ:\n1. Lập Tổ công tác.\n2. Huấn luyện Tổ công tác.\n3. Xây dựng bài toán lớn.',
    asks: ['Kế hoạch có mấy nhóm nhiệm vụ?', 'Kể tên các nhóm nhiệm vụ'],
    caution: 'Kế hoạch này đã kết thúc vào cuối năm 2025.',
  }),
  section(PLAN, 'buoc', 'Quy trình gồm 5 bước', {
    text: 'Quy trình xây dựng bài toán lớn gồm 5 bước, từ khảo sát đến đánh giá kết quả.',
    asks: ['Xây dựng bài toán lớn có mấy bước?'],
  }),
  section(HELP, 'inno-coffee', 'Inno-Coffee là gì', {
    text: 'Inno-Coffee là sự kiện để các đơn vị gặp chuyên gia và tìm hướng giải quyết.',
    asks: ['Inno-Coffee để làm gì?'],
  }),
  section(HELP, 'sandbox', 'Sandbox là gì', {
    text: 'Sandbox là chính sách hỗ trợ thử nghiệm để hoàn thiện giải pháp.',
    asks: ['Sandbox để làm gì?'],
  }),
  section(HELP, 'giai-thuong', 'Giải thưởng sáng kiến cộng đồng', {
    text: 'Thành phố trao giải thưởng “Sáng kiến cộng đồng” cho người có sáng kiến.',
    asks: ['Thành phố có giải thưởng nào?'],
    sources: [UNDATED],
  }),
  section(GAPS, 'so-hieu', 'Số hiệu của kế hoạch: tài liệu không nêu', {
    text: 'Tài liệu không nêu số hiệu và ngày ký của kế hoạch.',
    asks: ['Số hiệu kế hoạch là bao nhiêu?', 'Kế hoạch số mấy?'],
    kind: 'gap',
  }),
]

function section(
  document: Section['document'],
  anchor: string,
  title: string,
  given: Pick<Section, 'text' | 'asks'> & Partial<Section>,
): Section {
  return {
    id: `${document.id}#${anchor}`,
    document,
    position: 1,
    title,
    facts: [],
    sources: [NEWS],
    kind: 'answer',
    ...given,
  }
}
