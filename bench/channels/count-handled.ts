import { randomUUID } from 'node:crypto'
import { openDatabase } from '../../core/db.ts'

/**
 * How many messages of a channel were handled, from the data folder of an assistant that has stopped. Each is a row of
 * its own and has at most one answer, which the database's unique keys see to.
 */
export async function countHandled(folder: string, channel: string): Promise<number> {
  const database = await openDatabase(
    { kind: 'embedded', folder },
    { newId: randomUUID, onConnectionLost: () => undefined },
  )
  try {
    return await database.prisma.inbound.count({
      where: { channel, outcome: 'handled', handledAt: { not: null } },
    })
  } finally {
    await database.close()
  }
}
