import process from 'node:process'
import { loadEnvFile } from './load-env-file.ts'
import { runChat } from './run-chat.ts'

loadEnvFile(process)
process.exitCode = await runChat(process.argv.slice(2), process)
