// A process that writes to a data folder, and prints every row that was acknowledged, until somebody kills it.
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { openDatabase } from '../../core/db.ts'

const [folder = '', round = ''] = process.argv.slice(2)
const { prisma } = await openDatabase(
  { kind: 'embedded', folder },
  { newId: randomUUID, onConnectionLost: () => undefined },
)
for (let n = 0; ; n++) {
  const name = `${round}-${n}`
  await prisma.lane.create({ data: { name } })
  process.stdout.write(`${name}\n`)
}
