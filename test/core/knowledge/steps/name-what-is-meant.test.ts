import { expect, it } from 'vitest'
import { nameWhatIsMeant } from '../../../../core/knowledge/steps/name-what-is-meant.ts'

it('puts what a story named in the place of what points back to it', () => {
  const request = 'lớp đó dạy gì?'
  const story = `Tôi lỡ lớp tập huấn tháng 10. Nhà có việc. ${request}`
  expect(nameWhatIsMeant(request, story)).toBe('lớp tập huấn tháng 10 dạy gì?')
})

it('takes the last thing named so', () => {
  const request = 'hội nghị đó ai dự?'
  const story = `Năm 2022 có hội nghị triển khai. Sau này có hội nghị tổng kết 10 năm. ${request}`
  expect(nameWhatIsMeant(request, story)).toBe('hội nghị tổng kết 10 năm ai dự?')
})

it.each(['việc đó là sao?', 'ai dự?', 'cái này dùng sao?'])(
  'leaves "%s" when nothing was named',
  (request) => {
    expect(nameWhatIsMeant(request, `Hôm qua trời mưa. ${request}`)).toBe(request)
  },
)
