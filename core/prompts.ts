import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

/** What a model is told for one step. `hash`: the first 16 hexadecimal digits of the file's SHA-256, kept with each use. */
export type Prompt = {
  step: string
  system: string
  hash: string
  /** The user's part, with `{{name}}` where a text of that name belongs. */
  user: string
}

export type Prompts = ReadonlyMap<string, Prompt>

const frontMatter = z.object({ step: z.string().regex(/^[a-z][a-z0-9-]*$/), inputs: z.string() })

/**
 * Reads every prompt of a folder: Markdown with `step` and `inputs` (names, with commas between) in front, the
 * instruction, a line `---`, and the user's part. Throws where a file is not of that form, or names inputs it does not use.
 */
export async function readPrompts(folder: string): Promise<Prompts> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  const prompts = await Promise.all(
    files.map(async (name) => parsePrompt(name, await readFile(path.join(folder, name), 'utf8'))),
  )
  return new Map(prompts.map((prompt) => [prompt.step, prompt]))
}

/** Reads one prompt; `name` is for complaints. */
export function parsePrompt(name: string, text: string): Prompt {
  const [, head, system, user] = /^---\n([\s\S]*?)\n---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  const lines = (head ?? '').split('\n').map((line) => line.split(/:\s*/, 2) as [string, string])
  const front = frontMatter.safeParse(Object.fromEntries(lines))
  if (!front.success || system === undefined || user === undefined) {
    throw new Error(
      `prompts/${name}: expected front matter with step and inputs, an instruction, "---", the user's part`,
    )
  }
  const named = front.data.inputs.split(',').map((input) => input.trim())
  const used = [...user.matchAll(PLACE)].map(([, input]) => input)
  if (named.toSorted().join() !== [...new Set(used)].toSorted().join()) {
    throw new Error(`prompts/${name}: the inputs named in front are not the ones used`)
  }
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return { step: front.data.step, system: system.trim(), user: user.trim(), hash }
}

const PLACE = /\{\{(\w+)\}\}/g

/**
 * The user's part with its texts in place. Each is data between marks that it cannot close: whatever it says, it is
 * nobody's instruction. Throws for a text that is missing.
 */
export function fillPrompt({ step, user }: Prompt, inputs: Readonly<Record<string, string>>): string {
  return user.replace(PLACE, (_, name: string) => {
    const text = inputs[name]
    if (text === undefined) throw new Error(`the prompt ${step} needs ${name}`)
    return `<${name}>\n${text.replaceAll('<', '‹').replaceAll('>', '›')}\n</${name}>`
  })
}
