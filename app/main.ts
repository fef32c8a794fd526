import process from 'node:process'
import { runProcess } from './run-process.ts'

await runProcess('all', process)
