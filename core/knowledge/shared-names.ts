import { fold } from '../vietnamese.ts'
import { contentWords } from './coverage.ts'
import { findAny, type Phrase, phrases, readWords } from './phrases.ts'

/**
 * Names that several things in the documents share. A question that uses one and beside it only words of `beside`
 * ("hội nghị diễn ra khi nào") leaves open which is meant.
 */
const SHARED: { name: string; beside: string; sections: string[] }[] = [
  {
    name: 'hội_nghị|cuộc_họp|buổi_họp|hội_thảo',
    beside:
      'diễn ra tổ chức ngày năm tháng giờ buổi thời gian địa điểm nội dung lịch mở hôm bàn nói chủ trì mục đích họp nhằm rơi trúng vào mấy',
    sections: [
      'hoi-nghi-2022#hoi-nghi-la-gi',
      'tap-huan-2025#hoi-nghi-tap-huan',
      'co-so-2011-2018#hoi-nghi-tong-ket',
    ],
  },
  {
    name: 'phó_giám_đốc_sở|phó_giám_đốc',
    beside: 'tên sở khoa học công nghệ tphcm hcm thành phố ông bà',
    sections: [
      'con-nguoi#chu-van-hai',
      'con-nguoi#le-thanh-minh',
      'con-nguoi#nguyen-khac-thanh',
      'chua-co#lanh-dao-luc-nay',
    ],
  },
  {
    name: 'xếp_hạng|đứng_thứ_mấy|hạng_mấy|thứ_hạng|hạng_bao_nhiêu|đứng_hạng_mấy',
    beside: 'thành phố tphcm tp hcm hồ chí minh đứng thứ hạng năm xếp 2025',
    sections: ['xep-hang#pii-2025', 'xep-hang#khoi-nghiep', 'xep-hang#blockchain'],
  },
  {
    name: 'tập_huấn|huấn_luyện|lớp_học',
    beside: 'gồm nội dung dạy học chương trình',
    sections: ['tap-huan-2025#noi-dung', 'to-cong-tac#huan-luyen', 'co-so-2011-2018#lop-tap-huan'],
  },
  {
    name: 'kinh_phí|ngân_sách|bao_nhiêu_tiền|mấy_tiền|tốn_bao_nhiêu',
    beside: 'tổng số tiền chi tốn hết dành mức chương trình',
    sections: ['co-so-2011-2018#kinh-phi', 'chua-co#kinh-phi-ke-hoach', 'chua-co#muc-tien-ho-tro'],
  },
  {
    name: 'mục_tiêu|mục_đích',
    beside: 'chính chương trình cụ thể đặt',
    sections: ['ke-hoach#muc-tieu', 'tap-huan-2025#muc-tieu', 'hoi-nghi-2022#hoi-nghi-la-gi'],
  },
]

type Shared = { name: Phrase[]; said: ReadonlySet<string>; sections: string[] }

const NAMES: readonly Shared[] = SHARED.map(({ name, beside, sections }) => ({
  name: phrases([name]),
  said: new Set(fold(`${beside} ${name}`).split(/[ |_]/u)),
  sections,
}))

/** Ids of the sections a question may mean, when it leaves open which; undefined when it says enough. */
export function sharedName(question: string): readonly string[] | undefined {
  const words = readWords(question)
  const content = contentWords(question)
  return NAMES.find(({ name, said }) => findAny(words, name) && content.every((word) => said.has(word)))
    ?.sections
}
