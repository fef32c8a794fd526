/** What is asked of a measure, in a word or two. */
const pieceNames = {
  name: 'tên',
  unit: 'đơn vị tính',
  before: 'hiện nay',
  source: 'nguồn số liệu',
  target: 'mục tiêu',
  date: 'thời hạn',
}

/** Sentences with which the assistant leads through a form, whatever the form is about. */
export const formTexts = {
  missing: '[cần bổ sung]',

  heading: (group: string, number: number, of: number) => `${group} · mục ${number}/${of}`,
  headingOnDemand: (group: string, label: string) => `${group} · ${label}`,
  why: (why: string) => `Vì sao hỏi: ${why}`,
  example: (example: string) => `Ví dụ: ${example}`,
  exampleOnRequest: 'Gõ "ví dụ" để xem ví dụ.',
  remark: (remark: string) => `Góp ý cần sửa: ${remark}`,
  present: (text: string) => `Đang ghi: ${text}`,
  keepOrReplace: 'Gửi nội dung mới, hoặc gõ "tiếp" để giữ nguyên.',
  severalMessages: 'Gửi một hay nhiều tin đều được. Đủ ý rồi thì gõ "xong".',
  mayBeSkipped: 'Chưa có thì gõ "bỏ qua".',

  named: (number: number | null, label: string) => (number === null ? label : `mục ${number} (${label})`),
  recorded: (name: string) => `Đã ghi ${name}.`,
  recordedAs: (name: string, text: string) => `Đã ghi ${name}: ${text}.`,
  replaced: (name: string, before: string) => `Đã thay ${name}. Trước đó ghi: «${before}»`,
  kept: (name: string) => `Giữ nguyên ${name}.`,
  skipped: (name: string) => `Đã bỏ qua ${name}.`,
  requiredSkipped: (name: string) => `Để sau ${name}. Mục này bắt buộc, trợ lý sẽ nhắc trước khi gửi.`,
  firstField: 'Đây là mục đầu tiên.',
  nothingToAddTo: 'Chưa có mục viết dài nào phía trước để ghi thêm.',
  nothingYet: 'Mục này chưa có nội dung.',
  noSuchField: (said: string) => `Trợ lý chưa tìm thấy mục «${said}».`,
  moreExample: (example: string) => `Ví dụ cho mục này:\n${example}`,
  field: (name: string, text: string) => `${name}:\n${text}`,
  restOfField: (length: string) => `… còn ${length} ký tự. Muốn xem đủ, anh/chị gõ "xuất word".`,
  attach:
    'Anh/chị gửi ảnh hoặc tệp, trợ lý sẽ kèm vào mục đang hỏi. Tệp Word, PDF thì trợ lý đọc và điền thử.',

  collecting: (name: string, messages: number) =>
    messages > 1 ? `Đã ghi thêm vào ${name}.` : `Đã ghi vào ${name}.`,
  moreOrDone: 'Còn ý nào nữa, anh/chị gửi tiếp. Đủ rồi thì chọn "Xong".',
  addMore: (name: string) => `Anh/chị gửi phần ghi thêm cho ${name}. Đủ rồi thì chọn "Xong".`,
  done: 'Xong',

  wrong: (reason: string) => `Trợ lý đã ghi tạm. ${reason}`,
  sendAgain: 'Anh/chị gửi lại mục này, hoặc gõ "bỏ qua" để sửa sau.',
  wrongButDone: 'Anh/chị viết thêm, hoặc chọn "Xong" lần nữa để sửa sau.',
  tooLong: (name: string, length: string, longest: string) =>
    `Nội dung ${name} dài ${length} ký tự, mục này nhận nhiều nhất ${longest}. Trợ lý vẫn giữ đủ, chưa mất gì.`,
  tooLongAsk: 'Anh/chị muốn làm thế nào?',
  shorten: 'Gửi lại bản ngắn hơn',
  split: (name: string) => `Giữ phần đầu, chuyển phần còn lại sang ${name}`,
  leaveLong: 'Để vậy, sửa sau',
  splitDone: (name: string) => `Đã chuyển phần sau sang ${name}.`,

  notByNumber: 'Mục này cần câu trả lời bằng lời, không phải bằng số thứ tự.',
  notAnOption: 'Trợ lý chưa hiểu lựa chọn này.',
  chooseSeveral: 'Chọn được nhiều mục: gõ các số cách nhau, ví dụ "1, 3".',
  picked: (labels: string) => `Đã chọn: ${labels}. Chọn thêm, hoặc chọn "Xong".`,
  pickedMark: (label: string) => `✓ ${label}`,

  otherUnit: 'Đơn vị khác',
  unitNotFound: 'Trợ lý chưa tìm thấy đơn vị này.',

  indicatorHeading: (row: number, name: string | null) =>
    name === null ? `Số đo thứ ${row}` : `Số đo ${row}: ${name}`,
  indicatorName: (row: number) =>
    row === 1
      ? 'Chọn một số đo, hoặc gõ tên số đo khác.'
      : 'Số đo tiếp theo là gì? Chọn một số đo, hoặc gõ tên số đo khác.',
  indicatorUnit: 'Số đo này tính bằng gì? Ví dụ: phút, %, hồ sơ.',
  indicatorBefore: 'Hiện nay số đo này là bao nhiêu? Chỉ ghi số đã đo được.',
  indicatorSource: 'Số đó lấy từ đâu? Ví dụ: báo cáo một cửa quý 3/2026.',
  indicatorTarget: 'Muốn đạt bao nhiêu?',
  indicatorDate: 'Đạt vào lúc nào? Ví dụ: 31/12/2027.',
  pieceTooLong: (longest: number) => `Phần này nhận nhiều nhất ${longest} ký tự. Anh/chị ghi ngắn lại giúp.`,
  indicatorUnknown: 'Chưa có thì gõ "chưa có".',
  indicatorPart: (part: number, of: number) => `phần ${part}/${of}`,
  indicatorNoted: 'Trợ lý ghi [cần bổ sung], anh/chị điền sau.',
  indicatorsSoFar: (lines: string) => `Các số đo đã ghi:\n${lines}`,
  moreIndicators: 'Anh/chị có thêm số đo nào nữa không?',
  addIndicator: 'Thêm một số đo',
  enoughIndicators: 'Đủ rồi, sang mục sau',
  editIndicator: (row: number, name: string) => `Sửa số đo ${row}: ${name}`,
  indicatorLine: (of: {
    name: string
    unit: string
    before: string
    source: string
    target: string
    date: string
  }) =>
    `${of.name}: hiện nay ${of.before}, mục tiêu ${of.target} (đơn vị tính: ${of.unit}; thời hạn: ${of.date}; ` +
    `nguồn số liệu: ${of.source})`,

  pieceOf: (row: number, piece: keyof typeof pieceNames, value: string) =>
    `số đo ${row}, ${pieceNames[piece]}: ${value}`,

  cancelAsk: (keepDays: number) =>
    `Hủy bản nháp này? Trợ lý còn giữ ${keepDays} ngày; trong thời gian đó, gõ "khôi phục" là lấy lại được.`,
  cancelYes: 'Hủy bản nháp',
  cancelNo: 'Không, làm tiếp',
  notCancelled: 'Vâng, bản nháp vẫn còn nguyên.',
  whichField: 'Anh/chị muốn sửa mục nào? Gõ số hoặc tên mục, ví dụ "5" hoặc "tên bài toán".',
  whichOfFields: 'Tên này có ở mấy mục. Anh/chị chọn giúp:',

  previewHeading: (page: number, of: number) => (of > 1 ? `Xem lại, trang ${page}/${of}` : 'Xem lại'),
  previewNext: 'Xem trang sau',
  previewBack: 'Làm tiếp',
  previewHint: 'Sửa mục nào, gõ "sửa" và số mục. Xem đủ một mục, gõ "xem" và số mục.',
  skippedMark: '(bỏ trống)',

  correctionAsk: (name: string, before: string, after: string) =>
    `Sửa ${name}?\nTrước: ${before}\nSau: ${after}`,
  correctionWhich: 'Số này có ở mấy mục. Anh/chị muốn sửa chỗ nào?',
  correctionChange: (name: string, after: string) => `${name}: ${after}`,
  correctionYes: 'Đúng, sửa lại',
  correctionNo: 'Không sửa',
  correctionAnswer: 'Không sửa, đây là câu trả lời',
  corrected: (name: string) => `Đã sửa ${name}.`,
  notCorrected: 'Vâng, trợ lý không sửa.',
  correctionNotFound: (value: string) =>
    `Trợ lý chưa thấy «${value}» ở mục nào đã ghi. Anh/chị gõ "sửa" và số mục, ví dụ "sửa 5".`,

  pasteAsk: (fields: number) =>
    `Đoạn này có nội dung cho ${fields} mục. Trợ lý điền thử, anh/chị xác nhận từng mục nhé?`,
  pasteYes: 'Điền từng mục',
  pasteNo: 'Chỉ ghi vào mục đang hỏi',
  pasteNoChoice: 'Không, bỏ qua đoạn này',
  proposalAsk: (name: string, text: string) =>
    `Trong đoạn vừa gửi có ý cho ${name}:\n«${text}»\nGhi vào mục này?`,
  proposalOfModel: (name: string, text: string, quote: string) =>
    `(AI gợi ý) Trong đoạn vừa gửi có ý cho ${name}:\n«${text}»\nLấy từ câu: «${quote}»\nGhi vào mục này?`,
  proposalYes: 'Ghi',
  proposalNo: 'Không ghi',
  proposalNone: 'Thôi, không hỏi nữa',
  proposalsDone: (recorded: number) =>
    recorded === 0 ? 'Vâng, trợ lý không ghi thêm mục nào.' : `Đã ghi ${recorded} mục từ đoạn vừa gửi.`,
  suggested: (text: string) => `Ở các mục trước anh/chị đã nêu: «${text}»`,
  takeSuggested: 'Ghi ý này',
  answerWithChoice: 'Anh/chị trả lời bằng một số dưới đây giúp trợ lý.',

  factYes: (name: string) => `Ghi thông tin trên vào ${name}, kèm nguồn`,
  factNo: 'Không ghi, làm tiếp',
  factWasAnswer: 'Tin vừa rồi là câu trả lời',
  citing: (text: string, source: string) => `${text} (theo ${source})`,

  replaceAsk: (name: string, present: string, text: string) =>
    `${name.charAt(0).toUpperCase()}${name.slice(1)} đã có nội dung.\nĐang ghi: «${present}»\nTin vừa gửi: «${text}»\nAnh/chị muốn ghi thế nào?`,
  replaceAppend: 'Ghi thêm vào sau',
  replaceYes: 'Thay nội dung cũ',
  replaceNo: 'Giữ nội dung cũ',

  keepTextAsk: (name: string, text: string) => `Ghi tin vừa gửi vào ${name}?\n«${text}»`,
  keepTextYes: 'Ghi',
  keepTextNo: 'Không ghi',
  textNotKept: (text: string) => `Tin «${text}» chưa được ghi. Nếu cần, anh/chị gửi lại sau.`,

  missingList: (names: string) => `Còn thiếu hoặc cần sửa: ${names}.`,
  nothingMissing: 'Các mục bắt buộc đã đủ.',

  help: (why: string) =>
    `${why}\nAnh/chị cứ trả lời bằng lời của mình, hoặc gõ: "ví dụ", "quay lại", "bỏ qua", "sửa 5", "xem lại", ` +
    '"dừng" (nghỉ, làm tiếp sau), "hủy".\nĐược hỏi chen ngang: trợ lý trả lời xong sẽ quay lại mục đang hỏi.',
  helpAtEnd: 'Anh/chị gõ số của một lựa chọn, hoặc gõ: "sửa 5", "xem lại", "còn thiếu gì", "dừng", "hủy".',
}
