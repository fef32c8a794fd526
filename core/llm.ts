import type { OpenAIEmbeddings } from '@langchain/openai'
import { z } from 'zod'

/** A model behind an address that speaks OpenAI's protocol, abroad or in one's own cellar. */
export type LlmConfig = {
  apiKey: string
  /** Null: OpenAI's own. */
  baseUrl: string | null
  model: string
  /** Null: there are no embeddings. */
  embeddingModel: string | null
}

export type TokenUse = { tokensIn: number; tokensOut: number }

/** `unreadable`: the answer was none of the form asked for. `limited`: the provider wants us to wait. */
export type LlmFailure = 'timeout' | 'unreachable' | 'limited' | 'refused' | 'unreadable'

export type LlmAnswer<T> =
  | { status: 'answered'; value: T; use: TokenUse }
  | { status: 'failed'; why: LlmFailure; use: TokenUse }

export type LlmRequest<T> = {
  /** The name of the step: what the provider is told the form is called. ASCII letters, digits and "_". */
  name: string
  system: string
  user: string
  /** The form of the answer. */
  schema: z.ZodType<T>
  timeoutMs: number
}

export type Llm = {
  model: string
  /** One question, answered in a form. Never throws, never tries again: whoever asks has something better to do. */
  ask<T>(request: LlmRequest<T>): Promise<LlmAnswer<T>>
  /** One vector a text, in order; absent where no embedding model is configured. Never throws. */
  embed?: (texts: string[], timeoutMs: number) => Promise<LlmAnswer<number[][]>>
}

/** The longest answer asked for, in tokens: no step of ours needs more, and a model that rambles is cut off. */
const MOST_TOKENS = 1_500

/** Opens the model. The library is loaded only here, so that an assistant without one starts without it. */
export async function openLlm(config: LlmConfig): Promise<Llm> {
  const { ChatOpenAI, OpenAIEmbeddings } = await import('@langchain/openai')
  const configuration = config.baseUrl === null ? {} : { baseURL: config.baseUrl }
  const shared = { apiKey: config.apiKey, maxRetries: 0, configuration }
  const chat = new ChatOpenAI({ ...shared, model: config.model, temperature: 0, maxTokens: MOST_TOKENS })
  const embeddings =
    config.embeddingModel === null ? null : new OpenAIEmbeddings({ ...shared, model: config.embeddingModel })
  return {
    model: config.model,
    async ask({ name, system, user, schema, timeoutMs }) {
      try {
        const { raw, parsed } = await chat
          .withStructuredOutput(z.toJSONSchema(schema), { name, method: 'jsonSchema', includeRaw: true })
          .invoke(
            [
              { role: 'system', content: system },
              { role: 'user', content: user },
            ],
            { timeout: timeoutMs, signal: AbortSignal.timeout(timeoutMs) },
          )
        const use = useOf(raw)
        const value = schema.safeParse(parsed)
        return value.success
          ? { status: 'answered', value: value.data, use }
          : { status: 'failed', why: 'unreadable', use }
      } catch (fault) {
        return { status: 'failed', why: failureOf(fault), use: NOTHING }
      }
    },
    ...(embeddings && { embed: createEmbed(embeddings) }),
  }
}

const NOTHING: TokenUse = { tokensIn: 0, tokensOut: 0 }

/** The library's call takes no signal: the time is kept beside it. */
function createEmbed(embeddings: OpenAIEmbeddings): NonNullable<Llm['embed']> {
  return async (texts, timeoutMs) => {
    const late = new Promise<'late'>((resolve) => setTimeout(resolve, timeoutMs, 'late').unref())
    try {
      const vectors = await Promise.race([embeddings.embedDocuments(texts), late])
      if (vectors === 'late') return { status: 'failed', why: 'timeout', use: NOTHING }
      if (vectors.length !== texts.length) return { status: 'failed', why: 'unreadable', use: NOTHING }
      return { status: 'answered', value: vectors, use: NOTHING }
    } catch (fault) {
      return { status: 'failed', why: failureOf(fault), use: NOTHING }
    }
  }
}

const rawSchema = z.object({
  usage_metadata: z.object({ input_tokens: z.number(), output_tokens: z.number() }),
})

function useOf(raw: unknown): TokenUse {
  const found = rawSchema.safeParse(raw)
  if (!found.success) return NOTHING
  const { input_tokens: tokensIn, output_tokens: tokensOut } = found.data.usage_metadata
  return { tokensIn, tokensOut }
}

/** The library throws the provider's errors with their HTTP status, and its own with a name. */
function failureOf(fault: unknown): LlmFailure {
  const { name = '', status } = fault as { name?: string; status?: number }
  if (/abort|timeout/i.test(name)) return 'timeout'
  if (status === 429) return 'limited'
  if (status !== undefined && status >= 500) return 'unreachable'
  if (status !== undefined) return 'refused'
  if (/pars|syntax|zod/i.test(name)) return 'unreadable'
  return 'unreachable'
}
