/** What somebody reads who writes faster than can be taken in. */
export const frontDoorTexts = {
  tooFast: (most: number) =>
    `Anh/chị đã gửi hơn ${most} tin trong một phút, nên trợ lý chưa nhận các tin sau đó. ` +
    'Những tin trước vẫn được trả lời. Một phút nữa, anh/chị gửi lại giúp trợ lý các tin chưa nhận nhé.',
}
