import process from 'node:process'
import { runChat } from './run-chat.ts'

process.exitCode = await runChat(process.argv.slice(2), process)
