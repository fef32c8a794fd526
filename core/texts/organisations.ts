import type { OrganisationStage } from '../alerts/subscriptions/organisations.ts'

/** Sentences of describing a startup or another organisation. */
export const organisationTexts = {
  title: 'hồ sơ doanh nghiệp',
  askName: 'Doanh nghiệp hoặc nhóm của anh/chị tên là gì?',
  nameUnclear: 'Tên cần từ 2 đến 120 ký tự. Anh/chị gõ lại giúp trợ lý.',
  askFields: (name: string) =>
    `${name} làm trong lĩnh vực nào? Chọn một số, hoặc gõ nhiều lĩnh vực cách nhau bằng dấu phẩy.`,
  fieldsUnclear: 'Trợ lý chưa rõ lĩnh vực. Anh/chị gõ ví dụ: y tế, giáo dục',
  askStage: 'Giải pháp của anh/chị đang ở giai đoạn nào?',
  stages: {
    idea: 'Ý tưởng',
    prototype: 'Bản thử nghiệm',
    product: 'Đã có sản phẩm',
    growth: 'Đang mở rộng',
  } satisfies Record<OrganisationStage, string>,
  confirm: (of: { name: string; fields: string; stage: string }) =>
    `Lưu hồ sơ này?\n- Tên: ${of.name}\n- Lĩnh vực: ${of.fields}\n- Giai đoạn: ${of.stage}\n- Người liên hệ: anh/chị, qua tài khoản đang nhắn\n` +
    'Cán bộ chương trình xem được hồ sơ này.',
  save: 'Lưu',
  doNotSave: 'Không lưu',
  askConsent: 'Anh/chị có đồng ý cho lưu tài khoản này làm người liên hệ của doanh nghiệp không?',
  saved: 'Đã lưu hồ sơ. Xem lại: gõ "hồ sơ doanh nghiệp".',
  notSaved: 'Vâng, trợ lý không lưu hồ sơ.',
  offer: (fields: string) => `Anh/chị có muốn nhận tin bài toán lĩnh vực ${fields} không?`,
  offerYes: 'Nhận tin',
  offerNo: 'Không',
  shown: (of: { name: string; fields: string; stage: string }) =>
    `Hồ sơ: ${of.name}\nLĩnh vực: ${of.fields}\nGiai đoạn: ${of.stage}`,
  change: 'Khai lại',
  remove: 'Xóa hồ sơ',
  keep: 'Không đổi gì',
  removed: 'Đã xóa hồ sơ.',
  unchanged: 'Vâng, trợ lý giữ như cũ.',
}
