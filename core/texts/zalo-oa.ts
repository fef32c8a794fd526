/** What the Official Account adds to a reply of its own. */
export const zaloOaTexts = {
  typeNumber: 'Anh/chị gõ số để chọn.',
} as const
