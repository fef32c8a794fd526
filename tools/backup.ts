// npm run backup [-- FILE]: writes the database to a plain SQL file.
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { loadEnvFile } from '../app/load-env-file.ts'
import { parseConfig } from '../core/config.ts'
import { backup } from '../core/db/backup.ts'
import { stamp } from '../core/db/restore-folder.ts'
import { operations } from '../core/texts/operations.ts'
import { runCommand } from './run-command.ts'

loadEnvFile(process)
await runCommand(async () => {
  const parsed = parseConfig(process.env, 'all')
  if (parsed.status === 'invalid') return { problems: parsed.problems }
  const file = process.argv[2] ?? `nhip-cau-${stamp(new Date())}.sql`
  const rows = await backup(parsed.config.database, file, { newId: randomUUID })
  return { lines: [operations.backupWritten(file, rows)] }
})
