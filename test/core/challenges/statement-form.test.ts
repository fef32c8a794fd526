import { describe, expect, it } from 'vitest'
import { CHALLENGE_FIELDS } from '../../../core/challenge-fields.ts'
import { buildMigrate } from '../../../core/challenges/migrate-answers.ts'
import { problemStatementForm } from '../../../core/challenges/statement-form.ts'
import type { Answer, Answers, Field } from '../../../core/forms/form.ts'
import { prepareText } from '../../../core/prepare-text.ts'
import { stories } from '../../../core/texts/statement-form/stories.ts'

const { fields, groups } = problemStatementForm
const text = (said: string): Answer => ({ kind: 'text', text: said })
const fieldOf = (id: string): Field => {
  const field = fields.find((each) => each.id === id)
  if (field === undefined) throw new Error(`no field ${id}`)
  return field
}
/** What the form says to an answer as it arrives: masked first. */
const verdict = (id: string, said: string, answers: Answers = {}) =>
  fieldOf(id).check?.(text(prepareText(said).text), answers) ?? null

describe('the problem statement as data', () => {
  it('asks at least eighteen fields and needs those that the programme needs', () => {
    expect(fields.filter(({ onDemand }) => !onDemand).length).toBeGreaterThanOrEqual(18)
    expect(fields.filter(({ required }) => required)).toHaveLength(18)
  })

  it('goes through the five sub-steps of the plan, one after the other', () => {
    const order = [...new Set(fields.map(({ group }) => group))]
    expect(order).toEqual(groups.map(({ id }) => id))
    expect(groups.slice(1, 6).map(({ label }) => label)).toEqual([
      'Khảo sát',
      'Đánh giá',
      'Phát hiện vấn đề',
      'Phân loại vấn đề',
      'Mô tả vấn đề',
    ])
  })

  it('asks what an official knows at once first, and the title when there is something to name', () => {
    const at = (id: string) => fields.findIndex((field) => field.id === id)
    expect([at('field'), at('proposing_unit')]).toEqual([0, 1])
    expect(at('title')).toBeGreaterThan(at('problem'))
    expect(at('solution_direction')).toBeLessThan(at('support_wanted'))
  })

  it.each(CHALLENGE_FIELDS)('fits one phone screen with its example, for %s', (id) => {
    for (const field of fields) {
      const example = field.example({ field: { kind: 'choice', id } })
      expect(`${field.question}\n${field.why}\n${example}`.length, field.id).toBeLessThan(560)
    }
  })

  it.each(CHALLENGE_FIELDS)('gives examples that its own checks accept and no mask touches, for %s', (id) => {
    const answers: Answers = { field: { kind: 'choice', id } }
    for (const field of fields.filter(({ kind }) => kind === 'text' || kind === 'long_text')) {
      expect(verdict(field.id, field.example(answers), answers), field.id).toBeNull()
    }
    const rows = stories[id].indicators
    expect(fieldOf('indicators').check?.({ kind: 'indicators', rows }, answers)).toBeNull()
  })

  it('explains nothing with letters that only insiders know', () => {
    for (const { question, why, label } of fields) {
      expect(`${label} ${question} ${why}`).not.toMatch(/UBND|ĐMST|KH&CN|CNTT|TTHC/)
    }
  })

  it('gives the example of the field of management that was chosen', () => {
    expect(fieldOf('problem').example({ field: { kind: 'choice', id: 'tax' } })).toContain('hộ kinh doanh')
    expect(fieldOf('problem').example({})).toContain('rác')
  })
})

describe('what will not do, and why', () => {
  it.each([
    ['problem', 'chậm', 'ít nhất một câu'],
    ['problem', 'không biết', 'ít nhất một câu'],
    ['title', 'Rác thải', 'ngắn quá'],
    ['title', 'dòng một của tên\ndòng hai của tên', 'một dòng'],
    ['title', 'rất dài '.repeat(20), 'hơi dài'],
    ['budget', 'nhiều lắm', 'con số'],
    ['office_contact', 'gọi chị Lan 0909 123 456', 'số máy bàn'],
    ['office_contact', '028 3829 1234', 'tên phòng'],
    ['office_contact', 'Văn phòng phường', 'một cách liên hệ'],
    ['office_contact', 'lan@tphcm.gov.vn', 'phòng, ban nào'],
    ['survey', 'Tài liệu TỐI MẬT về khảo sát', 'dấu độ mật'],
    ['unit_lead', 'TUYỆT MẬT', 'dấu độ mật'],
  ])('%s: "%s"', (id, said, reason) => {
    expect(verdict(id, said)).toContain(reason)
  })

  it.each([
    ['confidential_part', 'không'],
    ['confidential_part', 'khong'],
    ['tried', 'chưa'],
    ['budget', 'chưa xác định'],
    ['office_contact', 'van phong UBND phuong, 028 3829 1234'],
    ['office_contact', 'Văn phòng Sở Y tế, syt@tphcm.gov.vn'],
    ['office_contact', 'Bộ phận một cửa, số 58 đường Nguyễn Du'],
    ['office_contact', 'Bộ phận một cửa, tổng đài 1022'],
  ])('but %s may be "%s"', (id, said) => {
    expect(verdict(id, said)).toBeNull()
  })

  it('wants targets that can be counted and differ from today', () => {
    const row = { name: 'Thời gian chờ', unit: 'phút', before: '45', target: '15', date: null, source: null }
    const check = (changed: object) =>
      fieldOf('indicators').check?.({ kind: 'indicators', rows: [{ ...row, ...changed }] }, {})
    expect(check({})).toBeNull()
    expect(check({ before: null, target: null })).toBeNull()
    expect(check({ target: 'nhanh hơn' })).toContain('chưa đếm được')
    expect(check({ target: '45' })).toContain('bằng nhau')
    expect(check({ name: ' ' })).toContain('chưa có tên')
    expect(fieldOf('indicators').check?.({ kind: 'indicators', rows: [] }, {})).toContain('ít nhất một')
  })
})

describe('hints that stand in nobody’s way', () => {
  const wish = (...ids: string[]): Answer => ({ kind: 'choices', ids })

  it('explains Inno-Coffee, R&D and Sandbox when R&D is chosen before a direction', () => {
    const hint = fieldOf('support_wanted').hint
    expect(hint?.(wish('rd'), {})).toMatch(/Inno-Coffee.*R&D.*Sandbox/)
    expect(hint?.(wish('rd'), { solution_direction: text('Chia lượt hẹn theo giờ') })).toBeNull()
    expect(hint?.(wish('inno_coffee'), {})).toBeNull()
  })

  it('sees a product or a vendor in a problem, and not in ordinary words', () => {
    const hint = fieldOf('problem').hint
    expect(hint?.(text('Cần mua phần mềm quản lý hồ sơ'), {})).toContain('"phần mềm"')
    expect(hint?.(text('can mua phan mem cua VNPT'), {})).toContain('"VNPT"')
    expect(hint?.(text('Ai cũng phải chờ, sắp đến lượt thì hết giờ'), {})).toBeNull()
    expect(hint?.(text('ai cung phai cho, sap den luot thi het gio'), {})).toBeNull()
  })
})

describe('a form that changed since a draft was saved', () => {
  it('keeps answers of its own version as they are', () => {
    const answers: Answers = { field: { kind: 'choice', id: 'tax' }, title: text('Tên bài toán') }
    expect(problemStatementForm.migrate(answers, 1)).toEqual({ answers, dropped: [] })
  })

  it('moves an artificial version 0 over: renamed, merged, split, re-sorted, and nothing lost', () => {
    const migrate = buildMigrate({
      version: 1,
      fields,
      changes: [
        {
          version: 1,
          renamed: { name: 'title' },
          merged: [{ from: ['harm', 'harmed'], to: 'affected' }],
          split: [
            {
              from: 'place',
              into: (answer) => ({ scope: answer, application_site: null }),
            },
          ],
          options: { field: { ward: 'local_governance' } },
          removed: { motto: 'Khẩu hiệu' },
        },
      ],
    })
    const old: Answers = {
      name: text('Giảm chờ khám'),
      harm: text('Người bệnh chờ lâu'),
      harmed: text('1.800 người'),
      place: text('Cả phường'),
      field: { kind: 'choice', id: 'ward' },
      motto: text('Vì dân'),
      urgency: { kind: 'choice', id: 'high' },
    }
    const before = structuredClone(old)
    expect(migrate(old, 0)).toEqual({
      answers: {
        title: text('Giảm chờ khám'),
        affected: text('Người bệnh chờ lâu\n1.800 người'),
        scope: text('Cả phường'),
        field: { kind: 'choice', id: 'local_governance' },
      },
      dropped: [
        { label: 'Khẩu hiệu', text: 'Vì dân' },
        { label: 'Tính cấp thiết', text: 'high' },
      ],
    })
    expect(old).toEqual(before)
  })
})
