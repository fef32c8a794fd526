import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '../../../core/message.ts'
import { drafting } from '../../../core/texts/drafting.ts'
import { formTexts } from '../../../core/texts/forms.ts'
import type { TestCore } from '../../support/build-deps.ts'
import { draftOf, giveRole, openDraftingCore } from '../../support/drafting.ts'
import { talk } from '../../support/talk.ts'

let core: TestCore

beforeAll(async () => {
  core = await openDraftingCore()
})
afterAll(() => core.close())

/** What is said in words, and what is chosen: `[label]`. */
const PATHS: Record<string, { path: string[]; heard: string | RegExp; answers?: object }> = {
  'consent is a choice': { path: ['soan bai toan', '[Đồng ý]'], heard: 'mục 1/27' },
  'consent refused': { path: ['soan bai toan', '[Không đồng ý]'], heard: drafting.consentRefused },
  'field and unit': {
    path: ['soan bai toan', '[Đồng ý]', '[Y tế]', '[Phường Sài Gòn]'],
    heard: 'mục 3/27',
    answers: { field: { id: 'health' }, proposing_unit: { code: '26740' } },
  },
  'another unit by its former name': {
    path: ['soan bai toan', '[Đồng ý]', '[Thuế]', `[${formTexts.otherUnit}]`, 'phuong vo thi sau'],
    heard: /mục 3\/27|Anh\/chị chọn giúp/,
  },
  'a long answer and its end': {
    path: ['soan bai toan', '[Đồng ý]', 'sua 4', 'Phường hỏi 150 người dân.', '[Xong]'],
    heard: 'mục 1/27',
    answers: { survey: { text: 'Phường hỏi 150 người dân.' } },
  },
  'several options': {
    path: ['soan bai toan', '[Đồng ý]', 'sua 10', '[Dịch vụ]', '[Quy định]', '[Xong]'],
    heard: 'mục 1/27',
    answers: { problem_class: { ids: ['service', 'regulation'] } },
  },
  'a measure, piece by piece': {
    path: [
      'soan bai toan',
      '[Đồng ý]',
      'sua 16',
      '[Mức độ hài lòng]',
      '%',
      '62',
      'khao sat',
      '85',
      'chua co',
      `[${formTexts.enoughIndicators}]`,
    ],
    heard: 'mục 1/27',
    answers: { indicators: { rows: [{ before: '62', target: '85', date: null }] } },
  },
  'giving up is confirmed': {
    path: ['soan bai toan', '[Đồng ý]', 'huy', `[${formTexts.cancelNo}]`],
    heard: 'mục 1/27',
  },
  'given up': { path: ['soan bai toan', '[Đồng ý]', 'huy', `[${formTexts.cancelYes}]`], heard: 'khôi phục' },
  'preview and back': {
    path: [
      'soan bai toan',
      '[Đồng ý]',
      'xem lai',
      `[${formTexts.previewNext}]`,
      `[${formTexts.previewBack}]`,
    ],
    heard: 'mục 1/27',
  },
}

describe.each([
  ['buttons', 'telegram'],
  ['typed', 'zalo-bot'],
] as const)('paths with %s', (hand, on) => {
  test.each(Object.entries(PATHS))('%s', async (name, { path, heard, answers }) => {
    const user = `${on}-${name}`
    await giveRole(core, { user, on }, 'official', '26740')
    let last: Reply[] = []
    for (const step of path) {
      const label = /^\[(.*)\]$/.exec(step)?.[1]
      const choices = last.at(-1)?.choices ?? []
      const at = choices.findIndex((choice) => choice.label === label)
      if (label !== undefined && at === -1)
        throw new Error(`"${label}" is not offered in ${JSON.stringify(choices)}`)
      if (label === undefined) last = await talk(core, { user, on }, step)
      else if (hand === 'typed') last = await talk(core, { user, on }, String(at + 1))
      else last = await talk(core, { user, on }, '', choices[at]?.id)
    }
    expect(last.map(({ text }) => text.text).join('\n')).toMatch(heard)
    if (answers) expect((await draftOf(core, user)).answers).toMatchObject(answers)
  })
})
