import { findCode } from '../../core/challenges/public/read-code.ts'
import { titleOf } from '../../core/challenges/title-of.ts'
import { challengeRecord } from '../../core/texts/challenge-record.ts'
import { type AdminCommand, BadArguments, readArguments } from './command.ts'

/** `challenge CODE`: where a statement stands and every move it made, by ids. What it says is not printed. */
export const challenge: AdminCommand = async (args, deps) => {
  const { positionals } = readArguments({ args, options: {}, allowPositionals: true })
  const [given = '', ...more] = positionals
  const code = findCode(given, 'BT')?.code
  if (code === undefined || more.length > 0) throw new BadArguments()
  const row = await deps.prisma.challenge.findUnique({ where: { code } })
  if (row === null) return { problem: challengeRecord.unknown(code) }
  const moves = await deps.prisma.challengeTransition.findMany({
    where: { challengeId: row.id },
    orderBy: { id: 'asc' },
  })
  return {
    lines: [challengeRecord.heading({ ...row, title: titleOf(row) }), ...moves.map(challengeRecord.move)],
  }
}
