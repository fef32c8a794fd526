import { parseArgs } from 'node:util'
import { renderConsole } from '../bots/console/render.ts'
import type { Answer } from '../core/knowledge/answer.ts'
import { settingTexts } from '../core/texts/settings.ts'

type Stream = { write(text: string): unknown }

/**
 * The command `ask`: one question, its answer printed, nothing stored. With `--json` one object
 * `{ status, text, sources, alternatives }`; without, the text and the numbered alternatives. Gives the exit code: 0,
 * or 1 with the usage on the error stream when the arguments make no question.
 */
export async function runAsk(
  args: string[],
  deps: { answer(question: string): Promise<Answer>; stdout: Stream; stderr: Stream },
): Promise<number> {
  const options = readOptions(args)
  if (options === null) {
    deps.stderr.write(`${settingTexts.askUsage}\n`)
    return 1
  }
  const { status, text, sources, alternatives } = await deps.answer(options.question)
  const printed = options.json
    ? JSON.stringify({ status, text: text.text, sources, alternatives })
    : renderConsole({ text, choices: alternatives })
  deps.stdout.write(`${printed}\n`)
  return 0
}

function readOptions(args: string[]): { question: string; json: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    return positionals.length === 0 ? null : { question: positionals.join(' '), json: values.json }
  } catch {
    return null
  }
}
