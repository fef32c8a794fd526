import { describe, expect, it } from 'vitest'
import type { Section } from '../../core/knowledge/corpus-types.ts'
import { readCorpus } from '../../core/knowledge/read-corpus.ts'
import { fold } from '../../core/vietnamese.ts'
import sources from '../../knowledge/sources.json' with { type: 'json' }
import { CONFLICT_TOKENS, FACT_TOKENS } from './fact-tokens.ts'

const sections = await readCorpus('knowledge')

const folded = (section: Section) => fold(section.text).toLowerCase()

/** The ids that no section both claims and holds in its text. */
function missing(tokens: Record<string, RegExp>) {
  return Object.entries(tokens).flatMap(([id, token]) => {
    const claiming = sections.filter((section) => section.facts.includes(id))
    if (claiming.length === 0) return [`${id}: no section claims it`]
    const holds = claiming.some((section) => token.test(folded(section)))
    return holds ? [] : [`${id}: ${claiming.map(({ id }) => id).join(', ')} without ${token}`]
  })
}

/** Sections whose text, title, questions or caution match, as written or without diacritics, and what matched. */
function mentioning(pattern: RegExp) {
  return sections.flatMap((section) => {
    const words = [section.title, section.text, section.caution ?? '', ...section.asks].join('\n')
    const match = pattern.exec(words.toLowerCase()) ?? pattern.exec(fold(words).toLowerCase())
    return match ? [{ section, mention: `${section.id}: ${match[0]}` }] : []
  })
}

const mentions = (pattern: RegExp) => mentioning(pattern).map(({ mention }) => mention)

describe('the corpus carries the whole checklist', () => {
  it('all 136 facts, each with its number, name or key words', () => {
    expect(Object.keys(FACT_TOKENS)).toHaveLength(136)
    expect(missing(FACT_TOKENS)).toEqual([])
  })

  it('all 13 conflicts', () => {
    expect(Object.keys(CONFLICT_TOKENS)).toHaveLength(13)
    expect(missing(CONFLICT_TOKENS)).toEqual([])
  })

  it('the lists people ask for, complete in one section and with their count', () => {
    const counts: [string, string, number][] = [
      ['nhom-nhiem-vu#bay-nhom-nhiem-vu', '7 nhóm nhiệm vụ', 7],
      ['bai-toan-lon#nam-buoc', '5 bước', 5],
      ['bai-toan-lon#buoc-1', '5 việc', 5],
      ['linh-vuc#nam-linh-vuc', '5 lĩnh vực', 5],
      ['khu-vuc-cong#bon-khia-canh', '4 khía cạnh', 4],
      ['khu-vuc-cong#ba-rao-can', '3 rào cản', 3],
      ['ho-tro#ba-noi-dung', '3 nội dung', 3],
      ['co-so-2011-2018#giai-thuong', '3 giải thưởng', 3],
      ['co-so-2011-2018#bon-mo-hinh', '4 mô hình', 4],
      ['tap-huan-2025#noi-dung', '5 nội dung', 5],
      ['hoi-nghi-2022#bon-viec', '4 việc', 4],
    ]
    for (const [id, count, length] of counts) {
      const text = sections.find((section) => section.id === id)?.text ?? ''
      expect(text, id).toContain(count)
      expect(text.match(/^\d+\. /gm), id).toEqual(Array.from({ length }, (_, index) => `${index + 1}. `))
    }
  })

  it('a gap for everything the documents do not state', () => {
    const gaps = sections.filter(({ kind }) => kind === 'gap').map(({ id }) => id.replace('chua-co#', ''))
    expect(gaps).toEqual([
      'so-hieu-ke-hoach',
      'nguoi-ky-ke-hoach',
      'kinh-phi-ke-hoach',
      'han-nop',
      'bieu-mau',
      'lien-he',
      'muc-tien-ho-tro',
      'lich-inno-coffee',
      'tieu-chi-tuyen-chon',
      'ket-qua-tuyen-chon',
      'thanh-vien-to-cong-tac',
      'danh-sach-bai-toan-cong-bo',
      'ke-hoach-sau-2025',
      'lanh-dao-luc-nay',
      'nam-hoi-nghi-17-5',
      'lich-tap-huan-moi',
    ])
  })
})

describe('the corpus does not say what it must not', () => {
  it('nothing from the margins of the pages that were read', () => {
    expect(
      mentions(/chứng khoán|vn-index|vivo|tử vi|đại hội đảng|acecook|bùi thế duy|tin khác|ý kiến bạn đọc/),
    ).toEqual([])
  })

  it('no ended decree without saying that it has ended', () => {
    const silent = mentioning(/13\/2023/).filter(({ section }) => !folded(section).includes('het hieu luc'))
    expect(silent.map(({ mention }) => mention)).toEqual([])
  })

  it('no plan number, telephone number, e-mail or link', () => {
    expect(mentions(/\d+\/kh-ubnd|\b0\d{8,10}\b|\S+@\S+|https?:|www\./)).toEqual([])
  })

  it('no present tense about what an article of another year said', () => {
    expect(
      sections.filter(({ text }) => /hiện nay|hiện đang|đương nhiệm/i.test(text)).map(({ id }) => id),
    ).toEqual([])
  })

  it('no post without its year, or the admission that the year is unknown', () => {
    const people = /nguyen viet dung|chu van hai|le thanh minh|nguyen khac thanh|lam dinh thang/
    const undated = mentioning(people).filter(({ section }) => !/20\d\d|khong ghi nam/.test(folded(section)))
    expect(undated.map(({ mention }) => mention)).toEqual([])
  })

  it('no figure of 2011–2018 without that period', () => {
    const figures = /36 ty|\b(630|413|306)\b/
    const bare = sections.filter(
      (section) => figures.test(folded(section)) && !section.text.includes('2011–2018'),
    )
    expect(bare.map(({ id }) => id)).toEqual([])
  })

  it('no year for the conference of 17/5, and never 2020', () => {
    expect(mentions(/17\/0?5\/20\d\d|13\/0?7\/2020/)).toEqual([])
    const conference = sections.filter(({ text }) => text.includes('17/5'))
    expect(conference.filter(({ text }) => /năm 2019|năm 2020/.test(text))).toEqual([])
  })

  it('a date is dd/mm/yyyy, or is quoted as an article printed it', () => {
    expect(
      mentions(/\b\d\/\d{1,2}\/\d{4}|\b\d{1,2}\/\d\/\d{4}/).filter(
        (mention) => !mention.endsWith('7/9/2022'),
      ),
    ).toEqual([])
  })
})

describe('the corpus reads well on a phone', () => {
  it('a section has between 150 and 1,000 characters', () => {
    expect(
      sections.filter(({ text }) => text.length < 150 || text.length > 1000).map(({ id }) => id),
    ).toEqual([])
  })

  it('a section does not lean on another one', () => {
    expect(mentions(/như trên|nói trên|ở trên|kể trên|nêu trên|mục trước/)).toEqual([])
  })

  it('no abbreviation that only insiders read', () => {
    const abbreviations = /\b(ĐMST|KH&CN|KHCN|KH-CN|CĐS|CNTT|HĐND|TT&TT|CCHC)\b/
    expect(
      sections.filter(({ text, title }) => abbreviations.test(`${title} ${text}`)).map(({ id }) => id),
    ).toEqual([])
  })

  it('a question belongs to one section only', () => {
    const asks = sections.flatMap((section) => section.asks.map((ask) => fold(ask).toLowerCase()))
    expect(asks.filter((ask, index) => asks.indexOf(ask) !== index)).toEqual([])
  })

  it('every source in the list is used', () => {
    const used = new Set(sections.flatMap((section) => section.sources.map(({ title }) => title)))
    const listed = Object.values(sources).map(({ title }) => title)
    expect(listed.filter((title) => !used.has(title))).toEqual([])
  })
})
