import { randomUUID } from 'node:crypto'
import { newPublicCode } from '../../core/challenges/public/read-code.ts'
import { problemStatementForm } from '../../core/challenges/statement-form.ts'
import type { ChallengeState } from '../../core/challenges/transitions.ts'
import type { Transaction } from '../../core/db.ts'
import type { Answers } from '../../core/forms/form.ts'

const text = (words: string) => ({ kind: 'text' as const, text: words })

/** A statement in which nothing is missing. Its fourth field names a person and a telephone of nobody. */
export const completeAnswers = (unitCode = '26740', changes: Answers = {}): Answers => ({
  field: { kind: 'choice', id: 'local_governance' },
  proposing_unit: { kind: 'unit', code: unitCode },
  unit_lead: text('Bà Trần Thị Hoa, Phó Chủ tịch UBND phường'),
  survey: text('Phường phát phiếu hỏi 320 người đến bộ phận một cửa trong tháng 9 năm 2026.'),
  current_state: text(
    'Mỗi ngày có 230 lượt người đến nộp hồ sơ, chờ trung bình 45 phút. Chị Lan ở quầy số 3 phải nhập tay từng hồ sơ vào phần mềm iOffice.',
  ),
  problem: text('Người dân phải chờ lâu và khai lại thông tin đã có.'),
  affected: text('Khoảng 5.000 người mỗi tháng, nhiều nhất là người cao tuổi.'),
  urgency: text('Số hồ sơ tăng 20% từ khi phường được giao thêm việc.'),
  problem_class: { kind: 'choices', ids: ['service', 'process'] },
  description: text('Hồ sơ giấy được nhập lại hai lần, ở quầy và ở phòng chuyên môn.'),
  title: text('Giảm thời gian chờ tại bộ phận một cửa của phường'),
  basis: text('Kế hoạch cải cách hành chính năm 2026 của phường.'),
  required_result: text('Người dân chờ không quá 15 phút và không khai lại thông tin đã có.'),
  indicators: {
    kind: 'indicators',
    rows: [
      {
        name: 'Thời gian chờ trung bình',
        unit: 'phút',
        before: '45',
        target: '15',
        date: '31/12/2027',
        source: 'phiếu hỏi tháng 9 năm 2026',
      },
    ],
  },
  scope: text('Toàn bộ thủ tục tại bộ phận một cửa của phường.'),
  application_site: text('Bộ phận một cửa của phường'),
  confidential_part: text('không'),
  office_contact: text('Văn phòng UBND phường, 028 3829 0000'),
  ...changes,
})

type Statement = {
  authorId: string
  unitCode?: string | null
  state?: ChallengeState
  answers?: Answers
  publicText?: Record<string, string>
  contact?: string
  deadline?: Date
  publishAt?: Date
  version?: number
}

/** Puts a statement in the database as if it had come that far. */
export async function putStatement(tx: Transaction, statement: Statement) {
  const {
    state = 'DRAFT',
    unitCode = '26740',
    answers = completeAnswers(unitCode ?? undefined),
    ...given
  } = statement
  return tx.challenge.create({
    data: {
      ...given,
      ...{ id: randomUUID(), code: newPublicCode('BT', randomUUID()), name: 'bài của phường' },
      ...{ state, unitCode, answers, formVersion: problemStatementForm.version },
    },
  })
}

/** Every answer that is for the public, as text: a public copy that staff went through. */
export const settledCopy = (answers: Answers): Record<string, string> =>
  Object.fromEntries(
    problemStatementForm.fields
      .filter((field) => field.public && answers[field.id] !== undefined)
      .map((field) => [field.id, `${field.label} (bản công khai)`]),
  )
