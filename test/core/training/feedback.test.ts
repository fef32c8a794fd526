import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { certificateCode, findCertificateCode } from '../../../core/training/certificate/certificate-code.ts'
import { daysOf } from '../../../core/training/certificate/days-of.ts'
import { issueCertificate } from '../../../core/training/certificate/issue-certificate.ts'
import { maskName } from '../../../core/training/certificate/mask-name.ts'
import { giveFeedback } from '../../../core/training/feedback/give-feedback.ts'
import { backends, openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { createPeople, createSession, NOW } from './build-session.ts'

test('the code of a certificate is read however it is typed', () => {
  const code = certificateCode('3b241101-e2bb-4255-8caf-4136c566a962')
  expect(code).toMatch(/^CN(-[2-9A-HJ-NP-Z]{4}){3}$/)
  const plain = code.replaceAll('-', '')
  for (const typed of [
    code,
    code.toLowerCase(),
    plain,
    plain.slice(2),
    `mã ${code.replaceAll('-', ' ')} ạ`,
  ]) {
    expect(findCertificateCode(typed)).toBe(code)
  }
  for (const typed of ['', 'CN-7K2M', 'chứng nhận', `${plain}X`])
    expect(findCertificateCode(typed)).toBeNull()
})

test('two UUIDs give two codes', () => {
  const codes = Array.from({ length: 1000 }, () => certificateCode(crypto.randomUUID()))
  expect(new Set(codes).size).toBe(1000)
})

test.each([
  ['Nguyễn Thị Mỹ Lan', 'Nguyễn T*** M*** L***'],
  ['Y Ban', 'Y B***'],
  ['Ánh', 'Á***'],
])('%s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})

test('days are named once', () => {
  const on = (day: string, hour: number) => ({
    from: new Date(`2026-${day}T0${hour}:00:00+07:00`),
    to: new Date(`2026-${day}T11:00:00+07:00`),
  })
  expect(daysOf([on('12-01', 7), on('12-01', 9)])).toBe('01/12/2026')
  expect(daysOf([on('10-30', 8), on('10-31', 8), on('11-06', 8)])).toBe(
    '30/10/2026, 31/10/2026 và 06/11/2026',
  )
})

describe.each(backends.filter((backend) => backend !== 'postgres+redis'))(
  'after a class on %s',
  (backend) => {
    let database: TestDatabase
    let registrationId: string
    let personId: string
    let strangerId: string

    beforeAll(async () => {
      database = await openTestDatabase(backend)
      const [person, stranger] = await createPeople(database.prisma, 2)
      personId = person?.personId ?? ''
      strangerId = stranger?.personId ?? ''
      const { id: sessionId } = await createSession(database.prisma)
      const columns = { sessionId, personId, name: 'Lan', createdAt: NOW, changedAt: NOW }
      const created = await database.prisma.registration.create({ data: { ...columns, state: 'attended' } })
      registrationId = created.id
    })
    afterAll(() => database.close())

    test('of eight who give the same feedback at once, one is kept', async () => {
      const answers = { useful: 4, clear: 5, comment: null }
      const giving = { registrationId, personId, answers, newId: () => crypto.randomUUID() }
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, () => database.prisma.$transaction((tx) => giveFeedback(tx, giving))),
      )
      expect(outcomes.filter((one) => one === 'given')).toHaveLength(1)
      expect(await database.prisma.sessionFeedback.count()).toBe(1)
      const foreign = { ...giving, personId: strangerId }
      expect(await database.prisma.$transaction((tx) => giveFeedback(tx, foreign))).toBe('not_there')
    })

    test('of eight who take the same certificate at once, one makes it', async () => {
      const issue = (by: string) =>
        database.prisma.$transaction((tx) =>
          issueCertificate(tx, {
            ...{ registrationId, personId: by, code: certificateCode(crypto.randomUUID()), name: 'Lan' },
            ...{ unitName: null, course: 'Sở hữu trí tuệ', days: '01/12/2026', now: NOW },
          }),
        )
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => issue(personId)))
      expect(outcomes.toSorted()).toEqual(['issued', ...Array(7).fill('issued_already')])
      expect(await issue(strangerId)).toBe('not_any')
      expect(await database.prisma.certificate.count()).toBe(1)
    })
  },
)
