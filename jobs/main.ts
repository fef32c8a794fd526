import process from 'node:process'
import { loadEnvFile } from '../app/load-env-file.ts'
import { runProcess } from '../app/run-process.ts'

loadEnvFile(process)
await runProcess('jobs', process)
