/** What is said to a bare "đăng ký": several things can be meant. */
export const registeringTexts = {
  which: 'Anh/chị muốn đăng ký gì?',
  alerts: 'Nhận tin bài toán mới',
  training: 'Lớp tập huấn',
  organisation: 'Hồ sơ doanh nghiệp',
}
