import { expect, it } from 'vitest'
import { readTelex } from '../../../../core/search/index/read-telex.ts'

it.each([
  ['chuyeenr', 'chuyển'],
  ['ddooir', 'đổi'],
  ['moiws', 'mới'],
  ['nguoiwf', 'người'],
  ['thuwongr', 'thưởng'],
  ['dduowcj', 'được'],
  ['thuwowngr', 'thưởng'],
  ['quaanj', 'quận'],
  ['toans', 'toán'],
  ['hocj', 'học'],
  ['taoj', 'tạo'],
  ['trinh', 'trinh'],
  ['bcd', 'bcd'],
])('reads the keys %s as %s', (typed, meant) => {
  expect(readTelex(typed)).toBe(meant)
})
