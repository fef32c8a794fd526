import process from 'node:process'
import { loadEnvFile } from './load-env-file.ts'
import { runProcess } from './run-process.ts'

loadEnvFile(process)
await runProcess('all', process)
