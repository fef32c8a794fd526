import process from 'node:process'
import { runProcess } from '../app/run-process.ts'

await runProcess('jobs', process)
