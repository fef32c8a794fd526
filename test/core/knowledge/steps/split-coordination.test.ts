import { describe, expect, it } from 'vitest'
import { splitCoordination } from '../../../../core/knowledge/steps/split-coordination.ts'

describe('a question about two things of one family', () => {
  it.each([
    ['nhóm 3 với nhóm 6 lo chuyện gì', ['nhóm 3 lo chuyện gì', 'nhóm 6 lo chuyện gì']],
    ['bước 1, 5 làm gì', ['bước 1 làm gì', 'bước 5 làm gì']],
    ['ba hai va ong dung noi gi', ['ba hai noi gi', 'ong dung noi gi']],
    ['bên y tế và thuế có bài toán gì', ['bên y tế có bài toán gì', 'thuế có bài toán gì']],
    ['Inno-Coffee, R&D và Sandbox là gì', ['Inno-Coffee là gì', 'R&D là gì', 'Sandbox là gì']],
  ])('%s is asked about each', (question, each) => {
    expect(splitCoordination(question)).toEqual(each)
  })

  it.each([
    'R&D khác Sandbox chỗ nào',
    'nhóm 1 với nhóm 2 giống nhau không',
    'kế hoạch và hội nghị nói gì',
    'nhóm 3 làm gì',
  ])('%s stays one question', (question) => {
    expect(splitCoordination(question)).toEqual([question])
  })
})
