import { vietnamDateTime } from '../vietnam-time.ts'

type Move = {
  from: string
  to: string
  actedAs: string
  actorId: string | null
  channel: string | null
  inboundId: bigint | null
  reason: string | null
  at: Date
}

/** The record of a statement, on the command line. */
export const challengeRecord = {
  unknown: (code: string) => `Không có bài toán ${code}.`,
  heading: (row: {
    code: string
    title: string
    state: string
    unitCode: string | null
    version: number
    revision: number
  }) =>
    `${row.code}  ${row.title}\n` +
    `  trạng thái ${row.state}, đơn vị ${row.unitCode ?? 'chưa có'}, bản công bố ${row.version}, lần sửa ${row.revision}`,
  move: (move: Move) =>
    `  ${vietnamDateTime(move.at)}  ${move.from} → ${move.to}  ${move.actedAs}` +
    `${move.actorId === null ? '' : `  người ${move.actorId}`}` +
    `${move.channel === null ? '' : `  ${move.channel}`}${move.inboundId === null ? '' : `  tin ${move.inboundId}`}` +
    `${move.reason === null ? '' : `  lý do: ${move.reason}`}`,
}
