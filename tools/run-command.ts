import process from 'node:process'
import { DatabaseProblem } from '../core/db/database-problem.ts'

/**
 * Runs an operator's command: prints its lines, or its problems on stderr with exit code 1. A `DatabaseProblem` is one
 * of those; any other fault is ours, and goes on with its stack.
 */
export async function runCommand(
  command: () => Promise<{ lines: string[] } | { problems: string[] }>,
): Promise<void> {
  const result = await command().catch((fault: unknown) => {
    if (fault instanceof DatabaseProblem) return { problems: [fault.message] }
    throw fault
  })
  if ('lines' in result) {
    for (const line of result.lines) console.log(line)
    return
  }
  for (const problem of result.problems) console.error(problem)
  process.exitCode = 1
}
