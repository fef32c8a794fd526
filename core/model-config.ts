import { z } from 'zod'
import type { LlmConfig } from './llm.ts'
import { settingTexts } from './texts/settings.ts'

export type ModelConfig = LlmConfig & {
  /** Whether texts leave the country on their way: then only of who agreed to that. */
  abroad: boolean
  /** The most tokens a day, for everybody together and for one person. */
  tokensADay: number
  tokensAPersonADay: number
}

const optional = z
  .string()
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value))
const wholeNumber = (name: string) =>
  optional
    .refine(
      (value) => value === undefined || /^[1-9]\d{0,9}$/.test(value),
      settingTexts.wholeNumber(name, 1, 9_999_999_999),
    )
    .transform((value) => (value === undefined ? undefined : Number(value)))

const environment = z.object({
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: optional.refine(
    (value) => value === undefined || (URL.canParse(value) && /^https?:/.test(value)),
    settingTexts.address('OPENAI_BASE_URL', 'https://HOST/v1'),
  ),
  OPENAI_MODEL: optional,
  OPENAI_EMBEDDING_MODEL: optional,
  MODEL_ABROAD: optional.refine(
    (value) => value === undefined || value === 'yes' || value === 'no',
    settingTexts.oneOf('MODEL_ABROAD', 'yes, no'),
  ),
  MODEL_TOKENS_A_DAY: wholeNumber('MODEL_TOKENS_A_DAY'),
  MODEL_TOKENS_A_PERSON_A_DAY: wholeNumber('MODEL_TOKENS_A_PERSON_A_DAY'),
})

/**
 * Reads the settings of the model: null where there is none, which everything works without. Gives every problem at once,
 * each a sentence that names the setting and never its value. A server of one's own may need no key; any word will do.
 */
export function parseModelConfig(
  env: Record<string, string | undefined>,
): { status: 'ok'; model: ModelConfig | null } | { status: 'invalid'; problems: string[] } {
  const parsed = environment.safeParse(env)
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)
  const isSet = (name: string) => Boolean(env[name]?.trim())
  for (const name of ['OPENAI_BASE_URL', 'OPENAI_MODEL', 'OPENAI_EMBEDDING_MODEL']) {
    if (isSet(name) && !isSet('OPENAI_API_KEY')) problems.push(settingTexts.needs(name, 'OPENAI_API_KEY'))
  }
  if (isSet('OPENAI_API_KEY') && !isSet('OPENAI_MODEL'))
    problems.push(settingTexts.needs('OPENAI_API_KEY', 'OPENAI_MODEL'))
  if (!parsed.success || problems.length > 0) return { status: 'invalid', problems: [...new Set(problems)] }
  const set = parsed.data
  if (set.OPENAI_API_KEY === undefined || set.OPENAI_MODEL === undefined) return { status: 'ok', model: null }
  return {
    status: 'ok',
    model: {
      apiKey: set.OPENAI_API_KEY,
      baseUrl: set.OPENAI_BASE_URL ?? null,
      model: set.OPENAI_MODEL,
      embeddingModel: set.OPENAI_EMBEDDING_MODEL ?? null,
      abroad: set.MODEL_ABROAD !== 'no',
      tokensADay: set.MODEL_TOKENS_A_DAY ?? 2_000_000,
      tokensAPersonADay: set.MODEL_TOKENS_A_PERSON_A_DAY ?? 60_000,
    },
  }
}
