import type { ChallengeState } from '../challenges/transitions.ts'
import { type Named, quoted, STATE_NAMES } from './challenge-states.ts'

type Owned = Named & { whose: 'author' | 'unit' | 'other'; unitName: string }

/** What is said of statements that are like the one in hand. */
export const kinTexts = {
  heading: (count: number, nearest: 'same' | 'kin') => {
    const like = nearest === 'same' ? 'gần giống' : 'liên quan đến'
    return `Trợ lý thấy ${count === 1 ? 'một' : count} bài toán ${like} bài của anh/chị:`
  },
  /** `state`: where others cannot join it. */
  line: (kin: Owned, state: ChallengeState | null) => {
    const owner = { author: 'Bài khác của chính anh/chị', unit: 'Đơn vị của anh/chị', other: kin.unitName }
    return `• ${owner[kin.whose]}: ${quoted(kin)}${state === null ? '' : `, ${STATE_NAMES[state]}`}`
  },
  ask: 'Anh/chị muốn làm thế nào?',
  join: (unitName: string, code: string) => `Cùng đứng tên với ${unitName} (${code})`,
  goOn: 'Viết tiếp và nêu điểm khác',
  cancel: 'Dừng lại, giữ bản nháp',

  sure: (kin: Named & { unitName: string }) =>
    `Anh/chị chắc chắn cùng đứng tên bài toán ${quoted(kin)} của ${kin.unitName}?\nBản nháp của anh/chị sẽ gộp vào bài đó và không tách ra lại được.`,
  sureJoin: 'Đúng, cùng đứng tên',
  sureBack: 'Chưa, để tôi chọn lại',

  joined: (kin: Named) =>
    `Đơn vị của anh/chị nay cùng đứng tên bài toán ${quoted(kin)}.\nBản nháp của anh/chị đã gộp vào bài này. Trợ lý đã báo cho người soạn bài.`,
  refused: {
    not_of_unit:
      'Chỉ cán bộ của một đơn vị mới cùng đứng tên được. Nếu anh/chị có mã mời của đơn vị, anh/chị gửi mã cho trợ lý rồi chọn lại. Bản nháp vẫn còn nguyên.',
    own_unit: 'Bài toán này đã có tên đơn vị của anh/chị. Bản nháp vẫn còn nguyên.',
    not_open:
      'Bài toán kia vừa chuyển sang bước khác, không nhận thêm đơn vị cùng đứng tên. Bản nháp của anh/chị vẫn còn nguyên.',
    not_movable:
      'Bản nháp vừa được thay đổi ở nơi khác nên trợ lý chưa gộp. Anh/chị mở lại bản nháp rồi chọn lần nữa.',
  },

  noticeToOwner: (unitName: string, kin: Named) =>
    `${unitName} vừa cùng đứng tên bài toán ${quoted(kin)} của đơn vị anh/chị.`,
  noticeToLead: (kin: Named, ownerUnit: string | null) =>
    `Cán bộ của đơn vị anh/chị vừa chọn cùng đứng tên bài toán ${quoted(kin)}${ownerUnit === null ? '' : ` của ${ownerUnit}`}.`,
}
