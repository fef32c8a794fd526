// npm run restore -- FILE [--replace]: loads a backup into the data folder, or into the server of DATABASE_URL.
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { loadEnvFile } from '../app/load-env-file.ts'
import { parseConfig } from '../core/config.ts'
import { restoreFolder } from '../core/db/restore-folder.ts'
import { restoreServer } from '../core/db/restore-server.ts'
import { operations } from '../core/texts/operations.ts'
import { runCommand } from './run-command.ts'

loadEnvFile(process)
await runCommand(async () => {
  const parsed = parseConfig(process.env, 'all')
  if (parsed.status === 'invalid') return { problems: parsed.problems }
  const [file, ...others] = process.argv.slice(2).filter((arg) => arg !== '--replace')
  if (!file || others.length > 0) return { problems: [operations.restoreUsage] }
  const deps = { replace: process.argv.includes('--replace'), newId: randomUUID, now: () => new Date() }
  const { database } = parsed.config
  const { rows, movedAside } = await (database.kind === 'server'
    ? restoreServer(database.url, file, deps)
    : restoreFolder(database.folder, file, deps))
  const done = operations.restoreDone(file, rows)
  return { lines: movedAside ? [done, operations.restoreMovedAside(movedAside)] : [done] }
})
