import process from 'node:process'
import { loadEnvFile } from './load-env-file.ts'
import { runAdmin } from './run-admin.ts'

loadEnvFile(process)
process.exitCode = await runAdmin(process.argv.slice(2), process)
