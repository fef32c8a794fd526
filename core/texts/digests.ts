const KINDS: Record<string, string> = {
  changed: 'vừa sửa',
  deadline_extended: 'vừa gia hạn',
  answer: 'có hỏi đáp mới',
}

/** Sentences of digests, reminders and results. */
export const digestTexts = {
  title: (count: number) => `Tin tổng hợp: ${count} bài toán anh/chị quan tâm`,
  line: (of: { title: string; code: string; unit: string | null; deadline: string | null; kind: string }) => {
    const kind = KINDS[of.kind]
    return [
      `- ${of.title} (${of.code})`,
      ...(of.unit === null ? [] : [of.unit]),
      ...(of.deadline === null ? [] : [`hạn ${of.deadline}`]),
      ...(kind === undefined ? [] : [kind]),
    ].join(', ')
  },
  more: (count: number) => `Còn ${count} bài toán nữa: gõ "bài toán còn hạn".`,
  read: (code: string) => `Xem nội dung: gõ "xem" và mã, ví dụ "xem ${code}".`,

  reminder: (of: { title: string; code: string; deadline: string; days: number }) =>
    `${of.days === 1 ? 'Ngày mai hết hạn' : `Còn ${of.days} ngày là hết hạn`} bài toán anh/chị theo dõi:\n` +
    `«${of.title}» (${of.code})\nHạn gửi giải pháp: ${of.deadline}\nXem nội dung: gõ "xem ${of.code}"`,
  result: (of: { title: string; code: string; state: string }) =>
    `Bài toán anh/chị theo dõi có tin mới:\n«${of.title}» (${of.code})\n${of.state}`,
}
