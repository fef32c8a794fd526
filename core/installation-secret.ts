import { randomBytes } from 'node:crypto'
import type { PrismaClient } from './db.ts'

/**
 * The secret of this installation that goes by `name`: 256 random bits, made when it is first asked for and the same for
 * every process on this database since.
 */
export async function installationSecret(prisma: PrismaClient, name: string): Promise<string> {
  await prisma.installationSecret.createMany({
    data: { name, value: randomBytes(32).toString('base64url') },
    skipDuplicates: true,
  })
  return (await prisma.installationSecret.findUniqueOrThrow({ where: { name } })).value
}
