import { expect, test } from 'vitest'
import { ACCEPT, acceptFile } from '../../bots/accept-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a schedule as .csv is taken on the page behind the link, as the assistant says it is', () => {
  expect(acceptFile({ name: 'lich.csv', bytes: bytes('Tên lớp,Ngày\nA,02/12/2026\n') })).toEqual({
    ...{ status: 'accepted', kind: 'file', name: 'lich.csv', mime: 'text/csv' },
  })
  expect(ACCEPT.split(',')).toContain('.csv')
})

test('what is no text is none by another name', () => {
  expect(acceptFile({ name: 'lich.csv', bytes: bytes('PK\0\0') }).status).toBe('not_what_it_says')
})
